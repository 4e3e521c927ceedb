import type { LinkView } from '@rooms/outreach/contract';
import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Card } from '@/components/Section';
import { Sheet } from '@/components/Sheet';
import { SkeletonList } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { usePages } from '@/hooks/usePages';
import { useTap } from '@/hooks/useTap';
import { copyText } from '@/services/copy';
import { staff } from '@/services/doors';
import { confirm, toast } from '@/services/toast';
import { flyerWords as words } from '@/text/areas/staff-flyers';
import { toastRefusal } from '@/text/trouble';
import { Counts } from './Counts';

/** Link codes, newest first. `made` grows with each one made here. */
export function Links({ made }: { made: number }) {
  const pages = usePages((cursor) => staff.ask('outreach.links', { cursor }), []);
  const [seen, setSeen] = useState<string | null>(null);
  useReachBottom(pages.more);
  useEffect(() => {
    if (made > 0) void pages.load.reload();
  }, [made, pages.load.reload]);
  const shown = pages.rows.find(({ linkId }) => linkId === seen);
  return (
    <AsyncView
      load={pages.load}
      skeleton={<SkeletonList />}
      kept={words.kept}
      empty={({ rows }) => (rows.length > 0 ? null : <Empty title={words.noLinks} note={words.noLinksNote} />)}
    >
      {() => (
        <Card cells id="links">
          {pages.rows.map((link, index) => (
            <Cell
              key={link.linkId}
              id={`link-${link.linkId}`}
              first={index === 0}
              title={link.title}
              note={`${words.media[link.medium]}。${words.counts(link.scanned, link.joined)}`}
              value={link.state === 'open' ? '' : words.standing[link.state]}
              onTap={() => setSeen(link.linkId)}
            />
          ))}
          {shown && <LinkSheet link={shown} onClose={() => setSeen(null)} onChanged={() => void pages.load.reload()} />}
        </Card>
      )}
    </AsyncView>
  );
}

interface LinkSheetProps {
  link: LinkView;
  onClose: () => void;
  onChanged: () => void;
}

function LinkSheet({ link, onClose, onChanged }: LinkSheetProps) {
  const { linkId, title, path, campaignTitle, templateTitle, state } = link;
  const retire = useTap(async () => {
    const { retireTitle, retireContent: content, retireYes: yes, retireNo: no } = words;
    if (!(await confirm({ title: retireTitle, content, yes, no }))) return;
    const reply = await staff.call('outreach.retireLink', { linkId });
    if (!reply.ok) return toastRefusal(reply);
    toast(words.retired);
    onChanged();
  });
  return (
    <Sheet open onClose={onClose} title={title}>
      <View className="ll-note ll-mb-8">{words.facts(campaignTitle, templateTitle ?? words.noCoupon)}</View>
      <Card>
        <Counts counts={link} />
      </Card>
      <View className="ll-t3 ll-mb-8">{words.path}</View>
      <Card>
        <View className="batch-command" id="link-path">
          {path}
        </View>
        <Button kind="line" onTap={() => void copyText(path)} id="copy-path">
          {words.copyPath}
        </Button>
      </Card>
      {state === 'open' && (
        <Button kind="text" block busy={retire.busy} onTap={() => retire.tap()} id="retire-link">
          {words.retireLink}
        </Button>
      )}
    </Sheet>
  );
}
