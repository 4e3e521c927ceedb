import { claimCounter } from '../../cloudfunctions/rooms/coupon/domain/eligibility';
import { BUDGET } from '../support/shop';
import { isLive, unitsOf } from './books';
import { TEMPLATE } from './house';
import { claimedCoupons, type Rest, type Rule } from './rest-rule';

/** initial = Σ left + live, for goods and for what orders take from the budget. */
export const unitsAreConserved: Rule = (rest, say) => {
  const { books, opening } = rest;
  const live = new Map<string, number>();
  const count = (cellId: string, key: string, units: number): void => {
    live.set(`${cellId}/${key}`, (live.get(`${cellId}/${key}`) ?? 0) + units);
  };
  // What the shop could not pack is out for good, though nobody has it.
  for (const order of books.orders.values())
    if (isLive(order) || order.state === 'cancelled')
      for (const { cellId, key, units } of unitsOf(order)) count(cellId, key, units);
  for (const { key, fen } of reservesInUse(rest)) count(BUDGET, key, fen);
  for (const wallet of books.wallets.values()) {
    for (const [id, chance] of Object.entries(wallet.chances))
      if (chance.state === 'used' && chance.spin.cell !== null && wallet.prizes[id]?.state !== 'revoked')
        count(chance.spin.cell, 'n', 1);
  }
  for (const [cellId, units] of opening) {
    if (cellId.startsWith('tpl_')) continue;
    const left = books.cells.get(cellId)?.left ?? {};
    for (const [key, initial] of Object.entries(units)) {
      const used = live.get(`${cellId}/${key}`) ?? 0;
      if (initial !== (left[key] ?? 0) + used) say(`${cellId}/${key}: ${initial} ≠ ${left[key]} left + ${used} live`);
    }
  }
};

/** What claimed coupons keep of the budget: all of it while they may be used, what they took off once received. */
function reservesInUse(rest: Rest): { key: string; fen: number }[] {
  const { books } = rest;
  return [...books.wallets.values()].flatMap((wallet) =>
    claimedCoupons(rest, wallet).flatMap(({ couponId, coupon }) => {
      if (!coupon.reserve || coupon.status.state === 'expired') return [];
      const order = coupon.status.state === 'used' ? books.orders.get(coupon.status.orderId) : undefined;
      const usedFen = order?.quote.adjustments
        .filter((adjustment) => adjustment.couponId === couponId)
        .reduce((sum, { amountFen }) => sum - amountFen, 0);
      return Object.entries(coupon.reserve.q).map(([key, fen]) => ({
        key,
        fen: order?.state === 'received' ? Math.min(fen, usedFen ?? 0) : fen,
      }));
    }),
  );
}

/** total = Σ left + claimed, and each claim is one coupon. */
export const claimsAreConserved: Rule = (rest, say) => {
  const { books, opening } = rest;
  const sum = (cells: Iterable<readonly [string, { readonly [key: string]: number }]>): number =>
    [...cells].reduce((total, [id, { n = 0 }]) => (id.startsWith(`tpl_${TEMPLATE}`) ? total + n : total), 0);
  const left = sum([...books.cells].map(([id, cell]) => [id, cell.left] as const));
  let claimed = 0;
  for (const wallet of books.wallets.values()) {
    const coupons = claimedCoupons(rest, wallet).filter(({ coupon }) => coupon.templateId === TEMPLATE).length;
    const counted = wallet.counters[claimCounter(TEMPLATE)] ?? 0;
    if (coupons !== counted) say(`${coupons} coupons of ${counted} claims in ${wallet._id}`);
    claimed += coupons;
  }
  if (sum(opening) !== left + claimed) say(`coupons: ${sum(opening)} ≠ ${left} left + ${claimed} claimed`);
};

/** No mark without a live decider; at rest every order has decided, so there is none at all. */
export const noMarkIsLeft: Rule = ({ books }, say) => {
  for (const { _id, open, held } of books.cells.values()) {
    const marks = Object.entries(held).filter(([, { s }]) => s === 'h');
    for (const [op] of marks) say(`${_id} still holds for ${op} (${books.orders.get(op)?.state ?? 'no order'})`);
    if (open !== marks.length) say(`${_id} counts ${open} open marks`);
  }
  for (const { _id, holds, coupons } of books.wallets.values()) {
    for (const orderId of Object.keys(holds))
      say(`${_id} still holds for ${orderId} (${books.orders.get(orderId)?.state ?? 'no order'})`);
    for (const [couponId, { status }] of Object.entries(coupons))
      if (status.state === 'locked') say(`coupon ${couponId} of ${_id} is locked`);
  }
};
