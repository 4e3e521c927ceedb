import type { Funding } from '../../../../kernel/coupon';
import type { Fen } from '../../../../kernel/fen';
import { floorOfRate } from '../../../../kernel/rate';
import type { Source } from '../choice/option';
import type { Rung } from '../offers/kind';
import { byId } from '../order';
import { type Adjustment, type AllocationEntry, FREIGHT_LINE, type FundingShares, type Step } from '../quote';
import { adjustmentKindOf, titleOf } from './candidates';
import type { WorkingLine } from './working-line';

/** Makes the adjustment of an offer or coupon from what it takes off each line. */
export function adjustmentOf(
  step: Step,
  from: Source,
  allocation: readonly AllocationEntry[],
  numbers: Readonly<Record<string, number>>,
): Adjustment {
  const owner = from.source === 'coupon' ? from.coupon : from.offer;
  const funding = from.source === 'coupon' ? from.coupon.terms.funding : from.offer.funding;
  const amountFen = sumOf(allocation);
  return {
    id: `${step}:${from.id}`,
    step,
    kind: adjustmentKindOf(from),
    offerId: from.source === 'offer' ? from.id : null,
    couponId: from.source === 'coupon' ? from.id : null,
    templateId: from.source === 'coupon' ? from.coupon.templateId : null,
    campaignId: owner.campaignId,
    title: titleOf(from),
    numbers,
    amountFen,
    allocation,
    funding: funding
      ? fundingOf(
          allocation.map((entry) => 0 - entry.amountFen),
          funding,
        )
      : byShop(0 - amountFen),
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
    funding: byShop(0 - amountFen),
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

function byShop(shopFen: Fen): FundingShares {
  return { shopFen, merchantsFen: {} };
}

/** Of each share a merchant bears floor(share × bps / 10,000), the shop the rest. */
export function fundingOf(sharesFen: readonly Fen[], funding: Funding): FundingShares {
  const merchantsFen: Record<string, Fen> = {};
  let shopFen = 0;
  for (const shareFen of sharesFen) shopFen += shareFen;
  for (const merchantId of Object.keys(funding).sort(byId)) {
    let fen = 0;
    for (const shareFen of sharesFen) fen += floorOfRate(shareFen, funding[merchantId] ?? 0);
    merchantsFen[merchantId] = fen;
    shopFen -= fen;
  }
  return { shopFen, merchantsFen };
}
