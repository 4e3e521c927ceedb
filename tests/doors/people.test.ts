import { residentId } from '../../cloudfunctions/kernel/ids';
import { dispatch } from '../../cloudfunctions/platform/serve/dispatch';
import { residentExamples, staffExamples } from './support/examples';
import { aHouse, type House, placeOrder, settleIn } from './support/house';

let house: House;
beforeEach(async () => {
  house = await aHouse();
});

const ROLES = ['promoter', 'shop', 'courier', 'support', 'operator', 'owner'] as const;

describe('a resident', () => {
  test('is FORBIDDEN every staff operation, at both doors, before the input is looked at', async () => {
    const { world } = house;
    const before = house.snapshot();
    for (const [name, input] of Object.entries(staffExamples(house))) {
      for (const given of [input, { $gt: 0 }, null]) {
        expect(await world.call('ann', name, given, world.key())).toMatchObject({ code: 'FORBIDDEN' });
        expect(await world.staffCall('ann', name, given, world.key())).toMatchObject({ code: 'FORBIDDEN' });
      }
    }
    expect(house.snapshot()).toEqual(before);
  });

  test.each(['order.detail', 'order.pay', 'order.cancel', 'order.receive'])(
    "gets ORDER_UNKNOWN for %s of a neighbour's order, as for one that is not there",
    async (operation) => {
      const { world, orderId } = house;
      await settleIn(world, 'eve');
      const before = house.snapshot();
      const theirs = await world.call('eve', operation, { orderId });
      const none = await world.call('eve', operation, { orderId: 'f'.repeat(32) });
      expect(theirs).toMatchObject({ code: 'ORDER_UNKNOWN' });
      expect(theirs).toEqual(none);
      expect(house.snapshot()).toEqual(before);
    },
  );

  test('sees neither orders, addresses, coupons nor carts of a neighbour in their own lists', async () => {
    const { world, orderId, addressId } = house;
    await world.call('ann', 'order.saveCart', { lines: [{ skuId: 'milk_950', quantity: 9 }] });
    await settleIn(world, 'eve');
    const seen = await Promise.all(
      [
        ['order.list', { tab: 'all' }],
        ['account.addresses', {}],
        ['coupon.mine', { tab: 'usable' }],
        ['order.cart', {}],
        ['loyalty.points', {}],
      ].map(([name, input]) => world.call('eve', name as string, input)),
    );
    const text = JSON.stringify(seen);
    expect(seen.every(({ ok }) => ok)).toBe(true);
    for (const secret of [orderId, addressId, 'milk_950']) expect(text).not.toContain(secret);
  });

  test("cannot send to, change or remove a neighbour's address", async () => {
    const { world, addressId } = house;
    await settleIn(world, 'eve');
    const before = house.snapshot();
    const example = residentExamples(house)['account.saveAddress'];
    expect(await world.call('eve', 'account.saveAddress', example, world.key())).toMatchObject({
      code: 'ADDRESS_UNKNOWN',
    });
    expect(await world.call('eve', 'account.removeAddress', { addressId })).toMatchObject({ ok: true });
    const lines = [{ skuId: 'apple_4', quantity: 1 }];
    expect(await world.call('eve', 'order.quote', { lines, addressId })).toMatchObject({ code: 'ADDRESS_UNKNOWN' });
    const order = { lines, addressId, fingerprint: '0'.repeat(32) };
    expect(await world.call('eve', 'order.place', order, world.key())).toMatchObject({ code: 'ADDRESS_UNKNOWN' });
    expect(house.snapshot()).toEqual(before);
  });

  test("cannot spin a neighbour's chance", async () => {
    const { world } = house;
    const chanceId = await receivedChance(house);
    await settleIn(world, 'eve');
    const before = house.snapshot();
    const spin = { drawId: 'launch_draw', chanceId };
    expect(await world.call('eve', 'draw.spin', spin, world.key())).toMatchObject({ code: 'NO_CHANCE' });
    expect(house.snapshot()).toEqual(before);
    expect(await world.call('ann', 'draw.spin', spin, world.key())).toMatchObject({ ok: true });
  });
});

async function receivedChance({ world, orderId }: House): Promise<string> {
  await world.call('ann', 'order.pay', { orderId });
  world.pay.settle(orderId);
  await world.payCallback(orderId);
  for (const to of ['picked', 'dispatched', 'delivered'])
    expect(await world.staffCall('bob', 'order.move', { orderId, to })).toMatchObject({ ok: true });
  expect(await world.call('ann', 'order.receive', { orderId })).toMatchObject({ ok: true });
  return `order:${orderId}:1`;
}

describe('staff', () => {
  test('do what their role may, and are FORBIDDEN the rest: every role against every operation', async () => {
    const { world } = house;
    for (const role of ROLES) {
      world.asStaff(role, [role]);
      for (const [name, operation] of world.assembly.staff) {
        const reply = await world.staffCall(role, name, { stranger: true });
        const may = operation.roles.includes(role);
        expect([role, name, reply]).toEqual([
          role,
          name,
          expect.objectContaining({ code: may ? 'INVALID_INPUT' : 'FORBIDDEN' }),
        ]);
      }
    }
  });

  test("have no right to residents' things by being staff: another's order is ORDER_UNKNOWN at the residents' door", async () => {
    const { world, orderId } = house;
    expect(await world.call('bob', 'order.detail', { orderId })).toMatchObject({ code: 'ORDER_UNKNOWN' });
    expect(await world.call('bob', 'order.cancel', { orderId })).toMatchObject({ code: 'ORDER_UNKNOWN' });
  });

  test("are staff at the staff's door alone: a resident's operation there is FORBIDDEN or unknown", async () => {
    const { world, orderId } = house;
    const before = house.snapshot();
    for (const name of world.assembly.resident.keys())
      expect(await world.staffCall('bob', name, { orderId }, world.key())).toMatchObject({ code: 'FORBIDDEN' });
    expect(house.snapshot()).toEqual(before);
  });
});

describe('identity', () => {
  const caller = { source: 'wx_client', openid: 'o_eve', appid: 'wx_test' };

  test('beside the input is left where it is: the caller is who WeChat says', async () => {
    const { world } = house;
    const ann = residentId('wx_test', 'o_ann');
    const forged = {
      ...{ openid: 'o_ann', OPENID: 'o_ann', residentId: ann, userInfo: { openId: 'o_ann' }, roles: ['owner'] },
      ...{ operation: 'account.session', input: {}, context: { residentId: ann, OPENID: 'o_ann' } },
    };
    const reply = await dispatch('resident', world.assembly, world.context(), caller, forged);
    expect(reply).toMatchObject({ ok: true, data: { residentId: residentId('wx_test', 'o_eve'), roles: [] } });
    const asOwner = await dispatch('staff', world.assembly, world.context(), caller, {
      ...forged,
      operation: 'order.board',
    });
    expect(asOwner).toMatchObject({ code: 'FORBIDDEN' });
  });

  test.each([
    ['no OPENID', { ...caller, openid: null }],
    ['no APPID', { ...caller, appid: null }],
  ])('with %s every operation of both doors is FORBIDDEN', async (_, nobody) => {
    const { world } = house;
    const before = house.snapshot();
    const examples = { resident: residentExamples(house), staff: staffExamples(house) };
    for (const door of ['resident', 'staff'] as const) {
      for (const [operation, input] of Object.entries(examples[door])) {
        const event = { operation, input, requestKey: world.key() };
        expect(await dispatch(door, world.assembly, world.context(), nobody, event)).toMatchObject({
          code: 'FORBIDDEN',
        });
      }
    }
    expect(house.snapshot()).toEqual(before);
  });
});

test('what residents are told holds no cost, no seed of the draw, no OPENID and no address of others', async () => {
  const { world } = house;
  const { orderId } = await placeOrder(world, 'ann', house.addressId);
  await settleIn(world, 'eve');
  const seeds = world.engine.dump<{ _id: string; seedHex: string }>('drawSeeds').map(({ seedHex }) => seedHex);
  expect(seeds.length).toBeGreaterThan(0);
  const told = await Promise.all(
    Object.entries(residentExamples(house)).map(([name, input]) => world.call('eve', name, input, world.key())),
  );
  const text = JSON.stringify(told);
  for (const secret of [...seeds, 'o_ann', 'o_eve', 'costFen', orderId])
    expect([secret, text.includes(secret)]).toEqual([secret, false]);
});
