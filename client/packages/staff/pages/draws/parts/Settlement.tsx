import type { DrawSettlement, SettledPrize } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import { AsyncView } from '@/components/AsyncView';
import { Card } from '@/components/Section';
import { SkeletonList } from '@/components/Skeleton';
import { useLoad } from '@/hooks/useLoad';
import { serverNowMs } from '@/services/clock';
import { staff } from '@/services/doors';
import { staffDrawWords as words } from '@/text/areas/staff-draw';
import { yuanText } from '@/text/money';
import { whenText } from '@/text/times';
import '../index.scss';

/** What was given, what became of it, and where the money that was set aside is. */
export function Settlement({ drawId }: { drawId: string }) {
  const load = useLoad(() => staff.ask('draw.settlement', { drawId }), [drawId]);
  return (
    <AsyncView load={load} skeleton={<SkeletonList />} kept={words.kept}>
      {(settlement) => (
        <>
          <Sums settlement={settlement} />
          {settlement.prizes.map((prize) => (
            <Books key={prize.drawPrizeId} prize={prize} />
          ))}
        </>
      )}
    </AsyncView>
  );
}

function Sums({ settlement }: { settlement: DrawSettlement }) {
  const { setAsideFen, costFen, returnedFen, settledAtMs, finalFromMs } = settlement;
  const nowMs = serverNowMs();
  const sums: readonly [string, number][] = [
    [words.sums.setAside, setAsideFen],
    [words.sums.cost, costFen],
    [words.sums.returned, returnedFen],
  ];
  return (
    <Card id="settlement" className="ll-mb-12">
      <View className="settlement-sums">
        {sums.map(([name, fen]) => (
          <View className="ll-center" key={name}>
            <View className="ll-num ll-t3">{yuanText(fen)}</View>
            <View className="ll-cap">{name}</View>
          </View>
        ))}
      </View>
      <View className="ll-note ll-mt-8">
        {settledAtMs === null
          ? words.settlementOpen(whenText(finalFromMs, nowMs))
          : words.settlementDone(whenText(settledAtMs, nowMs))}
      </View>
    </Card>
  );
}

const columns = ['given', 'claimed', 'handedOver', 'waiting', 'expired', 'revoked'] as const;

function Books({ prize }: { prize: SettledPrize }) {
  const { drawPrizeId, title, costFen, setAsideFen, returnedFen } = prize;
  return (
    <Card
      title={title}
      aside={<View className="ll-num ll-ink-2">{yuanText(costFen)}</View>}
      className="ll-mb-12"
      id={`books-${drawPrizeId}`}
    >
      <View className="settlement-books">
        {columns.map((column) => (
          <View className="ll-center" key={column}>
            <View className="ll-num">{prize[column]}</View>
            <View className="ll-cap">{words.books[column]}</View>
          </View>
        ))}
      </View>
      {setAsideFen > 0 && (
        <View className="ll-cap ll-mt-8">
          {words.setAside(yuanText(setAsideFen))}，{words.sums.returned} {yuanText(returnedFen)}
        </View>
      )}
    </Card>
  );
}
