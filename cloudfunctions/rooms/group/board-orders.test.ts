import { aShop, type Shop } from '../../../tests/support/shop';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../kernel/period';
import type { GroupBoardView } from './contract';
import { countDay, type OrderDay } from './domain/board';

async function paid(shop: Shop, name: string, lines: { [skuId: string]: number }): Promise<string> {
  await shop.settleIn(name);
  const { orderId, code } = await shop.buy(name, { lines });
  if (code) throw new Error(code);
  await shop.call(name, 'order.pay', { orderId });
  shop.pay.settle(orderId);
  await shop.payCallback(orderId);
  return orderId;
}

const dayOf = (shop: Shop): OrderDay | undefined => shop.engine.dump<OrderDay>('groupDays')[0];
const board = async (shop: Shop): Promise<GroupBoardView> => {
  const reply = await shop.call('ann', 'group.board', { estateId: 'estate_1' });
  if (!reply.ok) throw new Error(reply.code);
  return reply.data as GroupBoardView;
};

test('5 neighbours bought milk and 4 of them rice: the board says 5 and milk, never rice, nor a name', async () => {
  const shop = await aShop();
  for (const name of ['a', 'b', 'c', 'd']) await paid(shop, name, { rice: 1, milk: 2 });
  await shop.tick();
  expect(await board(shop)).toMatchObject({ neighbours: null, goods: [] });
  await paid(shop, 'e', { milk: 1 });
  shop.advance(MINUTE_MS);
  await shop.tick();
  const seen = await board(shop);
  expect(seen).toMatchObject({ estateName: '云栖苑', neighbours: 5, leastShown: 5 });
  expect(seen.goods.map(({ skuId, neighbours }) => [skuId, neighbours])).toEqual([['milk', 5]]);
  for (const name of ['a', 'e']) expect(JSON.stringify(dayOf(shop))).not.toContain(shop.residentId(name));
});

test('an order that is not paid, and a payment that is told twice, count nothing and once', async () => {
  const shop = await aShop();
  await shop.settleIn('ann');
  await shop.buy('ann', { lines: { milk: 1 } });
  const orderId = await paid(shop, 'bob', { milk: 1 });
  await shop.payCallback(orderId);
  for (let n = 0; n < 3; n += 1) {
    shop.advance(MINUTE_MS);
    await shop.tick();
  }
  expect(Object.keys(dayOf(shop)?.orders ?? {})).toHaveLength(1);
});

test.each(['lose', 'drop', 'late'] as const)(
  'a board whose write is answered by "%s" counts the order once in the end',
  async (fate) => {
    const shop = await aShop();
    await paid(shop, 'bob', { milk: 1 });
    shop.db.decide = ({ collection, write }) => (collection === 'groupDays' && write > 0 ? fate : 'answer');
    await shop.tick();
    shop.db.decide = () => 'answer';
    await shop.db.playLate();
    for (let n = 0; n < 4; n += 1) {
      shop.advance(5 * MINUTE_MS);
      await shop.tick();
    }
    expect(countOf(shop)).toBe(1);
    expect(Object.values(shop.order(shop.engine.dump<{ _id: string }>('orders')[0]?._id ?? '').effects)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'group.ordered', done: true })]),
    );
  },
);

const countOf = (shop: Shop): number => Object.keys(dayOf(shop)?.orders ?? {}).length;

test('a board is of one day: at midnight of Shanghai it is empty, and a week later forgotten', async () => {
  const shop = await aShop();
  for (const name of ['a', 'b', 'c', 'd', 'e']) await paid(shop, name, { milk: 1 });
  await shop.tick();
  shop.advance(13 * HOUR_MS + 59 * MINUTE_MS);
  expect((await board(shop)).neighbours).toBe(5);
  shop.advance(MINUTE_MS);
  expect(await board(shop)).toMatchObject({ neighbours: null, goods: [] });
  shop.advance(8 * DAY_MS);
  await shop.tick();
  expect(shop.engine.dump('groupDays')).toEqual([]);
});

test('the board costs 2 round trips and, a minute long, none', async () => {
  const shop = await aShop();
  for (const name of ['a', 'b', 'c', 'd', 'e']) await paid(shop, name, { milk: 1 });
  await shop.tick();
  shop.db.restart();
  expect(countDay(dayOf(shop) ?? null).neighbours).toBe(5);
  await board(shop);
  expect(shop.db.meter.sequential).toBeLessThanOrEqual(2);
  shop.db.restart();
  await board(shop);
  expect(shop.db.meter.requests).toBe(0);
});
