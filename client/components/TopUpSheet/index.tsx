import { View } from '@tarojs/components';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Button } from '@/components/Button';
import { percent } from '@/components/Meter';
import { Price } from '@/components/Price';
import { Sheet } from '@/components/Sheet';
import { Bone } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { Tabs } from '@/components/Tabs';
import type { TopUpping, TopUps } from '@/hooks/useTopUps';
import { quoteWords } from '@/text/areas/quote';
import { yuanText } from '@/text/money';
import { stepShare, stepText } from '@/text/next-step';
import { footText, type TopUpShelf, topUpShelf } from '@/text/topups';
import { BestTopUp, TopUpRows } from './rows';
import './index.scss';

const say = quoteWords.topUp;

export interface TopUpSheetProps extends TopUpping {
  onClose: () => void;
  doneText: string;
  onDone: () => void;
  onBrowse: () => void;
}

/** 凑单: what brings the next step nearer, each with what would then be paid; one tap adds it. */
export function TopUpSheet({ load, stale, add, onClose, doneText, onDone, onBrowse }: TopUpSheetProps) {
  const { data } = load;
  return (
    <Sheet
      open
      onClose={onClose}
      title={data?.nextStep ? stepText(data.nextStep) : data ? say.reached : say.title}
      action={data && <Foot found={data} doneText={doneText} onDone={onDone} stale={stale} />}
    >
      <View id="top-ups">
        <AsyncView load={load} skeleton={<Waiting />} empty={(found) => nothingIn(found, onBrowse)}>
          {(found) => <Choice found={found} stale={stale} add={add} />}
        </AsyncView>
      </View>
    </Sheet>
  );
}

function Waiting() {
  return (
    <View>
      <Bone h={6} radius={3} />
      <Bone h={108} mt={12} radius={12} />
      <Bone h={228} mt={16} radius={12} />
    </View>
  );
}

/** Null where there is something. */
function nothingIn({ nextStep, topUps }: TopUps, onBrowse: () => void) {
  if (topUps.length > 0) return null;
  if (nextStep === null) return <View className="ll-note ll-mb-12">{say.reachedNote}</View>;
  return <Empty title={say.none} note={say.noneNote} actionText={say.browse} onAction={onBrowse} />;
}

function Choice({ found, stale, add }: { found: TopUps } & Pick<TopUpping, 'stale' | 'add'>) {
  const { nextStep, topUps, payableFen } = found;
  const shelf = topUpShelf(topUps, payableFen);
  return (
    <>
      {nextStep && <Way step={nextStep} />}
      {shelf.best && <BestTopUp {...shelf.best} stale={stale} add={add} />}
      <Others tabs={shelf.tabs} stale={stale} add={add} />
    </>
  );
}

function Way({ step }: { step: NonNullable<TopUps['nextStep']> }) {
  const share = stepShare(step);
  if (share === undefined) return null;
  return (
    <>
      <View className="ll-note">
        {say.selected(yuanText(step.thresholdFen - step.gapFen), yuanText(step.thresholdFen))}
      </View>
      <View className="ll-top-up__way">
        <View className="ll-top-up__gone" style={{ width: percent(share) }} />
      </View>
    </>
  );
}

function Others({ tabs, stale, add }: Pick<TopUpShelf, 'tabs'> & Pick<TopUpping, 'stale' | 'add'>) {
  const [key, setKey] = useState<TopUpShelf['tabs'][number]['key']>('nearest');
  const shown = tabs.find((tab) => tab.key === key) ?? tabs[0];
  if (!shown) return null;
  return (
    <>
      <Tabs tabs={tabs} value={shown.key} onChange={setKey} />
      <TopUpRows faces={shown.faces} stale={stale} add={add} />
    </>
  );
}

interface FootProps {
  found: TopUps;
  doneText: string;
  onDone: () => void;
  stale: boolean;
}

function Foot({ found, doneText, onDone, stale }: FootProps) {
  const parts = footText(found);
  return (
    <View className="ll-spread">
      <View className="ll-grow">
        <View className="ll-row ll-row--4 ll-row--base">
          <View className="ll-note">{say.toPay}</View>
          <Price fen={found.payableFen} />
        </View>
        {parts && (
          <View className="ll-cap" id="top-up-parts">
            {parts}
          </View>
        )}
      </View>
      <View className="ll-ml-12">
        <Button kind="line" size="big" busy={stale} onTap={onDone} id="top-up-done">
          {doneText}
        </Button>
      </View>
    </View>
  );
}
