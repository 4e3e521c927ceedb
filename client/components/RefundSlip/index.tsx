import { Text, View } from '@tarojs/components';
import { classes } from '@/components/classes';
import { Price } from '@/components/Price';
import type { RefundRow } from '@/text/refunds';
import '@/components/Slip/index.scss';
import './index.scss';

export interface RefundSlipProps {
  totalLabel: string;
  totalFen: number;
  /** Money that adds up to the total. */
  money: readonly RefundRow[];
  /** What else comes back, stays or is taken. */
  rest: readonly RefundRow[];
  /** A fresh answer is on its way: what stands here pales. */
  stale?: boolean;
  /** It came to nothing: not green, for nothing comes back. */
  off?: boolean;
}

/** The till receipt the other way round: what goes back, on top and in green, and what comes with it. */
export function RefundSlip({ totalLabel, totalFen, money, rest, stale, off }: RefundSlipProps) {
  const below = money.length + rest.length > 0;
  return (
    <View className={classes('ll-slip', 'll-back', stale && 'll-back--stale')} id="refund-slip">
      <View className={classes('ll-spread', 'll-spread--base', 'll-back__head', below && 'll-back__head--line')}>
        <Text>{totalLabel}</Text>
        <Price fen={totalFen} size="l" tone={off ? 'ink' : 'save'} />
      </View>
      {money.map((row) => (
        <Row row={row} key={row.key} />
      ))}
      {money.length > 0 && rest.length > 0 && <View className="ll-back__gap" />}
      {rest.map((row) => (
        <Row row={row} key={row.key} />
      ))}
    </View>
  );
}

function Row({ row }: { row: RefundRow }) {
  return (
    <View className="ll-slip__row" id={`row-${row.key}`}>
      <View className="ll-slip__what">
        {row.what}
        {row.why && <View className="ll-slip__why">{row.why}</View>}
      </View>
      <Text className={row.quiet ? 'll-back__quiet' : 'll-slip__amt'}>{row.value}</Text>
    </View>
  );
}
