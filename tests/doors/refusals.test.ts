import type { Cell } from '../../cloudfunctions/kernel/cell';
import type { Quote } from '../../cloudfunctions/rooms/settlement';
import { LAUNCH, LAUNCH_DRAW, TEMPLATES } from '../../tools/seed/base';
import { dataOf } from '../support/launch-shop';
import { answer, refused } from './support/answer';
import { aHouse, type House, LINES, ordersOf, quoteOf } from './support/house';

let house: House;
beforeEach(async () => {
  house = await aHouse();
});

const answerTo = (operation: string, input: unknown) => answer(house, operation, input);

describe('an order', () => {
  const place = async (over: object) => {
    const { fingerprint } = await quoteOf(house.world, 'ann', house.addressId);
    return answerTo('order.place', { lines: LINES, addressId: house.addressId, fingerprint, ...over });
  };
  const unitsLeft = () => house.snapshot().cells?.map(({ _id, left }) => [_id, left]);

  test('of more than is on the shelf is QUANTITY_ABOVE_STOCK with what is left', async () => {
    const { world, addressId } = house;
    const lines = [{ skuId: 'apple_4', quantity: 999, selected: true }];
    const { fingerprint } = await quoteOf(world, 'ann', addressId, lines);
    const reply = await answerTo('order.place', { lines, addressId, fingerprint });
    expect(reply).toEqual(refused('QUANTITY_ABOVE_STOCK'));
    // 400 less the two of Ann's first order.
    expect(reply.detail).toMatchObject({ skuId: 'apple_4', left: 398 });
  });

  test('of a SKU that never was is GONE', async () => {
    expect(await place({ lines: [{ skuId: 'nothing', quantity: 1 }] })).toEqual(refused('GONE'));
  });

  test('of nothing selected is CART_EMPTY', async () => {
    expect(await place({ lines: [] })).toEqual(refused('CART_EMPTY'));
    expect(await place({ lines: [{ ...LINES[0], selected: false }] })).toEqual(refused('CART_EMPTY'));
  });

  test('with a coupon that is not in the wallet is UNKNOWN_COUPON, in quote and in place', async () => {
    expect(await place({ couponIds: ['c_of_nobody'] })).toEqual(refused('UNKNOWN_COUPON'));
    const quoted = await answerTo('order.quote', { lines: LINES, couponIds: ['c_of_nobody'] });
    expect(quoted).toEqual(refused('UNKNOWN_COUPON'));
  });

  test("with a neighbour's coupon is UNKNOWN_COUPON", async () => {
    const { world } = house;
    await world.call('eve', 'account.session', {});
    const claimed = await world.call('eve', 'coupon.claim', { templateId: TEMPLATES.save60 }, world.key());
    const { couponId } = (claimed as unknown as { data: { coupon: { couponId: string } } }).data.coupon;
    expect(await place({ couponIds: [couponId] })).toEqual(refused('UNKNOWN_COUPON'));
  });

  test('at a price that is no more is QUOTE_CHANGED with a fresh quote, and takes nothing', async () => {
    const reply = await place({ fingerprint: 'f'.repeat(32) });
    expect(reply).toEqual(refused('QUOTE_CHANGED'));
    expect(reply.detail).toMatchObject({ fresh: { quote: { fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) } } });
  });

  test('to an address that is not in the book is ADDRESS_UNKNOWN', async () => {
    expect(await place({ addressId: 'a_of_nobody' })).toEqual(refused('ADDRESS_UNKNOWN'));
  });

  test('at a price that a pause has ended is CAMPAIGN_PAUSED with a fresh quote', async () => {
    const { world, addressId } = house;
    const lines = [{ skuId: 'apple_4', quantity: 5, selected: true }];
    const { fingerprint } = await quoteOf(world, 'ann', addressId, lines);
    expect(await world.staffCall('bob', 'campaign.pause', { campaignId: LAUNCH })).toMatchObject({ ok: true });
    const reply = await answerTo('order.place', { lines, addressId, fingerprint });
    expect(reply).toEqual(refused('CAMPAIGN_PAUSED'));
    expect(reply.detail).toMatchObject({ campaignIds: [LAUNCH], fresh: { quote: {} } });
  });

  test('twice the same coupon in one order takes off once', async () => {
    const { world, addressId } = house;
    const claimed = await world.call('ann', 'coupon.claim', { templateId: TEMPLATES.save60 }, world.key());
    const { couponId } = (claimed as unknown as { data: { coupon: { couponId: string } } }).data.coupon;
    const lines = [{ skuId: 'apple_4', quantity: 5, selected: true }];
    const once = { lines, addressId, couponIds: [couponId] };
    const twice = { ...once, couponIds: [couponId, couponId] };
    const quotes = await Promise.all([once, twice].map((asked) => world.call('ann', 'order.quote', asked)));
    const [a, b] = quotes.map((reply) => dataOf<{ quote: Quote }>(reply).quote);
    // 5 × ¥15.80 − ¥5 of 50−5 − ¥8, and freight for free.
    expect([a?.payableFen, b?.payableFen]).toEqual([6_600, 6_600]);
    const placing = { ...twice, fingerprint: a?.fingerprint };
    expect(dataOf(await world.call('ann', 'order.place', placing, world.key()))).toMatchObject({ payableFen: 6_600 });
  });

  test.each(['order.pay', 'order.detail', 'order.cancel', 'order.receive'])(
    '%s of no order is ORDER_UNKNOWN',
    async (name) => {
      for (const orderId of ['0'.repeat(32), 'x', 'launch'])
        expect(await answerTo(name, { orderId })).toEqual(refused('ORDER_UNKNOWN'));
    },
  );

  test('received before it was delivered is ORDER_STATE, and rewards nothing', async () => {
    expect(await answerTo('order.receive', { orderId: house.orderId })).toEqual(refused('ORDER_STATE'));
  });

  test('of what is sold while it is being placed is QUANTITY_ABOVE_STOCK, and every unit goes back', async () => {
    const { world, addressId } = house;
    const { fingerprint } = await quoteOf(world, 'ann', addressId);
    const shelf = world.engine.dump<Cell>('cells').find(({ left }) => 'apple_4' in left);
    if (!shelf) throw new Error('no shelf has apples');
    world.engine.put<Cell>('cells', { ...shelf, left: { ...shelf.left, apple_4: 1 } });
    const before = unitsLeft();
    expect((await answerTo('order.place', { lines: LINES, addressId, fingerprint })).code).toBe('QUANTITY_ABOVE_STOCK');
    expect(unitsLeft()).toEqual(before);
    expect(ordersOf(world).map(({ state }) => state)).not.toContain('intent');
  });
});

describe('a coupon', () => {
  test('of a template that never was is UNKNOWN_COUPON', async () => {
    expect(await answerTo('coupon.claim', { templateId: 'nothing' })).toEqual(refused('UNKNOWN_COUPON'));
  });

  const holdings = () => {
    const { cells = [], wallets = [] } = house.snapshot();
    return [cells.map(({ _id, left }) => [_id, left]), wallets.map(({ coupons }) => coupons)];
  };

  test.each([TEMPLATES.prize60, TEMPLATES.hello60, TEMPLATES.code])(
    '%s cannot be had from the centre, by whoever knows its id',
    async (templateId) => {
      const before = holdings();
      expect((await answerTo('coupon.claim', { templateId })).code).not.toBe('ok');
      expect(holdings()).toEqual(before);
    },
  );

  test('of a paused campaign is CAMPAIGN_PAUSED: the unit and its budget go back', async () => {
    await house.world.staffCall('bob', 'campaign.pause', { campaignId: LAUNCH });
    const before = holdings();
    expect((await answerTo('coupon.claim', { templateId: TEMPLATES.save60 })).code).toBe('CAMPAIGN_PAUSED');
    expect(holdings()).toEqual(before);
  });

  test('for gold is TIER_TOO_LOW for others, and the unit goes back', async () => {
    const before = holdings();
    expect((await answerTo('coupon.claim', { templateId: TEMPLATES.gold })).code).toBe('TIER_TOO_LOW');
    expect(holdings()).toEqual(before);
  });

  test('beyond one a resident is COUPON_LIMIT, and the unit goes back', async () => {
    expect((await answerTo('coupon.claim', { templateId: TEMPLATES.save60 })).code).toBe('ok');
    const before = holdings();
    expect((await answerTo('coupon.claim', { templateId: TEMPLATES.save60 })).code).toBe('COUPON_LIMIT');
    expect(holdings()).toEqual(before);
  });
});

describe('a flyer', () => {
  test.each([
    ['outreach.land', 'retired', 'FLYER_RETIRED'],
    ['outreach.claim', 'retired', 'FLYER_RETIRED'],
    ['outreach.land', 'sleeping', 'FLYER_SLEEPING'],
    ['outreach.claim', 'sleeping', 'FLYER_SLEEPING'],
  ] as const)('%s of a %s one is %s, and changes nothing', async (operation, which, code) => {
    expect(await answerTo(operation, { scene: house.flyers[which] })).toEqual(refused(code));
  });

  test('that was never printed is FLYER_UNKNOWN, and only the miss is counted', async () => {
    expect(await answerTo('outreach.land', { scene: 'AAAAAAAAAAAAAAAA' })).toEqual(
      refused('FLYER_UNKNOWN', ['guesses']),
    );
  });

  test('of a paused campaign is CAMPAIGN_PAUSED, and changes nothing', async () => {
    await house.world.staffCall('bob', 'campaign.pause', { campaignId: LAUNCH });
    expect(await answerTo('outreach.land', { scene: house.flyers.active })).toEqual(refused('CAMPAIGN_PAUSED'));
    expect(await answerTo('outreach.claim', { scene: house.flyers.active })).toEqual(refused('CAMPAIGN_PAUSED'));
  });
});

describe('a spin', () => {
  test.each([
    ['a chance that never was', { drawId: LAUNCH_DRAW, chanceId: 'order:nothing:1' }, 'NO_CHANCE'],
    ['a draw that never was', { drawId: 'nothing', chanceId: 'order:nothing:1' }, 'DRAW_UNKNOWN'],
  ])('of %s is refused and changes nothing', async (_, input, code) => {
    expect(await answerTo('draw.spin', input)).toEqual(refused(code));
  });
});

test('everything stopped: no claim, no landing, and an order at the old price is refused', async () => {
  const { world, addressId, flyers } = house;
  const lines = [{ skuId: 'apple_4', quantity: 5, selected: true }];
  const { fingerprint } = await quoteOf(world, 'ann', addressId, lines);
  expect(await world.staffCall('bob', 'campaign.stopAll', { stopped: true })).toMatchObject({ ok: true });
  expect((await answerTo('coupon.claim', { templateId: TEMPLATES.save60 })).code).toBe('CAMPAIGN_PAUSED');
  expect(await answerTo('outreach.land', { scene: flyers.active })).toEqual(refused('CAMPAIGN_PAUSED'));
  expect(await answerTo('order.place', { lines, addressId, fingerprint })).toEqual(refused('CAMPAIGN_PAUSED'));
});
