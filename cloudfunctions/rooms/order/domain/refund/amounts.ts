import { isShopsFault, type RefundCause, type RefundReason } from '../refund-states';
import { giftsOwed } from './gifts';
import type { OwedGift, Refund, RefundAmounts, Units } from './record';
import { nextShare } from './shares';
import { countedRefunds, type Sold } from './units';

export interface Asked {
  readonly cause: RefundCause;
  readonly reason: RefundReason | null;
  /** No more than are left of each line. */
  readonly units: Units;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What a refund of these units gives back and keeps, beside all that count already. */
export function amountsOf(sold: Sold, asked: Asked): RefundAmounts {
  const before = countedRefunds(sold);
  const taken = sold.quote.lines.filter(({ lineId }) => (asked.units[lineId] ?? 0) > 0);
  const lines = Object.fromEntries(
    taken.map((line) => [line.lineId, nextShare(line, before, asked.units[line.lineId] ?? 0)]),
  );
  const shares = Object.values(lines);
  const goodsFen = sum(shares.map(({ paidFen }) => paidFen));
  const { freightFen, freightPoints } = freightOf(sold, before, asked);
  const bare = { ...moneyOnly(0), lines, goodsFen, freightFen, freightPoints };
  const owed = giftsOwed(sold, [...before, { units: asked.units, amounts: bare }]);
  // Nothing was handed out before dispatch: gifts go back to their shelf, and nothing is deducted.
  const gifts = giftsWithValue(sold, owed, asked.cause === 'after-sales' ? goodsFen + freightFen : 0);
  const deductedFen = sum(Object.values(gifts).map((gift) => gift.deductedFen));
  const pointsBack = sum(shares.map(({ points }) => points)) + freightPoints;
  return { ...bare, amountFen: goodsFen + freightFen - deductedFen, deductedFen, pointsBack, gifts };
}

/** Money alone, of no goods: a payment that nothing was sold for. */
export const moneyOnly = (amountFen: number): RefundAmounts => ({
  amountFen,
  goodsFen: 0,
  freightFen: 0,
  deductedFen: 0,
  pointsBack: 0,
  freightPoints: 0,
  lines: {},
  gifts: {},
});

/** With the whole order before dispatch, and with the first refund that is the shop's fault; once. */
function freightOf(
  { quote }: Sold,
  before: readonly Refund[],
  { cause, reason }: Asked,
): Pick<RefundAmounts, 'freightFen' | 'freightPoints'> {
  const isDue = cause === 'cancel' || (cause === 'after-sales' && isShopsFault(reason));
  const isGone = before.some(({ amounts }) => amounts.freightFen > 0 || amounts.freightPoints > 0);
  if (!isDue || isGone) return { freightFen: 0, freightPoints: 0 };
  return { freightFen: quote.freight.paidFen, freightPoints: quote.freight.points };
}

/** The stated value of what is kept is deducted, at most what the refund brings. */
function giftsWithValue({ quote }: Sold, owed: Units, atMostFen: number): { [lineId: string]: OwedGift } {
  let leftFen = atMostFen;
  const gifts: { [lineId: string]: OwedGift } = {};
  for (const { lineId, valueUnitFen } of quote.gifts) {
    const units = owed[lineId] ?? 0;
    if (units === 0) continue;
    const deductedFen = Math.min(leftFen, units * valueUnitFen);
    gifts[lineId] = { units, deductedFen };
    leftFen -= deductedFen;
  }
  return gifts;
}
