import { withAnn } from '../../../../tests/support/ann';
import { asked, receivedOrder } from '../../../../tests/support/refunding';
import type { Shop } from '../../../../tests/support/shop';
import { atEveryWrite, calm, TROUBLES, troubleAt } from '../../../../tests/support/trouble';
import { START_MS } from '../../../../tests/support/world';
import { DAY_MS, MINUTE_MS } from '../../../kernel/period';
import { publishDraw } from '..';
import { dayKey } from '../domain/draw';
import { aConsolation, aDraw, aProduct, aStock } from '../domain/support/builders';

const KETTLES = 'prize_wheel_kettle_0';
const TODAY = dayKey(START_MS);

/** Every spin draws one of three kettles; Ann spins for her order, then asks for all of it back. */
async function withKettle(): Promise<{ shop: Shop; orderId: string; refundNumber: string }> {
  const shop = await withAnn();
  const prizes = [aProduct({ oddsPpm: 1_000_000, stock: aStock({ perDay: 2 }) }), aConsolation()];
  const published = await publishDraw(
    shop.context(),
    aDraw({ drawId: 'wheel', endsAtMs: shop.nowMs + 90 * DAY_MS, prizes }),
  );
  if (!published.ok) throw new Error(JSON.stringify(published));
  shop.asStaff('sue', ['support']);
  const orderId = await receivedOrder(shop);
  await shop.tick();
  const spun = await shop.call('ann', 'draw.spin', { drawId: 'wheel', chanceId: `order:${orderId}:1` }, shop.key());
  if (!spun.ok) throw new Error(JSON.stringify(spun));
  const { refundNumber } = await asked(shop, orderId, { milk: 3, rice: 2 }, { reason: 'quality' });
  return { shop, orderId, refundNumber };
}

const left = (shop: Shop, key = 'n') => shop.left(KETTLES, key);
const prizeOf = (shop: Shop) => Object.values(shop.wallet('ann').prizes).map(({ state }) => state);

async function approve({ shop, orderId, refundNumber }: Awaited<ReturnType<typeof withKettle>>): Promise<void> {
  await shop.staffCall('sue', 'order.decideRefund', { orderId, refundNumber, decision: 'approve' });
}

/** The timer, a minute apart; a run that dies is started again by the clock. */
async function minutes(shop: Shop, count: number): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) {
    shop.advance(MINUTE_MS);
    await shop.tick().catch(() => []);
  }
}

test('the order goes back: the kettle that nobody claimed is one of three again, the day has still given one', async () => {
  const won = await withKettle();
  expect([left(won.shop), left(won.shop, TODAY), prizeOf(won.shop)]).toEqual([2, 1, ['to-claim']]);
  await approve(won);
  expect([left(won.shop), left(won.shop, TODAY), prizeOf(won.shop)]).toEqual([3, 1, ['revoked']]);
});

test.each(TROUBLES)(
  '%s at every write of the refund: the kettle comes back once, and its books add up',
  async (trouble) => {
    const writes = await atEveryWrite(async (n) => {
      const won = await withKettle();
      const { shop } = won;
      const { met } = troubleAt(shop, n, trouble);
      await approve(won);
      await minutes(shop, 2);
      calm(shop);
      await shop.db.playLate();
      await approve(won);
      await minutes(shop, 3);
      expect([left(shop), prizeOf(shop)]).toEqual([3, ['revoked']]);
      shop.advance(DAY_MS);
      await minutes(shop, 2);
      expect(shop.engine.dump<{ _id: string; kind: string }>('alerts')).toEqual([]);
      return met();
    });
    expect(writes).toBeGreaterThanOrEqual(6);
  },
);
