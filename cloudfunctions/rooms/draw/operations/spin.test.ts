import { drawWorld, giveChances, prizeCells, spin, walletOf } from '../../../../tests/support/draw-world';
import type { World } from '../../../../tests/support/world';
import { DAY_MS, MINUTE_MS } from '../../../kernel/period';
import type { Wallet } from '../../../kernel/wallet';
import { publishTemplate } from '../../coupon';
import { aTemplate } from '../../coupon/domain/support/builders';
import { aConsolation, aCouponPrize, aDraw, aProduct, aStock } from '../domain/support/builders';

const givenIn = (world: World): { [prize: string]: number } => {
  const counts: { [prize: string]: number } = {};
  for (const wallet of world.engine.dump<Wallet>('wallets'))
    for (const chance of Object.values(wallet.chances))
      if (chance.state === 'used') counts[chance.spin.givenPrizeId] = (counts[chance.spin.givenPrizeId] ?? 0) + 1;
  return counts;
};

const manyPeople = async (world: World, count: number) => {
  const names = Array.from({ length: count }, (_, index) => `n${index}`);
  for (const name of names) giveChances(world, name);
  return Promise.all(names.map((name) => spin(world, name)));
};

describe.each([1, 2, 3])('3 kettles in %i cells, all free', (cellCount) => {
  test('100 spins at once that all draw one give exactly 3 and 97 consolations', async () => {
    const kettle = aProduct({ oddsPpm: 1_000_000, stock: aStock({ cellCount }) });
    const world = await drawWorld(aDraw({ prizes: [kettle, aConsolation()] }));
    const answers = await manyPeople(world, 100);
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(givenIn(world)).toEqual({ kettle: 3, thanks: 97 });
    expect(prizeCells(world).reduce((sum, { left }) => sum + (left.n ?? 0), 0)).toBe(0);
    world.advance(3 * MINUTE_MS);
    await world.tick();
    expect(prizeCells(world).every(({ open }) => open === 0)).toBe(true);
    expect(prizeCells(world).flatMap(({ held }) => Object.values(held))).toHaveLength(3);
  });
});

test('paced: of 10 over 10 days with burst 1, at most floor(days) + 1 are out after each', async () => {
  const kettle = aProduct({ oddsPpm: 1_000_000, stock: aStock({ count: 10, burst: 1 }) });
  const draw = aDraw({ prizes: [kettle, aConsolation()] });
  const world = await drawWorld({ ...draw, startsAtMs: draw.startsAtMs + DAY_MS, endsAtMs: draw.endsAtMs + DAY_MS });
  const out: number[] = [];
  for (let day = 0; day < 10; day += 1) {
    const names = Array.from({ length: 4 }, (_, index) => `d${day}_${index}`);
    for (const name of names) giveChances(world, name, 1, { expiresAtMs: world.nowMs + DAY_MS });
    await Promise.all(names.map((name) => spin(world, name)));
    out.push(givenIn(world).kettle ?? 0);
    world.advance(DAY_MS);
  }
  expect(out).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('2 a day: the third of the day is DAY_LIMIT, the next Shanghai day gives again', async () => {
  const kettle = aProduct({ oddsPpm: 1_000_000, stock: aStock({ perDay: 2 }) });
  const world = await drawWorld(aDraw({ prizes: [kettle, aConsolation()] }));
  for (const name of ['a', 'b', 'c', 'd']) giveChances(world, name);
  await spin(world, 'a');
  await spin(world, 'b');
  expect(await spin(world, 'c')).toMatchObject({ data: { spin: { turned: 'DAY_LIMIT', givenPrizeId: 'thanks' } } });
  world.advance(14 * 60 * MINUTE_MS);
  expect(await spin(world, 'd')).toMatchObject({ data: { spin: { turned: null, givenPrizeId: 'kettle' } } });
});

test('one a resident: five chances at once win one kettle', async () => {
  const kettle = aProduct({ oddsPpm: 1_000_000, perResident: 1 });
  const world = await drawWorld(aDraw({ prizes: [kettle, aConsolation()] }));
  const ids = giveChances(world, 'mei', 5);
  const answers = await Promise.all(ids.map((id) => spin(world, 'mei', id)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(5);
  expect(givenIn(world)).toEqual({ kettle: 1, thanks: 4 });
  world.advance(3 * MINUTE_MS);
  await world.tick();
  expect(prizeCells(world)[0]).toMatchObject({ left: { n: 2 }, open: 0 });
});

test('two devices, one chance: one spin, the same result on both, one unit', async () => {
  const world = await drawWorld(aDraw());
  giveChances(world, 'mei');
  const [a, b] = await Promise.all([spin(world, 'mei'), spin(world, 'mei')]);
  expect(JSON.stringify(a)).toBe(JSON.stringify(b));
  expect(prizeCells(world)[0]?.left.n).toBe(2);
});

test('the same key: byte for byte; for another chance: REQUEST_KEY_REUSED', async () => {
  const world = await drawWorld(aDraw());
  const [first = '', second = ''] = giveChances(world, 'mei', 2);
  const key = world.key();
  const reply = await spin(world, 'mei', first, key);
  expect(JSON.stringify(await spin(world, 'mei', first, key))).toBe(JSON.stringify(reply));
  expect(await spin(world, 'mei', second, key)).toMatchObject({ code: 'REQUEST_KEY_REUSED' });
});

test("another's chance, or one that is not there, is NO_CHANCE and moves no prize", async () => {
  const world = await drawWorld(aDraw());
  giveChances(world, 'an');
  expect(await spin(world, 'mei', 'order:an:1')).toMatchObject({ code: 'NO_CHANCE' });
  expect(prizeCells(world)[0]).toMatchObject({ left: { n: 3 }, held: {} });
});

test('a coupon and points are in the wallet with the spin', async () => {
  const prizes = [aCouponPrize('gift5', { oddsPpm: 1_000_000, stock: aStock({ count: 1, burst: 1 }) }), aConsolation()];
  const world = await drawWorld(aDraw({ prizes }), (w) =>
    publishTemplate(
      w.context(),
      aTemplate({ _id: 'gift5', channels: ['draw'], onShow: false, campaignId: 'launch', budgetKeys: ['launch'] }),
    ),
  );
  const [first = '', second = ''] = giveChances(world, 'mei', 2);
  expect(await spin(world, 'mei', first)).toMatchObject({ data: { prize: { kind: 'coupon', state: 'given' } } });
  expect(await spin(world, 'mei', second)).toMatchObject({ data: { spin: { turned: 'OUT_OF_STOCK' } } });
  const wallet = walletOf(world, 'mei');
  expect(Object.values(wallet.coupons)).toMatchObject([
    { templateId: 'gift5', source: 'draw', campaignId: null, status: { state: 'usable' } },
  ]);
  expect(Object.values(wallet.lots)).toMatchObject([{ points: 5, cause: `draw:${second}` }]);
  expect(await world.call('mei', 'loyalty.points', {})).toMatchObject({
    data: { balance: 5, rows: [{ kind: 'draw-won', points: 5 }] },
  });
  expect(await world.call('mei', 'draw.myPrizes', {})).toMatchObject({
    data: { rows: [{ drawId: 'draw_1' }, { drawId: 'draw_1' }] },
  });
});

test('round trips, warm: 2 for a prize without stock, 3 for one of the shelf', async () => {
  const world = await drawWorld(aDraw());
  for (const name of ['a', 'b', 'c', 'd', 'e']) giveChances(world, name);
  await spin(world, 'a');
  world.db.restart();
  await spin(world, 'b');
  expect(world.db.meter.sequential).toBe(3);
  await spin(world, 'c');
  world.db.restart();
  expect(await spin(world, 'd')).toMatchObject({ data: { spin: { turned: 'OUT_OF_STOCK' } } });
  expect(world.db.meter.sequential).toBe(2);
});

describe('crashes and lost answers', () => {
  test('each answer lost in turn, then asked again: one spin, one unit', async () => {
    for (let lost = 1; lost <= 8; lost += 1) {
      const world = await drawWorld(aDraw());
      giveChances(world, 'mei');
      let n = 0;
      world.db.decide = () => {
        n += 1;
        return n === lost ? 'lose' : 'answer';
      };
      await spin(world, 'mei');
      expect(await spin(world, 'mei')).toMatchObject({ ok: true, data: { spin: { givenPrizeId: 'kettle' } } });
      world.advance(3 * MINUTE_MS);
      await world.tick();
      expect(prizeCells(world)[0]).toMatchObject({ left: { n: 2 }, open: 0 });
    }
  });

  test('died after taking: the sweeper finishes the spin with that very unit', async () => {
    const world = await drawWorld(aDraw());
    giveChances(world, 'mei');
    world.db.decide = ({ collection, kind }) => (collection === 'wallets' && kind === 'update' ? 'drop' : 'answer');
    await spin(world, 'mei');
    world.db.decide = () => 'answer';
    expect(prizeCells(world)[0]?.open).toBe(1);
    world.advance(3 * MINUTE_MS);
    await world.tick();
    expect(prizeCells(world)[0]).toMatchObject({ left: { n: 2 }, open: 0 });
    expect(walletOf(world, 'mei').chances['order:mei:1']).toMatchObject({
      state: 'used',
      spin: { givenPrizeId: 'kettle' },
    });
    expect(await spin(world, 'mei')).toMatchObject({ data: { spin: { givenPrizeId: 'kettle' } } });
  });

  test('a wallet update that arrives after the sweeper looked changes nothing: one spin, its unit captured', async () => {
    const world = await drawWorld(aDraw());
    giveChances(world, 'mei');
    world.db.decide = ({ collection, kind }) => (collection === 'wallets' && kind === 'update' ? 'late' : 'answer');
    await spin(world, 'mei');
    world.db.decide = () => 'answer';
    world.advance(3 * MINUTE_MS);
    await world.tick();
    await world.db.playLate();
    await world.tick();
    expect(givenIn(world)).toEqual({ kettle: 1 });
    expect(prizeCells(world)[0]).toMatchObject({ left: { n: 2 }, open: 0 });
  });

  test('a take that arrives after the chance was used otherwise is given back', async () => {
    const world = await drawWorld(aDraw());
    giveChances(world, 'mei');
    world.db.decide = ({ collection, kind }) => (collection === 'cells' && kind === 'update' ? 'late' : 'answer');
    await spin(world, 'mei').catch(() => undefined);
    world.db.decide = () => 'answer';
    await spin(world, 'mei');
    await world.db.playLate();
    world.advance(3 * MINUTE_MS);
    await world.tick();
    const cell = prizeCells(world)[0];
    expect(cell?.open).toBe(0);
    expect((cell?.left.n ?? 0) + Object.keys(cell?.held ?? {}).length).toBe(3);
    expect(givenIn(world)).toEqual({ kettle: Object.keys(cell?.held ?? {}).length });
  });
});

test('who works for the shop does not draw; who has left it does', async () => {
  const world = await drawWorld(aDraw());
  giveChances(world, 'bob');
  world.asStaff('bob', ['shop']);
  expect(await spin(world, 'bob')).toMatchObject({ ok: false, code: 'STAFF_EXCLUDED' });
  expect(givenIn(world)).toEqual({});
  world.engine.put('staff', { _id: world.residentId('bob'), name: 'bob', roles: ['shop'], active: false } as never);
  expect(await spin(world, 'bob')).toMatchObject({ ok: true });
});
