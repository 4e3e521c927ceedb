import type { Funding } from '../../../../kernel/coupon';
import type { Fen } from '../../../../kernel/fen';
import { floorOfRate } from '../../../../kernel/rate';
import type { Source } from '../choice/option';
import type { Rung } from '../offers/kind';
import { byId } from '../order';
import type { Adjustment, AllocationEntry, FundingShares, Step } from '../quote';
import { adjustmentKindOf, titleOf } from './candidates';
import type { WorkingLine } from './working-line';

/** Share of a line in a reduction, ≥ 0. */
export interface LineShare {
  readonly lineId: string;
  readonly shareFen: Fen;
}

/** Makes the adjustment of an offer or coupon from the shares that it takes; shares of 0 are left out. */
export function adjustmentOf(
  step: Step,
  from: Source,
  shares: readonly LineShare[],
  numbers: Readonly<Record<string, number>>,
): Adjustment {
  const owner = from.source === 'coupon' ? from.coupon : from.offer;
  const funding = from.source === 'coupon' ? from.coupon.terms.funding : from.offer.funding;
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
    ...amountsOf(shares, funding),
  };
}

/** Points and the member tier's freight rate: from no offer, borne by the shop. */
export function ownAdjustment(
  step: Step,
  kind: 'member-freight' | 'points-goods' | 'points-freight',
  shares: readonly LineShare[],
  numbers: Readonly<Record<string, number>>,
): Adjustment {
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
    ...amountsOf(shares, undefined),
  };
}

/** Numbers for the label of a rung: what had to be reached and what it takes off. */
export function numbersOf({ thresholdFen, terms }: Rung): Readonly<Record<string, number>> {
  if (terms.form === 'fixed') return { thresholdFen, offFen: terms.offFen };
  const { payRateBps, capFen } = terms;
  return capFen === null ? { thresholdFen, payRateBps } : { thresholdFen, payRateBps, capFen };
}

/** The shares of lines at these indices. */
export function sharesOf(
  indices: readonly number[],
  sharesFen: readonly Fen[],
  lines: readonly WorkingLine[],
): LineShare[] {
  return indices.map((i, n) => ({ lineId: lines[i]?.lineId ?? '', shareFen: sharesFen[n] ?? 0 }));
}

function amountsOf(
  shares: readonly LineShare[],
  funding: Funding | undefined,
): { readonly amountFen: Fen; readonly allocation: readonly AllocationEntry[]; readonly funding: FundingShares } {
  const allocation: AllocationEntry[] = [];
  let takenFen = 0;
  for (const { lineId, shareFen } of shares) {
    if (shareFen === 0) continue;
    allocation.push({ lineId, amountFen: -shareFen });
    takenFen += shareFen;
  }
  const funded = funding ? fundingOf(shares, funding) : { shopFen: takenFen, merchantsFen: {} };
  return { amountFen: 0 - takenFen, allocation, funding: funded };
}

/** Of each line share a merchant bears floor(share × bps / 10,000), the shop the rest. */
export function fundingOf(shares: readonly Pick<LineShare, 'shareFen'>[], funding: Funding): FundingShares {
  const merchantsFen: Record<string, Fen> = {};
  let shopFen = shares.reduce((sum, { shareFen }) => sum + shareFen, 0);
  for (const [merchantId, bps] of Object.entries(funding).sort(([a], [b]) => byId(a, b))) {
    const fen = shares.reduce((sum, { shareFen }) => sum + floorOfRate(shareFen, bps), 0);
    merchantsFen[merchantId] = fen;
    shopFen -= fen;
  }
  return { shopFen, merchantsFen };
}
