import type { FunnelView } from '@rooms/outreach/contract';
import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { percent } from '@/components/Meter';
import { Page, PageBody } from '@/components/Page';
import { Card } from '@/components/Section';
import { SkeletonList } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { Tabs } from '@/components/Tabs';
import { usePages } from '@/hooks/usePages';
import { staff } from '@/services/doors';
import { staffWords } from '@/text/areas/staff';
import { flyerWords as words } from '@/text/areas/staff-flyers';
import './index.scss';

type By = FunnelView['by'];
const tabs = (['kind', 'batch', 'place', 'promoter', 'channel'] as const).map((key) => ({ key, text: words.by[key] }));

/** Who brought the neighbours: by way in, batch, place and promoter; the most first. */
export default function FunnelPage() {
  const [by, setBy] = useState<By>('kind');
  const pages = usePages((cursor) => staff.ask('outreach.funnel', { by, cursor }), [by], { fresh: true });
  useReachBottom(pages.more);
  return (
    <Page>
      <PageBody>
        <Tabs tabs={tabs} value={by} onChange={setBy} />
        <AsyncView
          load={pages.load}
          skeleton={<SkeletonList />}
          kept={words.kept}
          empty={({ rows }) => (rows.length > 0 ? null : <Empty title={words.noFunnel} note={words.noFunnelNote} />)}
        >
          {() => (
            <View id="funnel">
              {pages.rows.map((row) => (
                <Row key={`${row.batchId} ${row.key}`} row={row} />
              ))}
              <View className="ll-cap ll-center">{words.funnelNote}</View>
            </View>
          )}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

function Row({ row }: { row: FunnelView }) {
  const { key, scanned, joined, claimed, paid } = row;
  return (
    <Card id={`funnel-${key}`}>
      <View className="ll-flex">
        <View className="ll-t3 ll-grow ll-ell">{nameOf(row)}</View>
        <View className="ll-cap">{words.paidShare(percent(scanned > 0 ? paid / scanned : 0))}</View>
      </View>
      <View className="funnel-row">
        <Figure name={words.stages.scanned} value={scanned} />
        <Figure name={words.stages.joined} value={joined} />
        <Figure name={words.stages.claimed} value={claimed} />
        <Figure name={words.stages.paid} value={paid} />
      </View>
    </Card>
  );
}

function Figure({ name, value }: { name: string; value: number }) {
  return (
    <View className="funnel-number">
      <View className="funnel-number__value">{value}</View>
      <View className="ll-cap">{name}</View>
    </View>
  );
}

function nameOf({ by, key, name }: FunnelView): string {
  const kinds: Readonly<Record<string, string>> = words.kinds;
  const places: Readonly<Record<string, string>> = staffWords.places;
  if (by === 'kind') return kinds[key] ?? key;
  if (by === 'place') return `${name}，${places[key] ?? key}`;
  return name || (kinds[key.split('_')[0] ?? ''] ?? key);
}
