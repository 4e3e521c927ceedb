import { withAnn } from '../../../../tests/support/ann';
import { faultyDb } from '../../../../tests/support/engine-db';
import { ADDRESS, aShop, BUDGET, CAMPAIGN, exampleCoupon, SHELF } from '../../../../tests/support/shop';
import { DAY_MS } from '../../../kernel/period';
import { dispatch } from '../../../platform/serve/dispatch';
import type { Quote } from '../../settlement';

describe('place', () => {
  test('holds stock, budget, coupon, points and the first-order right, in 4 round trips', async () => {
    const shop = await withAnn();
    const lines = [
      { skuId: 'milk', quantity: 3 },
      { skuId: 'rice', quantity: 2 },
    ];
    const quoted = await shop.call('ann', 'order.quote', { lines, pointsWish: 500, addressId: ADDRESS });
    const { fingerprint } = (quoted as unknown as { data: { quote: Quote } }).data.quote;
    shop.db.restart();
    const input = { lines, pointsWish: 500, addressId: ADDRESS, fingerprint };
    const placed = await shop.call('ann', 'order.place', input, shop.key());
    expect(placed).toMatchObject({ ok: true, data: { state: 'placed', payableFen: 7_980 } });
    expect(shop.db.meter.sequential).toBe(4);
    expect(shop.left(SHELF, 'rice')).toBe(28);
    expect(shop.left(SHELF, 'milk')).toBe(27);
    expect(shop.left(BUDGET, CAMPAIGN)).toBe(1_000_000 - 750 - 1_200 - 500 - 500);
    expect(shop.wallet('ann')).toMatchObject({
      coupons: { c1: { status: { state: 'locked' } } },
      lots: {},
      firstOrder: { state: 'held' },
    });
  });

  test('the same key and input gets the same reply byte for byte, also after payment', async () => {
    const shop = await withAnn();
    const requestKey = shop.key();
    const first = await shop.buy('ann', { requestKey, pointsWish: 500 });
    const { quote } = shop.order(first.orderId);
    const again = () => shop.buy('ann', { requestKey, pointsWish: 500, fingerprint: quote.fingerprint });
    expect(await again()).toEqual(first);
    await shop.call('ann', 'order.pay', { orderId: first.orderId });
    shop.pay.settle(first.orderId);
    await shop.payCallback(first.orderId);
    expect(await again()).toEqual(first);
    expect(shop.left(SHELF, 'rice')).toBe(28);
  });

  test('the same key with another input is REQUEST_KEY_REUSED', async () => {
    const shop = await withAnn();
    const requestKey = shop.key();
    await shop.buy('ann', { requestKey });
    expect((await shop.buy('ann', { requestKey, lines: { rice: 1 } })).code).toBe('REQUEST_KEY_REUSED');
  });

  test('a price that changed is QUOTE_CHANGED with the fresh one, and nothing is written', async () => {
    const shop = await withAnn();
    const refused = await shop.buy('ann', { fingerprint: 'a'.repeat(32) });
    expect(refused.code).toBe('QUOTE_CHANGED');
    expect(refused.detail.fresh).toMatchObject({ quote: { payableFen: expect.any(Number) } });
    expect(shop.engine.dump('orders')).toEqual([]);
  });

  test('31 of 30 is QUANTITY_ABOVE_STOCK with the 30 that are left; none left is SOLD_OUT', async () => {
    const shop = await withAnn({ stock: { eggs: 0 } });
    expect(await shop.buy('ann', { lines: { rice: 31 } })).toMatchObject({
      code: 'QUANTITY_ABOVE_STOCK',
      detail: { skuId: 'rice', left: 30 },
    });
    expect(await shop.buy('ann', { lines: { eggs: 1 } })).toMatchObject({
      code: 'SOLD_OUT',
      detail: { skuId: 'eggs' },
    });
  });

  test('a coupon that is not hers is UNKNOWN_COUPON', async () => {
    const shop = await withAnn();
    expect((await shop.buy('ann', { couponIds: ['other'] })).code).toBe('UNKNOWN_COUPON');
  });

  test('a campaign paused since the quote is CAMPAIGN_PAUSED', async () => {
    const shop = await withAnn();
    const lines = [{ skuId: 'rice', quantity: 2 }];
    const quoted = await shop.call('ann', 'order.quote', { lines, addressId: ADDRESS });
    const { fingerprint } = (quoted as unknown as { data: { quote: Quote } }).data.quote;
    shop.asStaff('eve', ['operator']);
    expect(await shop.staffCall('eve', 'campaign.pause', { campaignId: CAMPAIGN })).toMatchObject({ ok: true });
    expect((await shop.buy('ann', { lines: { rice: 2 }, fingerprint })).code).toBe('CAMPAIGN_PAUSED');
  });

  test('a budget with ¥29 left refuses the reduction whole: the quote comes without it', async () => {
    const shop = await withAnn({ budgetFen: 2_900 });
    const bought = await shop.buy('ann');
    expect(bought.ok).toBe(true);
    const kinds = shop.order(bought.orderId).quote.adjustments.map(({ kind }) => kind);
    expect(kinds).not.toContain('spend-tiers');
  });

  test('30 units, 40 orders of one at once: exactly 30 are placed', async () => {
    const shop = await aShop({ stock: { eggs: 30 }, offers: [] });
    const names = Array.from({ length: 40 }, (_, n) => `n${n}`);
    for (const name of names) await shop.settleIn(name);
    const all = await Promise.all(names.map((name) => shop.buy(name, { lines: { eggs: 1 } })));
    expect(all.filter(({ ok }) => ok)).toHaveLength(30);
    expect(new Set(all.filter(({ ok }) => !ok).map(({ code }) => code))).toEqual(new Set(['SOLD_OUT']));
    expect(shop.left(SHELF, 'eggs')).toBe(0);
  });

  test('nothing to pay: paid at placing', async () => {
    const shop = await aShop({ offers: [] });
    await shop.settleIn('ann', {
      coupons: {
        c1: exampleCoupon({
          terms: { kind: 'fixed', scope: { all: true }, minSpendFen: 0, offFen: 99_999, group: 'a' },
        }),
        f1: exampleCoupon({ terms: { kind: 'freight', scope: { all: true }, minSpendFen: 0, offFen: 9_999 } }),
      },
    });
    const bought = await shop.buy('ann');
    expect(bought).toMatchObject({ state: 'paid', payableFen: 0 });
    await shop.call('ann', 'order.detail', { orderId: bought.orderId });
    expect(shop.wallet('ann').coupons.c1?.status.state).toBe('used');
  });

  test('two orders at once: one has the first-order reduction, the other is QUOTE_CHANGED without it', async () => {
    const shop = await withAnn();
    const both = await Promise.all([shop.buy('ann', { lines: { rice: 1 } }), shop.buy('ann', { lines: { rice: 2 } })]);
    expect(both.map(({ ok, code }) => (ok ? 'placed' : code)).sort()).toEqual(['QUOTE_CHANGED', 'placed']);
    const fresh = both.find(({ ok }) => !ok)?.detail.fresh as { quote: Quote };
    expect(fresh.quote.adjustments.map(({ kind }) => kind)).not.toContain('first-order');
    expect((await shop.buy('ann', { lines: { rice: 2 } })).ok).toBe(true);
  });

  test('a cart that is changed while another order holds the last unit gets a fresh quote that says so', async () => {
    const shop = await withAnn({ stock: { eggs: 1 } });
    await shop.settleIn('ben');
    const both = await Promise.all([
      shop.buy('ann', { lines: { eggs: 1, rice: 1 } }),
      shop.buy('ben', { lines: { eggs: 1 } }),
    ]);
    const refused = both.find(({ ok }) => !ok);
    expect(refused).toMatchObject({ code: 'SOLD_OUT', detail: { skuId: 'eggs', left: 0 } });
    expect(shop.left(SHELF, 'rice')).toBe(both[0]?.ok ? 29 : 30);
  });

  test('a cold function places in 4 round trips too', async () => {
    const shop = await withAnn();
    const quoted = await shop.call('ann', 'order.quote', {
      lines: [{ skuId: 'rice', quantity: 2 }],
      addressId: ADDRESS,
    });
    const { fingerprint } = (quoted as unknown as { data: { quote: Quote } }).data.quote;
    const cold = faultyDb(shop.engine);
    const context = { ...shop.context(), db: cold };
    const caller = { source: 'wx_client', openid: 'o_ann', appid: 'wx_test' };
    const input = { lines: [{ skuId: 'rice', quantity: 2 }], addressId: ADDRESS, fingerprint };
    const event = { operation: 'order.place', requestKey: shop.key(), input };
    expect(await dispatch('resident', shop.assembly, context, caller, event)).toMatchObject({ ok: true });
    expect(cold.meter.sequential).toBe(4);
  });

  test('a cold function that must refuse reads the shelf first: 31 of 30 is QUANTITY_ABOVE_STOCK', async () => {
    const shop = await withAnn();
    const lines = [{ skuId: 'rice', quantity: 31 }];
    const quoted = await shop.call('ann', 'order.quote', { lines, addressId: ADDRESS });
    const { fingerprint } = (quoted as unknown as { data: { quote: Quote } }).data.quote;
    const context = { ...shop.context(), db: faultyDb(shop.engine) };
    const caller = { source: 'wx_client', openid: 'o_ann', appid: 'wx_test' };
    const input = { lines, addressId: ADDRESS, fingerprint };
    const event = { operation: 'order.place', requestKey: shop.key(), input };
    expect(await dispatch('resident', shop.assembly, context, caller, event)).toMatchObject({
      code: 'QUANTITY_ABOVE_STOCK',
      detail: { skuId: 'rice', left: 30, fresh: { lines: [{ stockLeft: 30 }] } },
    });
    expect(shop.engine.dump('orders')).toEqual([]);
  });
});

test('20 unpaid orders at once are enough: the 21st is refused and holds nothing', async () => {
  const shop = await withAnn();
  for (let i = 0; i < 20; i += 1) await shop.buy('ann', { lines: { eggs: 1 }, couponIds: [] });
  expect(await shop.buy('ann', { lines: { eggs: 1 }, couponIds: [] })).toMatchObject({
    ok: false,
    code: 'TOO_MANY_UNPAID',
    detail: { most: 20 },
  });
  expect(shop.left(SHELF, 'eggs')).toBe(10);
});

test('a journal of 300 entries takes no order until its oldest entry is a day old', async () => {
  const shop = await withAnn();
  const entry = { at: shop.nowMs, s: 'released', kind: 'order-released' } as const;
  const journal = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`o${i}`, entry]));
  await shop.settleIn('ann', { journal });
  expect(await shop.buy('ann')).toMatchObject({ code: 'TOO_MANY_TRIES', detail: { untilMs: shop.nowMs + DAY_MS } });
  expect(shop.engine.dump('orders')).toEqual([]);
});

test('an order keeps the channel that brought the resident within 7 days', async () => {
  const shop = await withAnn();
  const resident = shop.engine.dump<{ _id: string }>('residents').find(({ _id }) => _id === shop.residentId('ann'));
  const touch = (channelId: string, agoMs: number) => ({
    channelId,
    kind: 'flyer',
    estateId: null,
    atMs: shop.nowMs - agoMs,
  });
  const touches = { firstTouch: touch('flyer_a', 7 * DAY_MS), lastTouch: touch('flyer_b', DAY_MS) };
  shop.engine.put('residents', { ...resident, ...touches } as never);
  const { orderId } = await shop.buy('ann');
  expect(shop.order(orderId).channels).toEqual({ firstChannelId: null, lastChannelId: 'flyer_b' });
});
