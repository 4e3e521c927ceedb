import type { Fen } from '../../../../kernel/fen';
import { payAfterRate } from '../../../../kernel/rate';
import { type Option, takeOf } from '../choice/option';
import type { QuoteInput } from '../input';
import { byId, sorted } from '../order';
import type { Adjustment } from '../quote';
import { adjustmentOf, numbersOf, onFreight, ownAdjustment } from './adjustment';
import type { Candidates } from './candidates';
import type { RushFee } from './rush';

export interface FreightBeforePoints {
  readonly baseFen: Fen;
  readonly rushFen: Fen;
  readonly leftFen: Fen;
  /** What would go if the base were free. */
  readonly baseLeftFen: Fen;
  readonly adjustments: readonly Adjustment[];
  readonly used: readonly Option[];
}

/**
 * Step 8 up to points: base (free from X) plus what is left of the rush fee, the member tier's rate on the sum, then the
 * freight coupon.
 */
export function freightOf(
  input: QuoteInput,
  candidates: Candidates,
  rush: RushFee,
  isEmpty: boolean,
): FreightBeforePoints {
  const baseFen = isEmpty ? 0 : input.delivery.baseFreightFen;
  const rushFen = isEmpty ? 0 : input.delivery.rushFeeFen;
  const adjustments: Adjustment[] = [];
  const used: Option[] = [];
  let leftFen = baseFen + rushFen;
  const take = (option: Option | undefined, ofFen: Fen) => {
    const shareFen = option ? takeOf(option.rung.terms, ofFen) : 0;
    if (!option || shareFen === 0) return;
    leftFen -= shareFen;
    used.push(option);
    adjustments.push(adjustmentOf(option.from, onFreight(shareFen), numbersOf(option.rung)));
  };
  take(bestFor(candidates.freightBase, baseFen), baseFen);
  if (rush.adjustment) adjustments.push(rush.adjustment);
  leftFen -= rushFen - rush.leftFen;
  const payRateBps = input.resident.freightRateBps;
  const memberFen = leftFen - payAfterRate(leftFen, payRateBps);
  if (memberFen > 0) {
    adjustments.push(ownAdjustment('freight', 'member-freight', onFreight(memberFen), { payRateBps }));
    leftFen -= memberFen;
  }
  const ofBaseFen = leftFen - payAfterRate(rush.leftFen, payRateBps);
  take(bestFor(candidates.freightCoupon, leftFen), leftFen);
  return { baseFen, rushFen, leftFen, baseLeftFen: Math.min(leftFen, ofBaseFen), adjustments, used };
}

/** What takes most; equal: what expires first, then the lower id. Freight is apart from goods, so this is exact. */
function bestFor(options: readonly Option[], feeFen: Fen): Option | undefined {
  return sorted(
    options,
    (a, b) =>
      takeOf(b.rung.terms, feeFen) - takeOf(a.rung.terms, feeFen) ||
      expiryOf(a) - expiryOf(b) ||
      byId(a.from.id, b.from.id),
  )[0];
}

function expiryOf({ from }: Option): number {
  return from.source === 'coupon' ? from.coupon.validUntilMs : 0;
}
