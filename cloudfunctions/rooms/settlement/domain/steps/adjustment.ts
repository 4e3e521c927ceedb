import type { Fen } from '../../../../kernel/fen';
import { floorOfRate } from '../../../../kernel/rate';
import type { Rung } from '../offers/kind';
import { type Adjustment, type AllocationEntry, FREIGHT_LINE, type FundingShares, type Step } from '../quote';
import type { Source } from '../source';
import type { WorkingLine } from './working-line';

/** Makes the adjustment of an offer or coupon from what it takes off each line. */
export function adjustmentOf(
  from: Source,
  allocation: readonly AllocationEntry[],
  numbers: Readonly<Record<string, number>>,
): Adjustment {
  const amountFen = sumOf(allocation);
  const { id, coupon } = from;
  return {
    id: from.adjustmentId,
    step: from.step,
    kind: from.kind,
    offerId: coupon === null ? id : null,
    couponId: coupon === null ? null : id,
    templateId: coupon === null ? null : coupon.templateId,
    campaignId: from.campaignId,
    title: from.title,
    numbers,
    amountFen,
    allocation,
    funding: fundingOf(allocation, 0 - amountFen, from),
  };
}

/** Points and the member tier's freight rate: from no offer, borne by the shop. */
export function ownAdjustment(
  step: Step,
  kind: 'member-freight' | 'points-goods' | 'points-freight',
  allocation: readonly AllocationEntry[],
  numbers: Readonly<Record<string, number>>,
): Adjustment {
  const amountFen = sumOf(allocation);
  return {
    id: `${step}:${kind}`,
    step,
    kind,
    offerId: null,
    couponId: null,
    templateId: null,
    campaignId: null,
    title: null,
    numbers,
    amountFen,
    allocation,
    funding: { shopFen: 0 - amountFen, merchantsFen: {} },
  };
}

/** Numbers for the label of a rung: what had to be reached and what it takes off. */
export function numbersOf({ thresholdFen, terms }: Rung): Readonly<Record<string, number>> {
  if (terms.form === 'fixed') return { thresholdFen, offFen: terms.offFen };
  const { payRateBps, capFen } = terms;
  return capFen === null ? { thresholdFen, payRateBps } : { thresholdFen, payRateBps, capFen };
}

/** What is taken off the lines at these indices; shares of 0 are left out. */
export function allocationOf(
  indices: readonly number[],
  sharesFen: readonly Fen[],
  lines: readonly WorkingLine[],
): AllocationEntry[] {
  const allocation: AllocationEntry[] = [];
  for (let n = 0; n < indices.length; n += 1) {
    const shareFen = sharesFen[n] ?? 0;
    if (shareFen > 0) allocation.push({ lineId: lines[indices[n] ?? 0]?.lineId ?? '', amountFen: 0 - shareFen });
  }
  return allocation;
}

export function onFreight(offFen: Fen): AllocationEntry[] {
  return [{ lineId: FREIGHT_LINE, amountFen: 0 - offFen }];
}

function sumOf(allocation: readonly AllocationEntry[]): Fen {
  let sumFen = 0;
  for (const { amountFen } of allocation) sumFen += amountFen;
  return sumFen;
}

/** Of each share a merchant bears floor(share × bps / 10,000), the shop the rest. */
function fundingOf(allocation: readonly AllocationEntry[], sumFen: Fen, { bearers }: Source): FundingShares {
  const merchantsFen: Record<string, Fen> = {};
  let shopFen = sumFen;
  for (const { merchantId, shareBps } of bearers) {
    let fen = 0;
    for (const { amountFen } of allocation) fen += floorOfRate(0 - amountFen, shareBps);
    merchantsFen[merchantId] = fen;
    shopFen -= fen;
  }
  return { shopFen, merchantsFen };
}
