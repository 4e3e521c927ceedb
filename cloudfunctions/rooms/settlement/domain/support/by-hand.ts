import type { LinePriceKind, Scope } from '../../../../kernel/coupon';
import type { Audience, CouponInHand, Offer, QuoteInput } from '../input';
import type { Quote } from '../quote';

/**
 * Steps 3 to 5 as one would reckon them on paper from rules.md, from the line prices that a quote states. Shares nothing
 * with the engine but types: no code of choice/, steps/, offers/ or the kernel's sharing.
 */
export interface HandLine {
  readonly lineId: string;
  readonly skuId: string;
  readonly categoryId: string;
  readonly linePrice: LinePriceKind;
  readonly quantity: number;
  readonly amountFen: number;
  /** 0 for noPromotion, which nothing lowers. */
  readonly floorFen: number;
  readonly noPromotion: boolean;
}

export interface HandReduction {
  readonly id: string;
  readonly isCoupon: boolean;
  readonly step: 3 | 4 | 5;
  /** Of one group at most one. */
  readonly group: string;
  /** Offer or template id. */
  readonly turnId: string;
  readonly thresholdFen: number;
  /** Indices of the lines that it lowers. */
  readonly lines: readonly number[];
  readonly off: HandOff;
}

type HandOff =
  | { readonly form: 'fixed'; readonly offFen: number }
  | { readonly form: 'percentage'; readonly payRateBps: number; readonly capFen: number };

export const MOST_COUPON_GROUPS = 4;
const BY_DEFAULT: readonly LinePriceKind[] = ['list', 'tier', 'window', 'bundle'];

export const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, fen) => sum + fen, 0);

/** The lines after steps 1 and 2. */
export function handLines({ lines: cart }: QuoteInput, quote: Quote): HandLine[] {
  return quote.lines.map(({ lineId, skuId, linePrice, quantity, amountFen }) => {
    const own = cart.find((line) => line.skuId === skuId);
    if (!own) throw new Error(`${skuId} is not in the cart`);
    const noPromotion = own.noPromotion ?? false;
    const floorFen = noPromotion ? 0 : Math.min(own.floorUnitFen ?? 0, own.listUnitFen) * quantity;
    return { lineId, skuId, categoryId: own.categoryId, linePrice, quantity, amountFen, floorFen, noPromotion };
  });
}

export function linesInScope(scope: Scope, takes: readonly LinePriceKind[] = BY_DEFAULT, lines: readonly HandLine[]) {
  return [...lines.keys()].filter((i) => {
    const line = lines[i];
    if (!line || line.noPromotion || !takes.includes(line.linePrice)) return false;
    if ('skuIds' in scope) return scope.skuIds.includes(line.skuId);
    return 'all' in scope || scope.categoryIds.includes(line.categoryId);
  });
}

export const baseOf = (indices: readonly number[], lines: readonly HandLine[]) =>
  sumOf(indices.map((i) => lines[i]?.amountFen ?? 0));

/** Time, audience, pause and budget. */
export function isOpenOffer(offer: Offer, input: QuoteInput): boolean {
  const { offerId, startsAtMs, endsAtMs, paused = false, audience = {} } = offer;
  const isInTime = startsAtMs <= input.nowMs && input.nowMs < endsAtMs;
  return isInTime && !paused && isFor(audience, input) && !input.withoutBudget?.includes(offerId);
}

export function isOpenCoupon(
  { templateId, validFromMs, validUntilMs, audience = {} }: CouponInHand,
  input: QuoteInput,
) {
  const isInTime = validFromMs <= input.nowMs && input.nowMs < validUntilMs;
  return isInTime && isFor(audience, input) && !input.withoutBudget?.includes(templateId);
}

function isFor({ estateIds, tiers, residents }: Audience, { resident }: QuoteInput): boolean {
  if (estateIds && !estateIds.includes(resident.estateId ?? '')) return false;
  return (!tiers || tiers.includes(resident.tier)) && (!residents || (residents === 'new') === resident.isNew);
}

/** Every tier, right and goods coupon whose conditions and threshold hold. */
export function reductionsByHand(input: QuoteInput, lines: readonly HandLine[]): HandReduction[] {
  const ofOffers = input.offers.filter((offer) => isOpenOffer(offer, input)).flatMap((o) => ofOffer(o, input, lines));
  const ofCoupons = input.coupons.filter((coupon) => isOpenCoupon(coupon, input)).flatMap((c) => ofCoupon(c, lines));
  return [...ofOffers, ...ofCoupons].filter((one) => one.lines.length > 0);
}

function ofOffer(offer: Offer, { resident }: QuoteInput, lines: readonly HandLine[]): HandReduction[] {
  const { offerId: id, scope, takes } = offer;
  const inScope = linesInScope(scope, takes, lines);
  const baseFen = baseOf(inScope, lines);
  const shared = { id, turnId: id, isCoupon: false, lines: inScope };
  if (offer.kind === 'first-order') {
    const off = { form: 'fixed', offFen: offer.parameters.offFen } as const;
    return resident.firstOrderRight ? [{ ...shared, step: 4, group: 'first order', thresholdFen: 0, off }] : [];
  }
  if (offer.kind !== 'spend-tiers') return [];
  const { group, reach } = offer.parameters;
  const tier = { ...shared, step: 3, group: `tier ${group}` } as const;
  if (reach.form === 'each') {
    const times = Math.floor(baseFen / reach.eachFullFen);
    const offFen = Math.min(times * reach.offFen, reach.capFen);
    return times > 0 ? [{ ...tier, thresholdFen: times * reach.eachFullFen, off: { form: 'fixed', offFen } }] : [];
  }
  return reach.tiers
    .filter(({ thresholdFen }) => thresholdFen <= baseFen)
    .map(({ thresholdFen, off }) => ({ ...tier, thresholdFen, off }));
}

function ofCoupon({ couponId, templateId, terms }: CouponInHand, lines: readonly HandLine[]): HandReduction[] {
  if (terms.kind === 'freight') return [];
  const inScope = linesInScope(terms.scope, terms.takes, lines);
  if (baseOf(inScope, lines) < terms.minSpendFen) return [];
  const shared = { id: couponId, turnId: templateId, isCoupon: true, step: 5 as const, group: `coupon ${terms.group}` };
  const one = { ...shared, thresholdFen: terms.minSpendFen, lines: inScope };
  if (terms.kind === 'percentage') {
    const { payRateBps, capFen } = terms;
    return [{ ...one, off: { form: 'percentage', payRateBps, capFen } }];
  }
  if (terms.kind === 'fixed') return [{ ...one, off: { form: 'fixed', offFen: terms.offFen } }];
  const units = inScope.map((i) => Math.floor((lines[i]?.amountFen ?? 0) / (lines[i]?.quantity ?? 1)));
  const offFen = Math.min(Math.max(0, Math.max(0, ...units) - terms.priceFen), terms.capFen);
  return [{ ...one, off: { form: 'fixed', offFen } }];
}

const before = (a: string, b: string) => Number(a > b) - Number(a < b);

/** The order of steps: percentages before fixed amounts, then ascending ids. */
function byTurn(a: HandReduction, b: HandReduction): number {
  const isFixed = (one: HandReduction) => Number(one.off.form === 'fixed');
  return a.step - b.step || isFixed(a) - isFixed(b) || before(a.turnId, b.turnId) || before(a.id, b.id);
}

/** What is left of each line after these, each at its turn, and what each took. */
export function takenByHand(chosen: readonly HandReduction[], lines: readonly HandLine[]) {
  const leftFen = lines.map(({ amountFen }) => amountFen);
  const takenFen = new Map<string, number>();
  for (const { id, off, lines: own } of [...chosen].sort(byTurn)) {
    const weights = own.map((i) => leftFen[i] ?? 0);
    const caps = own.map((i, n) => Math.max(0, (weights[n] ?? 0) - (lines[i]?.floorFen ?? 0)));
    const sum = sumOf(weights);
    const wantedFen =
      off.form === 'fixed' ? off.offFen : Math.min(sum - Math.ceil((sum * off.payRateBps) / 10_000), off.capFen);
    const shares = sharedByHand(Math.min(wantedFen, sum), weights, caps);
    for (const [n, i] of own.entries()) leftFen[i] = (leftFen[i] ?? 0) - (shares[n] ?? 0);
    takenFen.set(id, sumOf(shares));
  }
  return { leftFen, takenFen, costFen: sumOf(leftFen) };
}

/** By largest remainder over those that can take it; who would exceed its cap takes the cap and leaves the division. */
export function sharedByHand(wantedFen: number, weights: readonly number[], caps: readonly number[]): number[] {
  const shares = weights.map(() => 0);
  let open = [...weights.keys()].filter((i) => (caps[i] ?? 0) > 0);
  let restFen = Math.min(wantedFen, sumOf(caps));
  for (;;) {
    let sum = 0;
    for (const i of open) sum += weights[i] ?? 0;
    if (sum * restFen > Number.MAX_SAFE_INTEGER) throw new RangeError('too much for paper');
    const inDivision: number[] = [];
    let fullFen = 0;
    for (const i of open) {
      const [weight, cap] = [weights[i] ?? 0, caps[i] ?? 0];
      if (weight * restFen > cap * sum) {
        shares[i] = cap;
        fullFen += cap;
      } else inDivision.push(i);
    }
    if (inDivision.length === open.length) return byRemainder(restFen, sum, open, weights, shares);
    restFen -= fullFen;
    open = inDivision;
  }
}

function byRemainder(
  restFen: number,
  sum: number,
  open: readonly number[],
  weights: readonly number[],
  shares: number[],
): number[] {
  if (restFen === 0) return shares;
  const exact = open.map((i) => ({ i, product: (weights[i] ?? 0) * restFen }));
  for (const { i, product } of exact) shares[i] = (product - (product % sum)) / sum;
  const missing = restFen - sumOf(open.map((i) => shares[i] ?? 0));
  const first = [...exact].sort((a, b) => (b.product % sum) - (a.product % sum) || a.i - b.i).slice(0, missing);
  for (const { i } of first) shares[i] = (shares[i] ?? 0) + 1;
  return shares;
}
