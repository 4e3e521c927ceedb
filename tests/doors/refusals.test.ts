import type { Cell } from '../../cloudfunctions/kernel/cell';
import { makeRequestKey } from '../../cloudfunctions/kernel/ids';
import { DAY_MS, MINUTE_MS } from '../../cloudfunctions/kernel/period';
import { LAUNCH, LAUNCH_DRAW, OSMANTHUS, REDEEM_CODE, TEMPLATES } from '../../tools/seed/base';
import { residentExamples, staffExamples } from './support/examples';
import { aHouse, type House, LINES, ordersOf, quoteOf } from './support/house';

let house: House;
beforeEach(async () => {
  house = await aHouse();
});

/** Calls as Ann and says what became of it: the code (or 'ok'), and the collections that changed. */
async function answerTo(operation: string, input: unknown, requestKey = house.world.key()) {
  const before = house.snapshot();
  const reply = await house.world.call('ann', operation, input, requestKey);
  const after = house.snapshot();
  const changed = Object.keys(after).filter((name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]));
  return { code: reply.ok ? 'ok' : reply.code, changed, detail: reply.ok ? {} : reply.detail };
}

const refused = (code: string, changed: readonly string[] = []) => expect.objectContaining({ code, changed });

const changes = ['account.saveAddress', 'coupon.claim', 'coupon.redeem', 'draw.spin', 'outreach.claim', 'order.place'];

describe('a request key', () => {
  const keyAt = (ms: number) => makeRequestKey(house.world.nowMs + ms, house.world.random.bytes(16));

  test('is asked for by exactly the operations that make something', () => {
    const { resident, staff } = house.world.assembly;
    const asking = [...resident, ...staff].filter(([, { contract }]) => contract.needsRequestKey).map(([name]) => name);
    expect(asking.sort()).toEqual([...changes].sort());
  });

  test.each(changes)(
    '%s: a millisecond older than 24 h or further ahead than 5 min is REQUEST_KEY_EXPIRED',
    async (name) => {
      const input = residentExamples(house)[name];
      expect(await answerTo(name, input, keyAt(-DAY_MS - 1))).toEqual(refused('REQUEST_KEY_EXPIRED'));
      expect(await answerTo(name, input, keyAt(5 * MINUTE_MS + 1))).toEqual(refused('REQUEST_KEY_EXPIRED'));
    },
  );

  test.each(changes)('%s: none, a wrong form, a wrong type or an operator is REQUEST_KEY_MALFORMED', async (name) => {
    const input = residentExamples(house)[name];
    const good = house.world.key();
    const bad = [
      '',
      'x',
      `${good}x`,
      ` ${good}`,
      `${good}\n`,
      good.replace('-', '.'),
      -1,
      {},
      [good],
      { $ne: '' },
      null,
    ];
    for (const key of bad)
      expect([key, await answerTo(name, input, key as string)]).toEqual([key, refused('REQUEST_KEY_MALFORMED')]);
    const none = await house.world.call('ann', name, input);
    expect(none).toMatchObject({ code: 'REQUEST_KEY_MALFORMED' });
  });

  test('reused with another coupon is REQUEST_KEY_REUSED; with the same it is the same reply', async () => {
    const key = house.world.key();
    const first = await house.world.call('ann', 'coupon.claim', { templateId: TEMPLATES.save60 }, key);
    expect(first.ok).toBe(true);
    expect(await house.world.call('ann', 'coupon.claim', { templateId: TEMPLATES.save60 }, key)).toEqual(first);
    house.world.advance(40 * MINUTE_MS);
    expect((await answerTo('coupon.claim', { templateId: TEMPLATES.freight }, key)).code).toBe('REQUEST_KEY_REUSED');
    const again = await house.world.call('ann', 'coupon.claim', { templateId: TEMPLATES.save60 }, key);
    expect(JSON.stringify((again as { data: unknown }).data)).toBe(JSON.stringify((first as { data: unknown }).data));
  });

  test('of a claim serves no redeemed code and no flyer', async () => {
    const key = house.world.key();
    await house.world.call('ann', 'coupon.claim', { templateId: TEMPLATES.save60 }, key);
    expect((await answerTo('coupon.redeem', { code: REDEEM_CODE }, key)).code).toBe('REQUEST_KEY_REUSED');
    expect((await answerTo('outreach.claim', { scene: house.flyers.active }, key)).code).toBe('REQUEST_KEY_REUSED');
  });

  test('reused with another order is REQUEST_KEY_REUSED and places nothing; with the same it is the same order', async () => {
    const { world, addressId } = house;
    const { fingerprint } = await quoteOf(world, 'ann', addressId);
    const key = world.key();
    const input = { lines: LINES, addressId, fingerprint };
    const first = await world.call('ann', 'order.place', input, key);
    expect(first.ok).toBe(true);
    const more = { ...input, lines: [{ skuId: 'apple_4', quantity: 3 }] };
    expect(await answerTo('order.place', more, key)).toEqual(refused('REQUEST_KEY_REUSED'));
    expect(await world.call('ann', 'order.place', input, key)).toEqual(first);
    expect(ordersOf(world)).toHaveLength(2);
  });

  test('reused with another address is REQUEST_KEY_REUSED and saves nothing', async () => {
    const home = { estateId: OSMANTHUS, building: '3 号楼', room: '101', contactName: '安', phone: '13800138009' };
    const key = house.world.key();
    expect((await answerTo('account.saveAddress', home, key)).code).toBe('ok');
    expect(await answerTo('account.saveAddress', { ...home, room: '102' }, key)).toEqual(refused('REQUEST_KEY_REUSED'));
  });
});

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
    const quote = async (couponIds: string[]) => {
      const reply = await world.call('ann', 'order.quote', { lines, addressId, couponIds });
      return reply.ok ? (reply.data as { quote: { payableFen: number } }).quote.payableFen : reply.code;
    };
    expect([await quote([couponId]), 'INVALID_INPUT']).toContain(await quote([couponId, couponId]));
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

test('every staff operation has an example: nothing of the staff door is left out', () => {
  expect(Object.keys(staffExamples(house)).sort()).toEqual([...house.world.assembly.staff.keys()].sort());
});
