import { aLaunchShop, dataOf } from '../../../tests/support/launch-shop';
import { aWorld, type World } from '../../../tests/support/world';
import { makeAccountRoom, publicName, type Resident } from '.';
import type { AddressView, SessionView } from './contract';

const address = (change: object = {}) => ({
  estateId: 'guihuali',
  building: '3 号楼',
  room: '1203',
  contactName: '周女士',
  phone: '13800138001',
  ...change,
});

type Book = { addresses: AddressView[] };

test('two first calls at once make one resident and one wallet', async () => {
  const { world } = await aLaunchShop();
  const replies = await Promise.all([1, 2, 3].map(() => world.call('zhou', 'account.session', {})));
  const ids = replies.map((reply) => dataOf<SessionView>(reply).residentId);
  expect(new Set(ids).size).toBe(1);
  expect([world.engine.dump('residents').length, world.engine.dump('wallets').length]).toEqual([1, 1]);
});

test('a session is 2 round trips when warm, and says what the wallet holds', async () => {
  const { world } = await aLaunchShop();
  await world.call('zhou', 'account.session', {});
  world.db.restart();
  const session = dataOf<SessionView>(await world.call('zhou', 'account.session', {}));
  expect(world.db.meter.sequential).toBeLessThanOrEqual(2);
  expect(session).toMatchObject({ isNew: true, tier: 'normal', spendablePoints: 0, drawId: 'launch_draw', roles: [] });
  expect(session.nextTier).toMatchObject({ tier: 'silver', gapFen: 50_000, gapOrders: 5 });
});

test('staff roles are read at each call: taken away, they are gone at the next', async () => {
  const { world } = await aLaunchShop();
  world.asStaff('ma', ['promoter']);
  expect(dataOf<SessionView>(await world.call('ma', 'account.session', {})).roles).toEqual(['promoter']);
  world.engine.put('staff', { _id: world.residentId('ma'), name: 'ma', roles: ['promoter'], active: false } as never);
  expect(dataOf<SessionView>(await world.call('ma', 'account.session', {})).roles).toEqual([]);
  expect(await world.staffCall('ma', 'outreach.myFlyers', {})).toMatchObject({ ok: false, code: 'FORBIDDEN' });
});

describe('addresses', () => {
  test('the same key gives the same reply and one address; with other input it is REQUEST_KEY_REUSED', async () => {
    const { world } = await aLaunchShop();
    const key = world.key();
    const first = await world.call('zhou', 'account.saveAddress', address(), key);
    const again = await world.call('zhou', 'account.saveAddress', address(), key);
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    expect(dataOf<Book>(again).addresses).toHaveLength(1);
    const other = await world.call('zhou', 'account.saveAddress', address({ room: '1204' }), key);
    expect(other).toMatchObject({ ok: false, code: 'REQUEST_KEY_REUSED' });
  });

  test('a lost answer is not a second address', async () => {
    const { world } = await aLaunchShop();
    await world.call('zhou', 'account.session', {});
    world.db.decide = ({ kind, collection }) => (kind === 'update' && collection === 'residents' ? 'lose' : 'answer');
    const book = dataOf<Book>(await world.call('zhou', 'account.saveAddress', address(), world.key()));
    expect(book.addresses).toHaveLength(1);
  });

  test('20 fit, the 21st is TOO_MANY_ADDRESSES; the newest default is the only one', async () => {
    const { world } = await aLaunchShop();
    for (let n = 1; n <= 20; n += 1) {
      world.advance(1_000);
      dataOf(
        await world.call('zhou', 'account.saveAddress', address({ room: `${n}`, isDefault: n % 2 === 0 }), world.key()),
      );
    }
    expect(await world.call('zhou', 'account.saveAddress', address(), world.key())).toMatchObject({
      ok: false,
      code: 'TOO_MANY_ADDRESSES',
      detail: { most: 20 },
    });
    const { addresses } = dataOf<Book>(await world.call('zhou', 'account.addresses', {}));
    expect(addresses.filter(({ isDefault }) => isDefault).map(({ room }) => room)).toEqual(['20']);
  });

  test('removing the default makes the newest of the rest default; removing twice is no error', async () => {
    const { world } = await aLaunchShop();
    const saved = dataOf<Book>(await world.call('zhou', 'account.saveAddress', address(), world.key()));
    world.advance(1_000);
    await world.call('zhou', 'account.saveAddress', address({ room: '1204' }), world.key());
    const addressId = saved.addresses[0]?.addressId ?? '';
    await world.call('zhou', 'account.removeAddress', { addressId });
    const { addresses } = dataOf<Book>(await world.call('zhou', 'account.removeAddress', { addressId }));
    expect(addresses.map(({ room, isDefault }) => [room, isDefault])).toEqual([['1204', true]]);
  });

  test('nothing of a removed address stays in the profile, and its key does not bring it back', async () => {
    const { world } = await aLaunchShop();
    const key = world.key();
    const saved = dataOf<Book>(await world.call('zhou', 'account.saveAddress', address({ phone: '13900001111' }), key));
    await world.call('zhou', 'account.removeAddress', { addressId: saved.addresses[0]?.addressId });
    expect(JSON.stringify(world.engine.dump('residents'))).not.toContain('13900001111');
    expect(await world.call('zhou', 'account.saveAddress', address({ phone: '13900001111' }), key)).toMatchObject({
      ok: false,
      code: 'REQUEST_KEY_EXPIRED',
    });
  });

  test.each([
    [{ estateId: 'nowhere' }, 'ESTATE_UNKNOWN'],
    [{ estateId: 'guihuali_east', building: '1 号楼' }, 'ESTATE_NOT_SERVED'],
    [{ building: '99 号楼' }, 'BUILDING_UNKNOWN'],
    [{ addressId: 'a_of_someone_else' }, 'ADDRESS_UNKNOWN'],
    [{ phone: '12345' }, 'INVALID_INPUT'],
    [{ estateId: { $gt: '' } }, 'INVALID_INPUT'],
  ])('%j is refused as %s and changes nothing', async (change, code) => {
    const { world } = await aLaunchShop();
    const reply = await world.call('zhou', 'account.saveAddress', address(change), world.key());
    expect(reply).toMatchObject({ ok: false, code });
    expect(dataOf<Book>(await world.call('zhou', 'account.addresses', {})).addresses).toEqual([]);
  });

  test("nobody sees another's address", async () => {
    const { world } = await aLaunchShop();
    await world.call('zhou', 'account.saveAddress', address(), world.key());
    expect(dataOf<Book>(await world.call('gui', 'account.addresses', {})).addresses).toEqual([]);
  });
});

test('estates: nearest first; found by street; one that is not served says so', async () => {
  const { world } = await aLaunchShop();
  type Estates = { rows: { estateId: string; service: string }[]; next: string | null };
  const all = dataOf<Estates>(await world.call('zhou', 'account.estates', {}));
  expect(all.rows.map(({ estateId, service }) => [estateId, service])).toEqual([
    ['guihuali', 'served'],
    ['hupan', 'served'],
    ['guihuali_east', 'none'],
  ]);
  const found = dataOf<Estates>(await world.call('zhou', 'account.estates', { search: '湖滨路' }));
  expect(found.rows.map(({ estateId }) => estateId)).toEqual(['hupan']);
  const lost = dataOf<Estates>(await world.call('zhou', 'account.estates', { cursor: 'torn_down' }));
  expect(lost).toEqual({ rows: [], next: null });
});

describe('the name that neighbours see', () => {
  const saved = (world: World) => world.engine.dump<Resident>('residents')[0];

  test('one that WeChat passes is kept; before, only the surname of the address is shown', async () => {
    const world = aWorld([makeAccountRoom({ cartCount: async () => 0 })]);
    await world.call('ann', 'account.session', {});
    expect(publicName({ nickname: '周小雅' })).toBe('周**');
    expect(publicName({ nickname: '邻居' })).toBe('邻居');
    expect(await world.call('ann', 'account.saveName', { name: ' 周女士 ' })).toMatchObject({
      data: { nickname: '周女士' },
    });
    expect(publicName(saved(world) as Resident)).toBe('周女士');
  });

  test.each([
    ['a risky one', '代开发票', 'TEXT_REFUSED'],
    ['two lines', '周\n女士', 'INVALID_INPUT'],
    ['nothing that can be seen', '\u200b', 'INVALID_INPUT'],
    ['13 characters', '一二三四五六七八九十一二三', 'INVALID_INPUT'],
  ])('%s is refused, and nothing is changed', async (_, name, code) => {
    const world = aWorld([makeAccountRoom({ cartCount: async () => 0 })]);
    await world.call('ann', 'account.session', {});
    const before = saved(world);
    expect(await world.call('ann', 'account.saveName', { name })).toMatchObject({
      ok: false,
      code,
      detail: { field: 'name' },
    });
    expect(saved(world)).toEqual(before);
  });

  test('while WeChat does not answer nothing is shown to others: TEXT_UNCHECKED', async () => {
    const world = aWorld([makeAccountRoom({ cartCount: async () => 0 })]);
    world.wechat.checkText = () => Promise.reject(new Error('timeout'));
    expect(await world.call('ann', 'account.saveName', { name: '周女士' })).toMatchObject({ code: 'TEXT_UNCHECKED' });
  });
});
