import type { ParsedInputOf } from '../../../contract';
import { referralOfOrder } from '../../../kernel/referral';
import type { ResidentContext } from '../../../platform/context';
import { attributionAt } from '../../account';
import { budgetNeeds } from '../../budget';
import { tierRule } from '../../loyalty';
import type { Quote } from '../../settlement';
import type { orderContract } from '../contract';
import { type Order, type OrderAddress, type OrderedGood, orderNumber, PAY_WINDOW_MS, type Want } from '../document';
import type { AskedLine } from './cart-lines';
import type { Ground } from './ground';
import { couponsOf, deliveryKindOf, giftsOf, pendingDaysOf, promisedChances } from './promised';

export type PlaceInput = ParsedInputOf<(typeof orderContract)['order.place']>;

export interface Placing {
  readonly orderId: string;
  readonly inputHash: string;
  readonly input: PlaceInput;
  readonly ground: Ground;
  readonly lines: readonly AskedLine[];
  readonly quote: Quote;
  readonly address: OrderAddress;
}

/** The order as it is inserted: price, goods and everything it is going to hold are frozen from here on. */
export function intentOf(context: ResidentContext, placing: Placing): Order {
  const { orderId, inputHash, input, ground, lines, quote, address } = placing;
  const { nowMs, residentId, openid } = context;
  const referralId = referralOfOrder(ground.wallet.referral, nowMs);
  return {
    _id: orderId,
    number: orderNumber({ _id: orderId, at: nowMs }),
    state: 'intent',
    at: nowMs,
    residentId,
    payerOpenid: openid,
    estateId: address.estateId,
    channels: channelsOf(ground, nowMs),
    ...(referralId === null ? {} : { referralId }),
    inputHash,
    quote,
    payableFen: quote.payableFen,
    goods: goodsOf(ground, lines),
    gifts: giftsOf(ground, quote),
    promisedCoupons: couponsOf(ground, quote),
    deliveryKind: deliveryKindOf(input.deliveryKind, quote),
    address,
    note: input.note ?? '',
    wants: wantsOf(ground, lines, quote),
    walletWant: {
      couponIds: quote.coupons.chosenIds,
      points: quote.points.used,
      firstOrder: quote.adjustments.some(({ kind }) => kind === 'first-order'),
    },
    holds: null,
    heldInWallet: null,
    chances: promisedChances(ground, quote, nowMs),
    pendingDays: pendingDaysOf(ground, nowMs),
    deadlineAt: nowMs + PAY_WINDOW_MS,
    tab: 'none',
    timeline: { intent: { atMs: nowMs, by: 'resident', who: null } },
    effects: {},
    refunds: {},
    refundRev: 0,
    pointsRateBps: tierRule(ground.wallet.tier).pointsBps,
  };
}

const NO_TOUCH = { firstTouch: null, lastTouch: null };

const channelsOf = ({ resident }: Ground, nowMs: number): Order['channels'] =>
  attributionAt(resident ?? NO_TOUCH, nowMs);

const bought = (lines: readonly AskedLine[]): AskedLine[] =>
  lines.filter(({ selected, trouble }) => selected && trouble === null);

function goodsOf({ facts }: Ground, lines: readonly AskedLine[]): OrderedGood[] {
  return bought(lines).flatMap(({ skuId, quantity }) => {
    const sku = facts.get(skuId);
    if (!sku) return [];
    const { productId, name, spec, picture, tint, listFen, noReturn } = sku;
    const good = { skuId, productId, name, spec, picture, tint, quantity, listFen };
    return [noReturn ? { ...good, noReturn } : good];
  });
}

/** One take a shelf, whatever the number of lines and gifts, and one a campaign. */
function wantsOf(ground: Ground, lines: readonly AskedLine[], quote: Quote): Want[] {
  const shelves = new Map<string, { [skuId: string]: number }>();
  for (const { skuId, quantity, shelf } of [...goodsOnShelves(ground, lines), ...giftsOnShelves(ground, quote)]) {
    const q = shelves.get(shelf) ?? {};
    shelves.set(shelf, { ...q, [skuId]: (q[skuId] ?? 0) + quantity });
  }
  const stock = [...shelves].map(([cellId, q]): Want => ({ cellIds: [cellId], q, of: 'stock' }));
  const needs = budgetNeeds(quote, ground.wallet.coupons);
  const budget = needs.map(({ cellId, q }): Want => ({ cellIds: [cellId], q, of: 'budget' }));
  return [...stock, ...budget];
}

interface OnShelf {
  readonly skuId: string;
  readonly quantity: number;
  readonly shelf: string;
}

function goodsOnShelves({ facts }: Ground, lines: readonly AskedLine[]): OnShelf[] {
  return bought(lines).flatMap(({ skuId, quantity }) => {
    const shelf = facts.get(skuId)?.shelfCellId;
    return shelf ? [{ skuId, quantity, shelf }] : [];
  });
}

function giftsOnShelves({ gifts }: Ground, quote: Quote): OnShelf[] {
  return quote.gifts.flatMap(({ skuId, quantity }) => {
    const shelf = gifts.get(skuId)?.shelfCellId;
    return shelf ? [{ skuId, quantity, shelf }] : [];
  });
}
