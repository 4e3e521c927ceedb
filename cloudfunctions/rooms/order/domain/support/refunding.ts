import fc from 'fast-check';
import { amountsOf } from '../refund/amounts';
import { giftsToCredit } from '../refund/gifts';
import type { Refund, Refunds, Units } from '../refund/record';
import { type Freight, relaxed } from '../refund/relax';
import { givenRefunds, type Sold, unitsLeft } from '../refund/units';
import { isGivenBack, type RefundCause, type RefundReason, type RefundState } from '../refund-states';

/** One thing that happens to an order: units are asked for, and an earlier wish is granted or dropped. */
export interface Turn {
  readonly reason: RefundReason;
  /** Of each line that part of what is left, in thousandths. */
  readonly parts: readonly number[];
  readonly next: 'wait' | 'give' | 'drop';
  /** Which of those that wait, in thousandths. */
  readonly which: number;
}

export const anyTurns: fc.Arbitrary<readonly Turn[]> = fc.array(
  fc.record({
    reason: fc.constantFrom('broken' as const, 'unwanted' as const),
    parts: fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 4, maxLength: 4 }),
    next: fc.constantFrom('wait' as const, 'give' as const, 'drop' as const),
    which: fc.integer({ min: 0, max: 999 }),
  }),
  { maxLength: 10 },
);

export const aRefund = (over: Partial<Refund> & Pick<Refund, 'amounts' | 'units'>): Refund => ({
  ...{ cause: 'after-sales', state: 'asked', atMs: 0, reason: 'broken', note: '', pictures: [], answer: null },
  timeline: {},
  ...over,
});

/** Asks for units, beside all refunds that are there. */
export function asking(sold: Sold, units: Units, reason: RefundReason, state: RefundState = 'asked'): Sold {
  const count = Object.keys(sold.refunds).length;
  const cause: RefundCause = 'after-sales';
  const amounts = amountsOf(sold, { cause, units, reason });
  const refund = aRefund({ units, reason, state, atMs: count, amounts });
  const owed = isGivenBack(state) ? { ...refund, creditedGifts: giftsToCredit(givenRefunds(sold), refund) } : refund;
  return { ...sold, refunds: { ...sold.refunds, [`r${count + 1}`]: owed } };
}

export function settling(sold: Sold, refundNumber: string, state: 'succeeded' | 'declined'): Sold {
  const refund = sold.refunds[refundNumber];
  if (!refund) return sold;
  const as = (changed: Partial<Refund>): Sold => ({
    ...sold,
    refunds: { ...sold.refunds, [refundNumber]: { ...refund, state, ...changed } },
  });
  if (state === 'succeeded') return as({ creditedGifts: giftsToCredit(givenRefunds(sold), refund) });
  const now = as({});
  const { refunds, undoneFen, freight } = relaxed(now);
  const all: Refunds = { ...now.refunds, ...refunds };
  return {
    ...now,
    refunds:
      undoneFen + freight.paidFen + freight.points === 0
        ? all
        : { ...all, [`undo${Object.keys(all).length}`]: undoing(undoneFen, freight) },
  };
}

/** As `giftRefund` of the operations: a deduction that is undone, and freight that no other brings. */
function undoing(fen: number, { paidFen, points }: Freight): Refund {
  const freight = { freightFen: paidFen, pointsBack: points, freightPoints: points };
  return aRefund({
    ...{ cause: 'gift-back', state: 'succeeded', units: {} },
    amounts: { goodsFen: 0, lines: {}, gifts: {}, ...freight, amountFen: fen + paidFen, deductedFen: 0 - fen },
  });
}

const waiting = ({ refunds }: Sold): string[] => Object.keys(refunds).filter((no) => refunds[no]?.state === 'asked');

function partOf(sold: Sold, { parts }: Turn): Units {
  const left = Object.entries(unitsLeft(sold));
  const wish = left.map(([lineId, units], n) => [lineId, Math.round((units * (parts[n] ?? 0)) / 1_000)] as const);
  return Object.fromEntries(wish.filter(([, units]) => units > 0));
}

export function played(sold: Sold, turns: readonly Turn[]): Sold {
  return turns.reduce((now, turn) => {
    const units = partOf(now, turn);
    const asked = Object.keys(units).length === 0 ? now : asking(now, units, turn.reason);
    const open = waiting(asked);
    const chosen = open[Math.floor((turn.which * open.length) / 1_000)];
    if (turn.next === 'wait' || !chosen) return asked;
    return settling(asked, chosen, turn.next === 'give' ? 'succeeded' : 'declined');
  }, sold);
}

/** All that waits is given, and all that is left is asked for and given. */
export function toTheEnd(sold: Sold): Sold {
  const given = waiting(sold).reduce((now, refundNumber) => settling(now, refundNumber, 'succeeded'), sold);
  const left = unitsLeft(given);
  return Object.keys(left).length === 0 ? given : asking(given, left, 'unwanted', 'succeeded');
}
