import { hasFirstOrderRight, isNewResident, type Wallet } from '../../../kernel/wallet';
import { budgetNeeds, offersWithoutRoom } from '../../budget';
import { type OrderChances, offersNear, orderChances, running } from '../../campaign';
import { spendablePoints, tierRule } from '../../loyalty';
import { givesOf, type Offer, type PointsRule, type Quote, type QuoteInput, settle } from '../../settlement';
import type { AskedLine } from './cart-lines';
import type { Ground } from './ground';

/** rules.md section 1, steps 6: 100 points = 100 fen, at most half of what is left. */
export const POINTS_RULE: PointsRule = { unitPoints: 100, unitFen: 100, shareBps: 5_000 };

export interface Asked {
  readonly lines: readonly AskedLine[];
  /** Absent: the best. */
  readonly couponIds: readonly string[] | undefined;
  readonly pointsWish: number;
  /** express: refused before where the estate has none. */
  readonly deliveryKind: 'standard' | 'express';
}

/** Every number of the price, from what was read. Offers whose budget has no room are left out, whole. */
export function priceOf(ground: Ground, asked: Asked, nowMs: number, offers = offersOf(ground, nowMs)): Quote {
  const input = quoteInput(ground, asked, nowMs, offers);
  const without = new Set<string>();
  for (;;) {
    const quote = settle({ ...input, withoutBudget: [...without] });
    const spent = offersWithoutRoom(budgetNeeds(quote, ground.wallet.coupons), ground.cells).filter(
      (id) => !without.has(id),
    );
    if (spent.length === 0) return quote;
    for (const id of spent) without.add(id);
  }
}

/** Where there is no express delivery, none is promised for free. The very same list as long as the offers are the same. */
export function offersOf({ head, campaigns, estate }: Ground, nowMs: number): readonly Offer[] {
  const offers = offersNear(head, campaigns, estate?.estateId ?? null, nowMs);
  if (!estate || estate.rushFeeFen !== null) return offers;
  const known = withoutUpgrade.get(offers);
  if (known) return known;
  const others = offers.filter((offer) => givesOf(offer).addOn?.benefit.form !== 'freight-upgrade');
  withoutUpgrade.set(offers, others);
  return others;
}

const withoutUpgrade = new WeakMap<readonly Offer[], readonly Offer[]>();

/** Draw chances that an order placed now brings on receipt. */
export const chancesOf = ({ head, campaigns, estate }: Ground, nowMs: number): OrderChances[] =>
  orderChances(running(head, campaigns, nowMs), estate?.estateId ?? null);

export function residentOf({ wallet, estate }: Ground, nowMs: number): QuoteInput['resident'] {
  const { pointsBps, freightBps } = tierRule(wallet.tier);
  return {
    tier: wallet.tier,
    pointsRateBps: pointsBps,
    freightRateBps: freightBps,
    isNew: isNewResident(wallet),
    estateId: estate?.estateId ?? null,
    firstOrderRight: hasFirstOrderRight(wallet),
    spendablePoints: spendablePoints(wallet, nowMs),
  };
}

function quoteInput(ground: Ground, asked: Asked, nowMs: number, offers: readonly Offer[]): QuoteInput {
  return {
    nowMs,
    resident: residentOf(ground, nowMs),
    lines: linesOf(ground, asked),
    delivery: deliveryOf(ground, asked),
    offers,
    coupons: freeCoupons(ground.wallet),
    couponChoice: asked.couponIds === undefined ? 'best' : { ids: asked.couponIds },
    pointsWish: asked.pointsWish,
    pointsRule: POINTS_RULE,
    chancesOnReceipt: chancesOf(ground, nowMs).reduce((sum, { chances }) => sum + chances, 0),
    giftStock: giftStockOf(ground),
    shelf: shelfOf(ground, asked),
  };
}

function deliveryOf({ estate }: Ground, { deliveryKind: kind }: Asked): QuoteInput['delivery'] {
  const rushFeeFen = kind === 'express' ? (estate?.rushFeeFen ?? 0) : 0;
  return { kind, baseFreightFen: estate?.baseFreightFen ?? 0, rushFeeFen };
}

/** Units of gifts by the shelves that were read; of the others the take decides. */
function giftStockOf({ gifts, cells }: Ground): { readonly [skuId: string]: number } {
  const known = [...gifts.values()].flatMap(({ skuId, shelfCellId }): [string, number][] => {
    const shelf = cells.get(shelfCellId);
    return shelf ? [[skuId, shelf.left[skuId] ?? 0]] : [];
  });
  return Object.fromEntries(known);
}

/** What else could be bought, beyond what the cart has of it. */
function shelfOf({ goods, cells }: Ground, { lines }: Asked): QuoteInput['shelf'] {
  const inCart = new Map(lines.map(({ skuId, quantity }) => [skuId, quantity]));
  return goods.flatMap((good) => {
    const { skuId, categoryId, listFen: listUnitFen, noPromotion, floorFen: floorUnitFen, shelfCellId } = good;
    const left = (cells.get(shelfCellId)?.left[skuId] ?? good.left) - (inCart.get(skuId) ?? 0);
    return left > 0 ? [{ skuId, categoryId, listUnitFen, noPromotion, floorUnitFen, left }] : [];
  });
}

/** Lines that cannot be bought as they are stand in the cart with their trouble and count in nothing. */
function linesOf({ facts }: Ground, { lines }: Asked): QuoteInput['lines'] {
  return lines.flatMap(({ skuId, quantity, selected, trouble }) => {
    const sku = facts.get(skuId);
    if (!sku) return [];
    const { categoryId, listFen, noPromotion, floorFen } = sku;
    const isIn = selected && trouble === null;
    return [{ skuId, categoryId, listUnitFen: listFen, quantity, selected: isIn, noPromotion, floorUnitFen: floorFen }];
  });
}

const freeCoupons = ({ coupons }: Wallet): QuoteInput['coupons'] =>
  Object.entries(coupons)
    .filter(([, { status }]) => status.state === 'usable' || status.state === 'returned')
    .map(([couponId, { templateId, campaignId, title, terms, validFromMs, validUntilMs }]) => ({
      couponId,
      templateId,
      campaignId,
      title,
      terms,
      validFromMs,
      validUntilMs,
    }));
