import { aWorld, START_MS, type World } from '../../../tests/support/world';
import { DAY_MS, MINUTE_MS } from '../../kernel/period';
import type { Wallet } from '../../kernel/wallet';
import { type Effect, walletEffect } from '../effects';
import { credit } from '../holds/cells';
import { readLedger, writeToLedger } from '../holds/ledger';
import { WALLETS } from '../holds/wallets';
import type { Room } from '../room';
import { carryOut } from './carry-out';
import type { Decider, DeciderRules } from './decider';

const ANN = 'r_ann';

/** Adds to a counter: done twice, it shows. */
const room: Room = {
  effects: {
    'test.add': walletEffect<{ n: number }>((wallet, { n }) => ({
      wallet: { ...wallet, counters: { ...wallet.counters, sum: (wallet.counters.sum ?? 0) + n } },
      kind: 'order-earned',
      points: n,
    })),
  },
};

const rules: DeciderRules = {
  collection: 'orders',
  asRead: {},
  settleHold: (wallet) => wallet,
  isOnWallet: ({ kind }) => kind === 'test.add',
  carry: async ({ db }, _, { target, op, at }) => {
    const answer = await credit(db, { cellId: target, op, q: { n: 1 }, atMs: at, by: 'o1' });
    if (answer === 'done') return 'done';
    return (await readLedger(db, target, op)) ? 'done' : 'redate';
  },
};

const adds = (op: string, n: number, at = START_MS): Effect => ({
  kind: 'test.add',
  target: ANN,
  op,
  at,
  done: false,
  data: { n },
});

function withEffects(effects: { [id: string]: Effect }): { world: World; decider: Decider } {
  const world = aWorld([room]);
  const decider = { _id: 'o1', effects, effectsDueAt: START_MS };
  world.engine.put('orders', decider);
  return { world, decider };
}

const sumOf = (world: World) => world.engine.dump<Wallet>(WALLETS)[0]?.counters.sum;
const stored = (world: World) => world.engine.dump<Decider>('orders')[0];

test('two effects on one wallet are one update, each with its own entry; nothing is owed after', async () => {
  const { world, decider } = withEffects({ a: adds('op_a', 1), b: adds('op_b', 10) });
  expect(await carryOut(world.context(), rules, decider)).toBe(true);
  const [wallet] = world.engine.dump<Wallet>(WALLETS);
  expect(wallet).toMatchObject({
    rev: 1,
    counters: { sum: 11 },
    journal: { op_a: { points: 1 }, op_b: { points: 10 } },
  });
  expect(stored(world)).toMatchObject({ effects: { a: { done: true }, b: { done: true } } });
  expect(stored(world)?.effectsDueAt).toBeUndefined();
});

test('ten at once apply it once', async () => {
  const { world, decider } = withEffects({ a: adds('op_a', 1) });
  await Promise.all(Array.from({ length: 10 }, () => carryOut(world.context(), rules, decider)));
  expect(sumOf(world)).toBe(1);
});

test('a crash before "done" is written: the next run finds the op and applies nothing', async () => {
  const { world, decider } = withEffects({ a: adds('op_a', 1) });
  world.db.decide = ({ collection, write }) => (collection === 'orders' && write > 0 ? 'drop' : 'answer');
  await carryOut(world.context(), rules, decider);
  world.db.decide = () => 'answer';
  expect(await carryOut(world.context(), rules, decider)).toBe(true);
  expect(sumOf(world)).toBe(1);
});

test('a wallet that does not answer is tried again a minute later', async () => {
  const { world, decider } = withEffects({ a: adds('op_a', 1) });
  world.db.decide = ({ collection }) => (collection === WALLETS ? 'drop' : 'answer');
  expect(await carryOut(world.context(), rules, decider)).toBe(false);
  expect(stored(world)?.effectsDueAt).toBe(START_MS + MINUTE_MS);
});

describe('an effect born below the horizon', () => {
  function pruned(effects: { [id: string]: Effect }) {
    const bench = withEffects(effects);
    return { ...bench, context: bench.world.context() };
  }

  test('that the ledger knows is done, and not applied again', async () => {
    const { world, decider, context } = pruned({ a: adds('op_a', 1) });
    await carryOut(context, rules, { ...decider, effects: { z: adds('op_z', 5) } });
    const [wallet] = world.engine.dump<Wallet>(WALLETS);
    if (!wallet) throw new Error('no wallet');
    world.engine.put(WALLETS, { ...wallet, journal: {}, horizon: START_MS + DAY_MS });
    await writeToLedger(world.engine, ANN, [['op_a', { at: START_MS, s: 'done', kind: 'test.add' }]]);
    await carryOut(context, rules, decider);
    expect(sumOf(world)).toBe(5);
  });

  test('that the ledger does not know gets a new birth in its decider, then is applied once', async () => {
    const { world, decider, context } = pruned({ a: adds('op_a', 1) });
    await carryOut(context, rules, { ...decider, effects: { z: adds('op_z', 5) } });
    const [wallet] = world.engine.dump<Wallet>(WALLETS);
    if (!wallet) throw new Error('no wallet');
    world.engine.put(WALLETS, { ...wallet, journal: {}, horizon: START_MS + 1 });
    world.engine.put('orders', decider);
    world.advance(DAY_MS);
    expect(await carryOut(world.context(), rules, decider)).toBe(true);
    expect(stored(world)?.effects.a).toMatchObject({ at: START_MS + DAY_MS, done: true });
    expect(sumOf(world)).toBe(6);
    await carryOut(world.context(), rules, decider);
    expect(sumOf(world)).toBe(6);
  });
});

test('an effect that throws a bug is later, and the document leaves the head of what is due', async () => {
  const { world, decider } = withEffects({ a: adds('op_a', 1), b: { ...adds('op_b', 1), kind: 'nobody knows it' } });
  const broken = { ...rules, carry: () => Promise.reject(new Error('unknown kind')) };
  expect(await carryOut(world.context(), broken, decider)).toBe(false);
  expect(stored(world)).toMatchObject({ effectsDueAt: START_MS + MINUTE_MS, effects: { a: { done: true } } });
});

test('effects added in the same millisecond by a change of state stay due', async () => {
  const { world, decider } = withEffects({ a: adds('op_a', 1) });
  world.engine.put('orders', {
    ...decider,
    state: 'cancelled',
    effects: { ...decider.effects, c: adds('op_c', 5) },
  } as never);
  await carryOut(world.context(), { ...rules, asRead: { state: 'paid' } }, decider);
  expect(stored(world)).toMatchObject({ effectsDueAt: START_MS, effects: { c: { done: false } } });
});
