import { DAY_MS, MINUTE_MS } from '../../cloudfunctions/kernel/period';
import { emptyWallet } from '../../cloudfunctions/kernel/wallet';
import type { Context } from '../../cloudfunctions/platform/context';
import type { Db } from '../../cloudfunctions/platform/db';
import { openCell } from '../../cloudfunctions/platform/holds/open-cell';
import type { Dice } from '../simulation/dice';
import { type EngineDb, engineDb } from './engine-db';
import { PayPlatform } from './pay-platform';
import { DEEDS, type Deed, prune } from './reckoned-deeds';
import { BUDGET, PEOPLE, SHELF, TEMPLATE } from './reckoned-places';
import { noWechat } from './wechat-port';
import { START_MS, seededRandom } from './world';

/**
 * A small town in which everybody does the protocol's moves with the platform's own functions, each request when it is
 * let through: so a night can be run with any of them between any two of its reads.
 */
export interface Town {
  readonly engine: EngineDb;
  readonly pay: PayPlatform;
  readonly clock: { nowMs: number };
  readonly dice: Dice;
  /** Begins something that somebody does. */
  begin(deed?: Deed): void;
  /** Lets so many requests through, of whoever waits. */
  step(requests: number): Promise<void>;
  /** Until nobody does anything any more. */
  rest(): Promise<void>;
  /** What a night runs in: before each of its reads, people go on. */
  night(busy: boolean): Context;
}

export async function aTown(dice: Dice): Promise<Town> {
  const clock = { nowMs: START_MS };
  const engine = engineDb(() => clock.nowMs);
  const pay = new PayPlatform(clock);
  await openCell(engine, SHELF, { rice: 500, milk: 500 });
  await openCell(engine, BUDGET, { launch: 100_000, cut: 100_000 });
  await openCell(engine, TEMPLATE, { n: 200 });
  for (const person of PEOPLE) engine.put('wallets', emptyWallet(person));
  const waiting: (() => void)[] = [];
  const gated = everyRequest(engine, () => new Promise<void>((pass) => waiting.push(pass)));
  const doing = new Set<Promise<void>>();
  const town: Town = {
    engine,
    pay,
    clock,
    dice,
    begin: (_deed = dice.pick(DEEDS)) => {
      clock.nowMs += dice.below(20_000);
      const done: Promise<void> = dice
        .pick(DEEDS)(gated, town, dice)
        .finally(() => doing.delete(done));
      doing.add(done);
    },
    step: async (requests) => {
      for (let n = 0; n < requests && waiting.length > 0; n += 1) {
        waiting.splice(dice.below(waiting.length), 1)[0]?.();
        await new Promise(setImmediate);
      }
    },
    rest: async () => {
      while (doing.size > 0) await town.step(1);
    },
    night: (busy) => contextOf(town, busy ? everyRequest(engine, () => town.step(dice.below(4))) : engine),
  };
  return town;
}

/** The database with something before each request. */
function everyRequest(db: Db, before: () => Promise<void>): Db {
  const after = async <T>(run: () => Promise<T>): Promise<T> => {
    await before();
    return run();
  };
  return {
    get: (collection, id) => after(() => db.get(collection, id)),
    getMany: (collection, ids) => after(() => db.getMany(collection, ids)),
    find: (collection, query) => after(() => db.find(collection, query)),
    count: (collection, where) => after(() => db.count(collection, where)),
    insert: (collection, document) => after(() => db.insert(collection, document)),
    update: (collection, where, change) => after(() => db.update(collection, where, change)),
    remove: (collection, where) => after(() => db.remove(collection, where)),
  };
}

function contextOf({ clock, pay }: Town, db: Db): Context {
  return {
    db,
    nowMs: clock.nowMs,
    random: seededRandom(1),
    pay,
    wechat: noWechat,
    effects: {},
    carriers: {},
    outboxes: new Map(),
    traceId: 'town',
    log: { info: () => {}, error: () => {} },
  };
}

/** Longer than cells keep settled marks (prune.ts), shorter than an order may wait for its money. */
const LATE_MS = 14 * MINUTE_MS;

/**
 * A day with something going on, to some minutes after ten the next morning. Whoever began before ten is still at it: some
 * hold units that are older than what the cells are pruned to.
 */
export async function aDay(town: Town, deeds: number, late: number): Promise<void> {
  const morning = town.clock.nowMs + DAY_MS;
  for (let n = 0; n < deeds; n += 1) {
    town.begin();
    await town.step(6);
  }
  await town.rest();
  town.clock.nowMs = Math.max(morning, town.clock.nowMs);
  for (let n = 0; n < late; n += 1) town.begin();
  await town.step(5 * late);
  town.clock.nowMs += LATE_MS;
  town.begin(prune);
  await town.step(town.dice.below(24));
}
