import type { Coupon } from '../../../kernel/coupon';
import { type Chance, emptyWallet, type Prize } from '../../../kernel/wallet';
import { revokeOfOrder } from './revoke';
import { endChances } from './upkeep';

const open = (orderId: string): Chance => ({ state: 'open', drawId: 'wheel', at: 1, orderId, expiresAtMs: 9 });
const used = (orderId: string, cell: string | null = null) =>
  ({ state: 'used', drawId: 'wheel', at: 1, orderId, spin: { cell } }) as Chance;
const prize = (over: Partial<Prize>) =>
  ({ drawId: 'wheel', drawPrizeId: 'p', kind: 'product', state: 'to-claim', givenId: null, ...over }) as Prize;
const coupon = (state: string) => ({ status: { state } }) as unknown as Coupon;

const wallet = {
  ...emptyWallet('r_1'),
  chances: {
    ...{ 'order:o1:1': open('o1'), 'order:o1:2': used('o1', 'kettles'), 'order:o1:3': used('o1', 'coupons') },
    ...{ 'order:o1:4': used('o1', 'coupons'), 'order:o1:5': used('o1'), 'order:o1:6': used('o1', 'coupons') },
    ...{ 'order:o1:7': used('o1', 'kettles'), 'order:o1:8': used('o1', 'kettles'), 'order:o1:9': used('o1') },
    ...{ 'order:o2:1': open('o2'), 'order:o2:2': used('o2', 'kettles') },
  },
  prizes: {
    'order:o1:2': prize({}),
    'order:o1:3': prize({ kind: 'coupon', state: 'given', givenId: 'free' }),
    'order:o1:4': prize({ kind: 'coupon', state: 'given', givenId: 'spent' }),
    'order:o1:5': prize({ kind: 'points', state: 'given', givenId: 'lot' }),
    'order:o1:6': prize({ kind: 'coupon', state: 'given', givenId: 'inOrder' }),
    'order:o1:7': prize({ state: 'handed-over' }),
    'order:o1:8': prize({}),
    'order:o1:9': prize({ kind: 'coupon', state: 'given', givenId: 'archived' }),
    'order:o2:2': prize({}),
  },
  coupons: { free: coupon('usable'), spent: coupon('used'), inOrder: coupon('locked') },
};

const { wallet: after, returns } = revokeOfOrder(wallet, { orderId: 'o1' }, 9);

test('unused chances of the order leave, used ones and those of other orders stay', () => {
  expect(Object.keys(after.chances)).toEqual(Object.keys(wallet.chances).filter((id) => id !== 'order:o1:1'));
});

test.each([
  ['order:o1:2', 'revoked', 'a good that nobody claimed'],
  ['order:o1:3', 'revoked', 'a coupon that nobody used'],
  ['order:o1:4', 'given', 'a coupon that was used'],
  ['order:o1:5', 'given', 'points'],
  ['order:o1:6', 'given', 'a coupon that an order has'],
  ['order:o1:7', 'handed-over', 'a good that its winner has'],
  ['order:o2:2', 'to-claim', 'another order’s'],
])('%s is %s: %s', (prizeId, state) => {
  expect(after.prizes[prizeId]?.state).toBe(state);
});

test('the unused coupon is revoked, the used one is not', () => {
  expect([after.coupons.free?.status.state, after.coupons.spent?.status.state]).toEqual(['revoked', 'used']);
});

test('a coupon in an order, paid or not, is the order’s as long as it stands and does not come back from it', () => {
  const { inOrder, spent } = after.coupons;
  expect([inOrder?.status.state, inOrder?.revokeOnReturn]).toEqual(['locked', 'order-refunded']);
  expect([spent?.status.state, spent?.revokeOnReturn]).toEqual(['used', 'order-refunded']);
});

test('units of revoked prizes go back to their cells: two goods and a coupon; what somebody has or used does not', () => {
  expect(returns).toEqual({ kettles: { n: 2 }, coupons: { n: 1 } });
});

test('a coupon prize that was used and has left the wallet is remembered, should its order bring it back', () => {
  expect(after.revoked).toEqual({ archived: { reason: 'order-refunded', atMs: 9 } });
});

test('doing it again changes nothing', () => {
  expect(revokeOfOrder(after, { orderId: 'o1' }, 10)).toEqual({ wallet: after, returns: {} });
});

test('a good that waits to be claimed is revoked after 100 later spins too, and its unit goes back', () => {
  const spun = (n: number) =>
    ({ ...used('o2'), spin: { cell: n === 0 ? 'kettles' : null, atMs: n } }) as unknown as Chance;
  const later = Array.from({ length: 100 }, (_, n) => [`order:o2:${n + 1}`, spun(n + 1)]);
  const busy = {
    ...emptyWallet('r_1'),
    chances: { 'order:o1:1': { ...spun(0), orderId: 'o1' }, ...Object.fromEntries(later) },
    prizes: { 'order:o1:1': prize({ claimUntilMs: 1_000 }) },
  };
  const kept = endChances(busy, 999);
  expect(kept).toBe(busy);
  const { wallet: undone, returns: back } = revokeOfOrder(kept, { orderId: 'o1' }, 999);
  expect([undone.prizes['order:o1:1']?.state, back]).toEqual(['revoked', { kettles: { n: 1 } }]);
});
