import { type Assembly, assemble } from '../../cloudfunctions/platform/serve/assembly';
import { rooms } from '../../cloudfunctions/rooms/assembly';
import type { Shop } from '../support/shop';
import { type Dice, diceOf } from './dice';
import { aHouse, PEOPLE, sizeOf } from './house';
import type { DbWrapper } from './instances';
import { anInvoker } from './invoker';
import { type Mood, moodOf } from './moods';
import { claimer, gambler, type Street, shopper, timekeeper } from './people';
import { recover } from './recovery';
import { violationsAtRest } from './rest';
import { aProcess, NO_FAULTS, Scheduler } from './scheduler';
import { aTold, type Told } from './told';
import { type Watch, watchOver } from './watch';

/** A rule of the protocol switched off, for the test of this test. */
export interface Sabotage {
  readonly assembly?: (whole: Assembly) => Assembly;
  readonly db?: DbWrapper;
}

export interface Outcome {
  readonly seed: number;
  readonly violations: readonly string[];
  readonly counts: { readonly [what: string]: number };
}

const MOST_STEPS = 900;
export async function runSchedule(seed: number, sabotage: Sabotage = {}): Promise<Outcome> {
  const dice = diceOf(seed);
  const mood = moodOf(dice);
  const shop = await aHouse(sizeOf(dice, mood), seed);
  try {
    return await live({ seed, dice, mood, shop }, sabotage);
  } finally {
    await shop.engine.store.close();
  }
}

interface Beginning {
  readonly seed: number;
  readonly dice: Dice;
  readonly mood: Mood;
  readonly shop: Shop;
}

async function live({ seed, dice, mood, shop }: Beginning, sabotage: Sabotage): Promise<Outcome> {
  const watch = watchOver(shop.engine);
  const scheduler = new Scheduler({
    dice,
    faults: mood.faults,
    onExecuted: ({ writes }) => writes && watch.look(writes),
  });
  const told = aTold();
  const whole = assemble(rooms);
  const invoker = anInvoker({
    ...{ shop, scheduler, dice, told, nowMs: () => shop.nowMs },
    assembly: sabotage.assembly?.(whole) ?? whole,
    wrap: sabotage.db ?? ((db) => db),
  });
  const day = { isOver: false };
  const street = streetOf({ shop, dice, mood, invoker }, scheduler, day);
  await theDay(street, scheduler, day);
  const inTheDay = scheduler.counts.requests;
  await recover(street, scheduler);
  const { placings, claims } = street;
  const atRest = violationsAtRest({ shop, opening: watch.books.opening, told, placings, claims });
  return {
    seed,
    violations: [...watch.violations, ...told.violations, ...invoker.bugs, ...atRest],
    counts: { ...countsOf(watch, scheduler, told), inTheDay },
  };
}

type Given = Pick<Street, 'shop' | 'dice' | 'mood' | 'invoker'>;

function streetOf(given: Given, scheduler: Scheduler, day: { readonly isOver: boolean }): Street {
  const passerBy = aProcess('a person', true);
  const wait = (): Promise<unknown> =>
    new Promise((answer, fail) => {
      const carryOut = async () => null;
      scheduler.send({ process: passerBy, writes: null, carryOut, answer, fail, silence: () => new Error('silence') });
    });
  return {
    ...given,
    pause: async (steps = 1) => {
      for (let step = 0; step < steps && !day.isOver; step += 1) await wait();
      return !day.isOver;
    },
    placings: new Map(),
    claims: new Map(),
    paid: new Map(),
    asked: [],
  };
}

async function theDay(street: Street, scheduler: Scheduler, day: { isOver: boolean }): Promise<void> {
  const { dice, mood, shop } = street;
  const people = [
    ...PEOPLE.map((name) => shopper(street, name)),
    ...PEOPLE.map((name) => claimer(street, name)),
    ...PEOPLE.filter(() => dice.chance(0.6)).map((name) => gambler(street, name)),
  ];
  let isEmpty = false;
  const timer = timekeeper(street);
  void Promise.all(people).then(() => {
    isEmpty = true;
  });
  for (let step = 0; step < MOST_STEPS && !isEmpty; step += 1) {
    shop.advance(dice.chance(mood.jumps) ? dice.pick(mood.jumpsMs) : dice.below(1_200));
    await scheduler.step();
  }
  day.isOver = true;
  scheduler.killSome(0.3);
  scheduler.faults = NO_FAULTS;
  await scheduler.run();
  await Promise.all([...people, timer]);
}

function countsOf({ books }: Watch, scheduler: Scheduler, told: Told): Outcome['counts'] {
  const states: { [state: string]: number } = {};
  for (const { state } of books.orders.values()) states[state] = (states[state] ?? 0) + 1;
  const wallets = [...books.wallets.values()];
  const sum = (of: (wallet: (typeof wallets)[number]) => number): number =>
    wallets.reduce((total, wallet) => total + of(wallet), 0);
  return {
    ...scheduler.counts,
    ...states,
    replies: told.standing.size,
    spins: sum(({ prizes }) => Object.keys(prizes).length),
  };
}
