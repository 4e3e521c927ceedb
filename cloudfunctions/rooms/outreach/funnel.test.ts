import { placeOrder, settleIn } from '../../../tests/doors/support/house';
import { buy, claim, countsOf, land, pay, settle } from '../../../tests/support/channels';
import { aLaunchShop, dataOf, type LaunchShop } from '../../../tests/support/launch-shop';
import { atEveryWrite, calm, TROUBLES, troubleAt } from '../../../tests/support/trouble';
import { DAY_MS } from '../../kernel/period';
import type { Visit } from '../account';
import type { Order } from '../order';
import type { CountsView, FunnelView } from './contract';
import type { Flyer } from './domain/flyer';

const flyerOf = ({ world }: LaunchShop, scene: string) =>
  world.engine.dump<Flyer>('flyers').find((flyer) => flyer.scene === scene) as Flyer;
const channelOf = (shop: LaunchShop, scene: string) => `flyer_${flyerOf(shop, scene)._id}`;
const rowsOf = (shop: LaunchShop, scene: string) => {
  const { batchId, place, promoterId } = flyerOf(shop, scene);
  const keys = [`channel_${channelOf(shop, scene)}`, 'kind_flyer', `batch_${batchId}`, `place_${batchId}_${place}`];
  return [...keys, `promoter_${promoterId}`];
};
const tallyOf = ({ world }: LaunchShop) => world.assembly.jobs.get('outreach.tally');
const orderOf = ({ world }: LaunchShop, orderId: string) =>
  world.engine.dump<Order>('orders').find(({ _id }) => _id === orderId) as Order;

describe('how far people come by a flyer', () => {
  test('scanned 3, joined 2 (one had paid before), claimed 1, paid 1: in each of the five funnels', async () => {
    const shop = await aLaunchShop();
    const { world, flyers } = shop;
    await buy(shop, 'old');
    await settle(shop);
    for (const who of ['old', 'ann', 'bob']) dataOf(await land(shop, who, flyers.active));
    dataOf(await claim(shop, 'ann', flyers.active));
    await buy(shop, 'ann');
    await settle(shop);
    for (const id of rowsOf(shop, flyers.active))
      expect([id, countsOf(shop, id)]).toEqual([id, { scanned: 3, joined: 2, claimed: 1, paid: 1 }]);
    expect(world.engine.dump<Visit>('visits').filter(({ tallyDueAt }) => tallyDueAt !== undefined)).toEqual([]);
  });

  test('all of it done over and over counts nobody twice', async () => {
    const shop = await aLaunchShop();
    const { world, flyers } = shop;
    const key = world.key();
    for (let n = 0; n < 3; n += 1) {
      dataOf(await land(shop, 'ann', flyers.active));
      dataOf(await claim(shop, 'ann', flyers.active, key));
      const orderId = await buy(shop, 'ann');
      await world.payCallback(orderId);
      world.advance(2 * 3_600_000);
      await settle(shop);
    }
    expect(countsOf(shop, 'kind_flyer')).toEqual({ scanned: 1, joined: 1, claimed: 1, paid: 1 });
  });

  test('who came by one flyer first and by another later joined by the first, and the paid order counts for the last', async () => {
    const shop = await aLaunchShop();
    const { flyers } = shop;
    await land(shop, 'ann', flyers.active);
    await land(shop, 'ann', flyers.lakeside);
    await buy(shop, 'ann');
    await settle(shop);
    const of = (scene: string) => countsOf(shop, `channel_${channelOf(shop, scene)}`);
    expect(of(flyers.active)).toEqual({ scanned: 1, joined: 1, claimed: 0, paid: 0 });
    expect(of(flyers.lakeside)).toEqual({ scanned: 1, joined: 0, claimed: 0, paid: 1 });
    expect(countsOf(shop, 'kind_flyer')).toEqual({ scanned: 2, joined: 1, claimed: 0, paid: 1 });
  });

  test('a claim that is refused is no claim', async () => {
    const shop = await aLaunchShop();
    dataOf(await claim(shop, 'ann', shop.flyers.active));
    expect(await claim(shop, 'ann', shop.flyers.lakeside)).toMatchObject({ code: 'COUPON_LIMIT' });
    await settle(shop);
    expect(countsOf(shop, `channel_${channelOf(shop, shop.flyers.lakeside)}`).claimed).toBe(0);
    expect(countsOf(shop, `channel_${channelOf(shop, shop.flyers.active)}`).claimed).toBe(1);
  });

  test('given to another promoter, it brings them the next neighbour and keeps the last one for the first', async () => {
    const shop = await aLaunchShop();
    const { world, flyers } = shop;
    world.asStaff('may', ['promoter']);
    world.asStaff('boss', ['owner']);
    const before = flyerOf(shop, flyers.active).promoterId;
    await land(shop, 'ann', flyers.active);
    const input = { scene: flyers.active, promoterId: world.residentId('may') };
    dataOf(await world.staffCall('boss', 'outreach.reassignFlyer', input));
    await land(shop, 'bob', flyers.active);
    await settle(shop);
    expect(countsOf(shop, `promoter_${before}`).scanned).toBe(1);
    expect(countsOf(shop, `promoter_${world.residentId('may')}`).scanned).toBe(1);
    expect(countsOf(shop, `batch_${flyerOf(shop, flyers.active).batchId}`).scanned).toBe(2);
  });
});

describe('exactly once', () => {
  const ALL = { scanned: 1, joined: 1, claimed: 1, paid: 1 };

  test.each(TROUBLES)(
    'a landing, a claim or a callback with %s at any write, done again, counts one',
    async (trouble) => {
      const steps = ['land', 'claim', 'pay'] as const;
      for (const hit of steps)
        await atEveryWrite(async (n) => {
          const shop = await aLaunchShop();
          const { world, flyers } = shop;
          const addressId = await settleIn(world, 'ann');
          const key = world.key();
          const deeds = {
            land: () => land(shop, 'ann', flyers.active),
            claim: () => claim(shop, 'ann', flyers.active, key),
            pay: async () => {
              const { orderId } = await placeOrder(world, 'ann', addressId);
              const callback = () => pay(world, 'ann', orderId);
              return callback;
            },
          };
          let met = false;
          for (const step of steps) {
            const placed = step === 'pay' ? await deeds.pay() : null;
            const act = placed ?? deeds[step];
            const guard = step === hit ? troubleAt(world, n, trouble) : null;
            if (guard) await Promise.resolve(act()).catch(() => undefined);
            met = met || (guard?.met() ?? false);
            calm(world);
            await world.db.playLate();
            if (guard) world.advance(1_000);
            await Promise.resolve(act()).catch(() => undefined);
          }
          await settle(shop);
          expect([hit, trouble, n, countsOf(shop, 'kind_flyer')]).toEqual([hit, trouble, n, ALL]);
          return met;
        });
    },
    180_000,
  );

  test.each(TROUBLES)(
    'a tally with %s at any write ends with the same counts',
    async (trouble) => {
      await atEveryWrite(async (n) => {
        const shop = await aLaunchShop();
        const { world, flyers } = shop;
        for (const who of ['ann', 'bob']) await land(shop, who, flyers.active);
        dataOf(await claim(shop, 'ann', flyers.active));
        const guard = troubleAt(world, n, trouble);
        await tallyOf(shop)
          ?.run(world.context())
          .catch(() => undefined);
        const met = guard.met();
        calm(world);
        await world.db.playLate();
        await settle(shop);
        for (const id of rowsOf(shop, flyers.active))
          expect([n, id, countsOf(shop, id)]).toEqual([n, id, { scanned: 2, joined: 2, claimed: 1, paid: 0 }]);
        return met;
      });
    },
    180_000,
  );

  test('8 tallies at once over people who still come end with everybody counted', async () => {
    const shop = await aLaunchShop();
    const { world, flyers } = shop;
    const tally = tallyOf(shop);
    const people = Array.from({ length: 30 }, (_, n) => `p${n}`);
    await Promise.all([
      ...people.map((who) => land(shop, who, flyers.active)),
      ...Array.from({ length: 8 }, () => tally?.run(world.context())),
    ]);
    await Promise.all(Array.from({ length: 8 }, () => tally?.run(world.context())));
    await settle(shop);
    expect(countsOf(shop, 'kind_flyer')).toEqual({ scanned: 30, joined: 30, claimed: 0, paid: 0 });
  });
});

describe('attribution: first and last touch within 7 days', () => {
  test.each([
    ['7 days less a millisecond', 7 * DAY_MS - 1, true],
    ['7 days', 7 * DAY_MS, false],
  ])('an order %s after the scan', async (_, waitMs, counts) => {
    const shop = await aLaunchShop();
    const { world, flyers } = shop;
    const addressId = await settleIn(world, 'ann');
    const scannedAtMs = world.nowMs;
    await land(shop, 'ann', flyers.active);
    world.nowMs = scannedAtMs + waitMs;
    const { orderId } = await placeOrder(world, 'ann', addressId);
    await pay(world, 'ann', orderId);
    const channelId = counts ? channelOf(shop, flyers.active) : null;
    expect(orderOf(shop, orderId).channels).toEqual({ firstChannelId: channelId, lastChannelId: channelId });
    await settle(shop);
    expect(countsOf(shop, `channel_${channelOf(shop, flyers.active)}`).paid).toBe(counts ? 1 : 0);
  });

  test('first touch 8 days ago, last touch yesterday: the order has the last alone', async () => {
    const shop = await aLaunchShop();
    const { world, flyers } = shop;
    await land(shop, 'ann', flyers.active);
    world.advance(7 * DAY_MS);
    await land(shop, 'ann', flyers.lakeside);
    world.advance(DAY_MS);
    const orderId = await buy(shop, 'ann');
    const lastChannelId = channelOf(shop, flyers.lakeside);
    expect(orderOf(shop, orderId).channels).toEqual({ firstChannelId: null, lastChannelId });
  });
});

describe('what operators see', () => {
  type Rows = { rows: readonly FunnelView[]; next: string | null };

  test('25 flyers: 20 rows, those that brought the most first, then 5, none twice', async () => {
    const shop = await aLaunchShop();
    const { world } = shop;
    world.asStaff('op', ['operator']);
    for (let n = 0; n < 25; n += 1) {
      const counts = { scanned: n, joined: 0, claimed: 0, paid: 0 };
      const _id = `channel_flyer_f_${n}`;
      const rank = `${String(10 ** 9 - n).padStart(10, '0')}~${_id}`;
      const row = { _id, rev: 0, by: 'channel', key: `flyer_f_${n}`, batchId: null, rank, days: {}, ...counts };
      world.engine.put('funnels', row as never);
    }
    const page = async (cursor?: string) =>
      dataOf<Rows>(await world.staffCall('op', 'outreach.funnel', { by: 'channel', ...(cursor ? { cursor } : {}) }));
    const first = await page();
    const second = await page(first.next ?? '');
    expect(first.rows.map(({ scanned }) => scanned)).toEqual(Array.from({ length: 20 }, (_, n) => 24 - n));
    expect([second.rows.length, second.next]).toEqual([5, null]);
    world.db.restart();
    await page();
    expect(world.db.meter.sequential).toBeLessThanOrEqual(5);
  });

  test('a look at it brings the numbers up to date: nobody waits for the minute', async () => {
    const shop = await aLaunchShop();
    const { world, flyers } = shop;
    world.asStaff('op', ['operator']);
    await land(shop, 'ann', flyers.active);
    const { rows } = dataOf<Rows>(await world.staffCall('op', 'outreach.funnel', { by: 'batch' }));
    const counts: CountsView = { scanned: 1, joined: 1, claimed: 0, paid: 0 };
    expect(rows).toEqual([expect.objectContaining({ name: '新邻居礼传单', ...counts })]);
    world.asStaff('ma', ['promoter']);
    expect(await world.staffCall('ma', 'outreach.funnel', { by: 'batch' })).toMatchObject({ code: 'FORBIDDEN' });
  });
});
