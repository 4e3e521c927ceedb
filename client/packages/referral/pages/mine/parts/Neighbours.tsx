import type { NeighbourView, ProgrammeView } from '@rooms/referral/contract';
import { View } from '@tarojs/components';
import { memo } from 'react';
import { classes } from '@/components/classes';
import { Card } from '@/components/Section';
import { serverNowMs } from '@/services/clock';
import { words as shared } from '@/text';
import { referralWords as words } from '@/text/areas/referral';
import { isEven, neighbourText } from '@/text/referrals';
import { Disc } from '../../../parts/Face';
import { RulesLink } from '../../../parts/RulesLink';
import { Way } from './Way';

interface NeighboursProps {
  programme: ProgrammeView | null;
  rows: readonly NeighbourView[];
  hasMore: boolean;
}

export function Neighbours({ programme, rows, hasMore }: NeighboursProps) {
  return (
    <>
      <Card title={words.progress} id="neighbours">
        {rows.length === 0 && (
          <>
            <View>{words.nobody}</View>
            <View className="ll-note ll-mt-4">{words.nobodyNote}</View>
          </>
        )}
        {rows.map((row) => (
          <Neighbour key={row.referralId} neighbour={row} isCoupon={programme?.inviterReward.form === 'coupon'} />
        ))}
        {hasMore && <View className="ll-foot">{shared.loadingMore}</View>}
      </Card>
      {programme && <Rules programme={programme} />}
    </>
  );
}

const Neighbour = memo(function Neighbour({ neighbour, isCoupon }: { neighbour: NeighbourView; isCoupon: boolean }) {
  const { referralId, building, name, step, state } = neighbour;
  const { text, aside, done } = neighbourText(neighbour, isCoupon, serverNowMs());
  const off = state === 'refused' || state === 'expired' || state === 'revoked';
  return (
    <View className="mine-row" id={`neighbour-${referralId}`} data-state={state}>
      <Disc size={40} />
      <View className="ll-grow ll-ml-12">
        <View className="ll-spread">
          <View className="ll-grow ll-ell">{words.building(building, name)}</View>
          <View className="ll-cap ll-nowrap ll-ml-8">{aside}</View>
        </View>
        <View className={classes('ll-cap', done && 'll-save')}>{text}</View>
        <Way step={step} off={off} />
      </View>
    </View>
  );
});

function Rules({ programme }: { programme: ProgrammeView }) {
  return (
    <Card title={words.rulesTitle} aside={<RulesLink />}>
      {words.rulesShort(programme.mostPerDay, isEven(programme)).map((line) => (
        <View className="ll-note" key={line}>
          {line}
        </View>
      ))}
    </Card>
  );
}
