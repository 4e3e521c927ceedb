import type { EstateView } from '@rooms/account/contract';
import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Bar } from '@/components/Bar';
import { Button } from '@/components/Button';
import { EstateList, EstateSearch } from '@/components/EstateList';
import { Page, PageBody } from '@/components/Page';
import { Section } from '@/components/Section';
import { SkeletonSlip } from '@/components/Skeleton';
import { usePages } from '@/hooks/usePages';
import { useRested } from '@/hooks/useRested';
import { useTap } from '@/hooks/useTap';
import { useWarmSession } from '@/hooks/useWarmSession';
import { resident } from '@/services/doors';
import { goBack } from '@/services/navigate';
import { toast } from '@/services/toast';
import { useEntry } from '@/stores/entry';
import { useSession } from '@/stores/session';
import { addressWords } from '@/text/areas/address';
import { outreachWords } from '@/text/areas/outreach';
import { toastRefusal } from '@/text/trouble';

export default function EstatePage() {
  const me = useWarmSession();
  const [search, setSearch] = useState('');
  const asked = useRested(search.trim());
  const estates = usePages(
    (cursor) => resident.ask('account.estates', { cursor, ...(asked ? { search: asked } : {}) }),
    [asked],
  );
  const [picked, setPicked] = useState<EstateView | null>(null);
  const chosen = picked ?? me?.estate ?? null;
  useReachBottom(estates.more);
  return (
    <Page foot="tall">
      <PageBody>
        <View className="ll-t1">{outreachWords.estateTitle}</View>
        <View className="ll-note ll-mt-4 ll-mb-16">{outreachWords.estateNote}</View>
        <EstateSearch search={search} onSearch={setSearch} />
        <AsyncView load={estates.load} skeleton={<SkeletonSlip />}>
          {() => (
            <Found rows={estates.rows} mine={me?.estate ?? null} chosen={chosen} asked={asked} onPick={setPicked} />
          )}
        </AsyncView>
      </PageBody>
      <Confirm chosen={chosen} />
    </Page>
  );
}

interface FoundProps {
  rows: readonly EstateView[];
  mine: EstateView | null;
  chosen: EstateView | null;
  asked: string;
  onPick: (estate: EstateView) => void;
}

/** One's own stands first, with where it is known from; a search shows just what it found. */
function Found({ rows, mine, chosen, asked, onPick }: FoundProps) {
  const flyer = useEntry((entry) => entry.flyer);
  const list = (estates: readonly EstateView[]) => (
    <EstateList estates={estates} chosenId={chosen?.estateId ?? null} onChoose={onPick} />
  );
  if (asked || !mine)
    return (
      <Section
        title={asked ? outreachWords.estateFound : outreachWords.estateOthers}
        aside={outreachWords.estateDistance}
      >
        {list(rows)}
      </Section>
    );
  const others = rows.filter(({ estateId }) => estateId !== mine.estateId);
  return (
    <>
      <Section title={flyer ? outreachWords.estateFromFlyer : outreachWords.estateYours}>{list([mine])}</Section>
      {others.length > 0 && (
        <Section title={outreachWords.estateOthers} aside={outreachWords.estateDistance}>
          {list(others)}
        </Section>
      )}
    </>
  );
}

function Confirm({ chosen }: { chosen: EstateView | null }) {
  const choose = useTap(async (estateId: string) => {
    const reply = await resident.call('account.chooseEstate', { estateId });
    if (!reply.ok) return toastRefusal(reply);
    useSession.getState().set(reply.data);
    toast(addressWords.chosen);
    goBack();
  });
  return (
    <Bar>
      <Button
        size="big"
        block
        disabled={chosen === null}
        busy={choose.busy}
        onTap={() => chosen && choose.tap(chosen.estateId)}
        id="estate-confirm"
      >
        {chosen ? outreachWords.confirm(chosen.name) : outreachWords.confirmNone}
      </Button>
    </Bar>
  );
}
