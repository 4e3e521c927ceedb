import { paidOrder, withAnn } from '../../../../tests/support/ann';
import { SHELF, type Shop } from '../../../../tests/support/shop';
import { MINUTE_MS } from '../../../kernel/period';
import { take } from '../../../platform/holds/cells';
import { openCell } from '../../../platform/holds/open-cell';
import type { Order } from '../document';
import { settleOrderMark } from './settlers';

const OTHER = 'shelf_99';

/** A mark of this order in a cell that its holds do not name: a take of long ago that ran late. */
async function strayMark(shop: Shop, orderId: string): Promise<number> {
  const { at } = shop.order(orderId);
  await openCell(shop.engine, OTHER, { rice: 5 });
  await take(shop.engine, { cellId: OTHER, op: orderId, q: { rice: 2 }, atMs: at, by: orderId });
  return at;
}

test('a mark that the holds of a paid order do not name goes back', async () => {
  const shop = await withAnn();
  const orderId = await paidOrder(shop);
  await strayMark(shop, orderId);
  shop.advance(2 * MINUTE_MS);
  await shop.tick();
  expect([shop.left(OTHER, 'rice'), shop.left(SHELF, 'rice')]).toEqual([5, 28]);
});

test.each([
  ['placed', 'leave'],
  ['closing', 'leave'],
  ['closed', 'release'],
  ['aborted', 'release'],
  ['paid', 'capture'],
  ['cancelled', 'capture'],
] as const)('the mark of an order that is %s: %s', async (state, verdict) => {
  const shop = await withAnn();
  const { orderId } = await shop.buy('ann');
  const order = shop.order(orderId);
  shop.engine.put('orders', { ...order, state });
  const mark = { q: { rice: 2 }, at: order.at, s: 'h', by: orderId } as const;
  expect(await settleOrderMark(shop.context(), { cellId: SHELF, op: orderId, mark })).toBe(verdict);
});

test('an intent of 2 minutes is aborted, never finished, and everything goes back', async () => {
  const shop = await withAnn();
  // The function dies right before the flip: all is held, nothing is decided.
  shop.db.decide = ({ collection, kind }) => (collection === 'orders' && kind === 'update' ? 'drop' : 'answer');
  expect(await shop.buy('ann')).toMatchObject({ code: 'BUSY' });
  shop.db.decide = () => 'answer';
  const [intent] = shop.engine.dump<Order>('orders');
  expect([intent?.state, shop.left(SHELF, 'rice')]).toEqual(['intent', 28]);
  shop.advance(2 * MINUTE_MS);
  await shop.tick();
  expect([shop.order(intent?._id ?? '').state, shop.left(SHELF, 'rice')]).toEqual(['aborted', 30]);
  expect(shop.wallet('ann').holds).toEqual({});
});

test('the same key within the 2 minutes finishes what its first call began', async () => {
  const shop = await withAnn();
  const requestKey = shop.key();
  shop.db.decide = ({ collection, kind }) => (collection === 'orders' && kind === 'update' ? 'drop' : 'answer');
  await shop.buy('ann', { requestKey });
  shop.db.decide = () => 'answer';
  const [intent] = shop.engine.dump<Order>('orders');
  const again = await shop.buy('ann', { requestKey, fingerprint: intent?.quote.fingerprint ?? '' });
  expect(again).toMatchObject({ ok: true, state: 'placed' });
  expect(shop.left(SHELF, 'rice')).toBe(28);
});
