import { makeRequestKey } from '../../cloudfunctions/kernel/ids';
import { DAY_MS, MINUTE_MS } from '../../cloudfunctions/kernel/period';
import { OSMANTHUS, REDEEM_CODE, TEMPLATES } from '../../tools/seed/base';
import { answer, refused } from './support/answer';
import { residentExamples } from './support/examples';
import { aHouse, type House, LINES, ordersOf, quoteOf } from './support/house';

let house: House;
beforeEach(async () => {
  house = await aHouse();
});

const answerTo = (operation: string, input: unknown, requestKey?: string) =>
  answer(house, operation, input, requestKey);

const changes = [
  ...['account.saveAddress', 'coupon.claim', 'coupon.redeem', 'draw.spin', 'draw.buyChance', 'outreach.claim'],
  ...['order.place', 'order.askRefund', 'order.askExchange', 'referral.bind', 'event.signUp', 'event.cancel'],
];
const staffChanges = [
  ...['order.cancelLinesByShop', 'order.openRefund', 'outreach.makeBatch', 'outreach.makeLink', 'group.make'],
  ...['draw.handOver', 'draw.improve', 'event.save', 'event.publish', 'reward.confirmPayout', 'reward.withholdPayout'],
  ...['reward.recordApproval', 'reward.endApproval', 'reward.rerun'],
];

describe('a request key', () => {
  const keyAt = (ms: number) => makeRequestKey(house.world.nowMs + ms, house.world.random.bytes(16));

  test('is asked for by exactly the operations that make something', () => {
    const { resident, staff } = house.world.assembly;
    const asking = [...resident, ...staff].filter(([, { contract }]) => contract.needsRequestKey).map(([name]) => name);
    expect(asking.sort()).toEqual([...changes, ...staffChanges].sort());
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
