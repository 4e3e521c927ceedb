import { aWorld, START_MS, type World } from '../../../tests/support/world';
import { HOUR_MS, MINUTE_MS } from '../../kernel/period';
import type { Wallet } from '../../kernel/wallet';
import { type Effect, walletEffect } from '../effects';
import type { Room } from '../room';
import { LETTER_AFTER_TRIES } from './back-off';
import type { Decider } from './decider';
import { type DeadLetter, LETTERS } from './letters';
import { outboxJob, outboxOf, runAgain } from './outbox';

const ANN = 'r_ann';
let isBroken = true;
let carried = 0;

const outbox = outboxOf<Decider>({ collection: 'orders', asRead: () => ({}), residentOf: () => ANN });
/** `test.add` works; `test.bug` throws in the wallet's change; `test.far` fails on a document while `isBroken`. */
const room: Room = {
  effects: {
    'test.add': walletEffect<null>((wallet) => ({
      wallet: { ...wallet, counters: { sum: (wallet.counters.sum ?? 0) + 1 } },
    })),
    'test.bug': walletEffect<null>(() => {
      throw new Error('a bug');
    }),
  },
  carriers: {
    'test.far': async () => {
      if (isBroken) throw new Error('the far end is broken');
      carried += 1;
      return 'done';
    },
  },
  outboxes: [outbox],
  jobs: { 'test.outbox': outboxJob(outbox) },
};

const owes = (kind: string, op: string): Effect => ({
  ...{ kind, target: kind === 'test.far' ? 'far_1' : ANN, op, at: START_MS, done: false, data: null },
});

function owing(...effects: Effect[]): World {
  isBroken = true;
  carried = 0;
  const world = aWorld([room]);
  const byId = Object.fromEntries(effects.map((effect) => [effect.op, effect]));
  world.engine.put('orders', { _id: 'o1', effects: byId, effectsDueAt: START_MS } as never);
  return world;
}

const decider = (world: World) => world.engine.dump<Decider>('orders')[0];
const letters = (world: World) => world.engine.dump<DeadLetter>(LETTERS);
const sum = (world: World) => world.engine.dump<Wallet>('wallets')[0]?.counters.sum;

/** The timer each minute; minutes in which the effect was tried. */
async function minutes(world: World, count: number): Promise<number[]> {
  const tried: number[] = [];
  let before = 0;
  for (let minute = 0; minute < count; minute += 1) {
    await world.tick();
    const { tries = 0 } = decider(world)?.effects.far ?? {};
    if (tries > before) tried.push(minute);
    before = tries;
    world.advance(MINUTE_MS);
  }
  return tried;
}

test('what fails is tried after 1, 2, 4, 8 … 60 minutes, not each minute', async () => {
  const world = owing(owes('test.far', 'far'));
  expect(await minutes(world, 190)).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183]);
});

test('the tenth failure writes one letter and one alert; it is tried each hour all the same', async () => {
  const world = owing(owes('test.far', 'far'));
  await minutes(world, 240);
  expect(letters(world)).toEqual([]);
  await minutes(world, 200);
  expect(letters(world)).toMatchObject([
    { collection: 'orders', deciderId: 'o1', effectId: 'far', kind: 'test.far', target: 'far_1', state: 'open' },
  ]);
  expect(letters(world)[0]?.why).toContain('the far end is broken');
  expect(letters(world)[0]?.tries).toBeGreaterThan(LETTER_AFTER_TRIES);
  expect(world.engine.dump<{ _id: string; kind: string }>('alerts').map(({ kind }) => kind)).toEqual(['dead-letter']);
  isBroken = false;
  world.advance(HOUR_MS);
  await world.tick();
  expect([carried, letters(world)[0]?.state, decider(world)?.effectsDueAt]).toEqual([1, 'done', undefined]);
});

test('an effect that fails keeps no other from being done, nor brings it before its turn', async () => {
  const world = owing(owes('test.far', 'far'), owes('test.add', 'add'), owes('test.bug', 'bug'));
  await world.tick();
  expect(sum(world)).toBe(1);
  expect(decider(world)?.effects).toMatchObject({ add: { done: true }, bug: { tries: 1 }, far: { tries: 1 } });
});

describe('run again', () => {
  const again = (world: World) => runAgain(world.context(), outbox, 'o1', 'far');

  test('at once, though its turn is an hour away; the letter leaves the list', async () => {
    const world = owing(owes('test.far', 'far'));
    await minutes(world, 310);
    expect(letters(world)).toMatchObject([{ state: 'open' }]);
    isBroken = false;
    expect(await again(world)).toBe(true);
    expect([carried, letters(world)[0]?.state]).toEqual([1, 'done']);
  });

  test('still broken: its new reason is on the same letter', async () => {
    const world = owing(owes('test.far', 'far'));
    await minutes(world, 310);
    const tries = letters(world)[0]?.tries ?? 0;
    expect(await again(world)).toBe(false);
    expect(letters(world)).toMatchObject([{ state: 'open', tries: tries + 1 }]);
  });

  test('a wallet by five at once and the timer beside them: once', async () => {
    const world = owing(owes('test.add', 'far'));
    world.db.decide = ({ collection }) => (collection === 'wallets' ? 'drop' : 'answer');
    await minutes(world, 5);
    expect(sum(world)).toBeUndefined();
    world.db.decide = () => 'answer';
    await Promise.all([...Array.from({ length: 5 }, () => again(world)), world.tick()]);
    expect(sum(world)).toBe(1);
  });
});
