import { aWorld, START_MS, type World } from '../../../tests/support/world';
import type { Cell } from '../../kernel/cell';
import { DAY_MS, MINUTE_MS } from '../../kernel/period';
import type { Wallet } from '../../kernel/wallet';
import type { Room } from '../room';
import { CELLS, readCell, take } from './cells';
import { LEDGER } from './ledger';
import type { Verdict } from './marks';
import { openCell } from './open-cell';
import { changeWallet, WALLETS } from './wallets';

const roomWith = (verdict: Verdict): Room => ({ settlers: { cl: async () => verdict } });

async function withMark(room: Room): Promise<World> {
  const world = aWorld([room]);
  await openCell(world.engine, 'tpl_a_0', { n: 3 });
  await take(world.engine, { cellId: 'tpl_a_0', op: 'cl_1', q: { n: 2 }, atMs: START_MS, by: 'r_ann' });
  return world;
}

const cellOf = (world: World): Promise<Cell> => readCell(world.engine, 'tpl_a_0');

describe('a mark over 2 minutes old', () => {
  test.each([
    ['capture', { left: { n: 1 }, open: 0, held: { cl_1: { s: 'c' } } }],
    ['release', { left: { n: 3 }, open: 0, held: {} }],
    ['leave', { left: { n: 1 }, open: 1, held: { cl_1: { s: 'h' } } }],
  ] as const)('its decider says %s', async (verdict, after) => {
    const world = await withMark(roomWith(verdict));
    world.advance(2 * MINUTE_MS);
    await world.tick();
    expect(await cellOf(world)).toMatchObject(after);
  });

  test('1 ms younger it is left alone', async () => {
    const world = await withMark(roomWith('release'));
    world.advance(2 * MINUTE_MS - 1);
    await world.tick();
    expect((await cellOf(world)).open).toBe(1);
  });

  test('one whose decider does not answer does not stop the others', async () => {
    const world = await withMark({
      settlers: {
        cl: async () => {
          throw new Error('no answer');
        },
        sp: async () => 'release',
      },
    });
    await take(world.engine, { cellId: 'tpl_a_0', op: 'sp_1', q: { n: 1 }, atMs: START_MS, by: 'r_ann' });
    world.advance(2 * MINUTE_MS);
    await world.tick();
    expect(Object.keys((await cellOf(world)).held)).toEqual(['cl_1']);
  });
});

describe('prune', () => {
  test('a settled mark over 10 minutes old goes to the ledger, and nothing older can be applied', async () => {
    const world = await withMark(roomWith('capture'));
    world.advance(2 * MINUTE_MS);
    await world.tick();
    world.advance(10 * MINUTE_MS);
    await world.tick();
    expect(await cellOf(world)).toMatchObject({ held: {}, horizon: START_MS + 1, left: { n: 1 } });
    expect(world.engine.dump(LEDGER)).toMatchObject([{ _id: 'tpl_a_0:cl_1', target: 'tpl_a_0', s: 'c', q: { n: 2 } }]);
    const again = { cellId: 'tpl_a_0', op: 'cl_1', q: { n: 1 }, atMs: START_MS, by: 'r_ann' };
    expect(await take(world.engine, again)).toBe('too-old');
  });

  test('450 marks of one day are pruned by one run, 200 a write', async () => {
    const world = await withMark(roomWith('leave'));
    const mark = (at: number) => ({ q: { n: 1 }, at, s: 'c' as const, by: 'r_ann' });
    const held = Object.fromEntries(Array.from({ length: 450 }, (_, i) => [`cr_${i}`, mark(START_MS + i)]));
    world.engine.put(CELLS, { ...(await cellOf(world)), open: 0, held });
    world.advance(20 * MINUTE_MS);
    await world.tick();
    expect(await cellOf(world)).toMatchObject({ held: {}, horizon: START_MS + 450 });
    expect(world.engine.dump(LEDGER)).toHaveLength(450);
  });

  test('the ledger does not acknowledge: nothing is forgotten', async () => {
    const world = await withMark(roomWith('capture'));
    world.advance(2 * MINUTE_MS);
    await world.tick();
    world.advance(10 * MINUTE_MS);
    world.db.decide = ({ collection }) => (collection === LEDGER ? 'drop' : 'answer');
    await world.tick();
    expect(Object.keys((await cellOf(world)).held)).toEqual(['cl_1']);
  });

  test('prize cells keep every mark', async () => {
    const world = aWorld([roomWith('capture')]);
    await openCell(world.engine, 'prize_d_p_0', { n: 3 });
    await take(world.engine, { cellId: 'prize_d_p_0', op: 'cl_1', q: { n: 1 }, atMs: START_MS, by: 'r_ann' });
    world.advance(DAY_MS);
    await world.tick();
    world.advance(DAY_MS);
    await world.tick();
    expect(await readCell(world.engine, 'prize_d_p_0')).toMatchObject({ horizon: 0, held: { cl_1: { s: 'c' } } });
  });

  test('a journal entry over 24 h old goes to the ledger; counters of a day go after 2 days', async () => {
    const world = aWorld([]);
    const entry = { at: START_MS, s: 'done', kind: 'claim', reply: '{}' } as const;
    const counters = { claim_a_20261122: 1, claim_a: 1 };
    const write = (wallet: Wallet) => ({ write: { ...wallet, journal: { cl_1: entry }, counters }, value: null });
    await changeWallet(world.engine, 'r_ann', write);
    world.advance(DAY_MS + 1);
    await world.tick();
    const [wallet] = world.engine.dump<Wallet>(WALLETS);
    expect(wallet).toMatchObject({ journal: {}, horizon: START_MS + 1, counters });
    expect(world.engine.dump(LEDGER)).toMatchObject([{ _id: 'r_ann:cl_1', reply: '{}' }]);
  });
});

describe('many wallets', () => {
  test('250 that fall due at one moment are all swept by one run', async () => {
    const world = aWorld([]);
    const entry = { at: START_MS, s: 'done', kind: 'claim' } as const;
    const write = (wallet: Wallet) => ({ write: { ...wallet, journal: { cl_1: entry } }, value: null });
    for (let i = 0; i < 250; i += 1) await changeWallet(world.engine, `r_${i}`, write);
    world.advance(DAY_MS + 1);
    await world.tick();
    expect(world.engine.dump<Wallet>(WALLETS).filter(({ journal }) => Object.keys(journal).length > 0)).toEqual([]);
  });
});

describe('upkeep', () => {
  const archived = { collection: 'coupons', document: { _id: 'c1:end' } };
  const room: Room = {
    upkeep: (wallet) => ({ wallet: { ...wallet, coupons: {} }, archive: [archived] }),
  };
  const withPrize = (wallet: Wallet) => ({
    write: { ...wallet, journal: { old: { at: START_MS - DAY_MS, s: 'done', kind: 'x' } } } as Wallet,
    value: null,
  });

  test('archives first: without the acknowledgement the wallet is not written', async () => {
    const world = aWorld([room]);
    await changeWallet(world.engine, 'r_ann', withPrize);
    world.db.decide = ({ collection }) => (collection === 'coupons' ? 'drop' : 'answer');
    world.advance(1);
    await world.tick();
    expect(world.engine.dump<Wallet>(WALLETS)[0]?.rev).toBe(1);
  });
});
