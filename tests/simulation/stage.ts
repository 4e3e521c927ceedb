import { DAY_MS, MINUTE_MS } from '../../cloudfunctions/kernel/period';
import type { PayPort } from '../../cloudfunctions/platform/ports';
import { type Assembly, assemble } from '../../cloudfunctions/platform/serve/assembly';
import { rooms } from '../../cloudfunctions/rooms/assembly';
import type { Shop } from '../support/shop';
import type { Dice } from './dice';
import { aHouse, sizeOf } from './house';
import type { DbWrapper } from './instances';
import { anInvoker } from './invoker';
import type { Mood } from './moods';
import type { Street, Town } from './people';
import { type Accounts, violationsAtRest } from './rest';
import { aProcess, Scheduler, type SchedulerOptions } from './scheduler';
import { aTold, type Told } from './told';
import { type Watch, watchOver } from './watch';

/** A rule of the protocol switched off, for the test of this test. */
export interface Sabotage {
  readonly assembly?: (whole: Assembly) => Assembly;
  readonly db?: DbWrapper;
  readonly pay?: (pay: PayPort) => PayPort;
  /** Puts something in the place of a function; the answer undoes it. */
  readonly begin?: (clock: { nowMs(): number }) => () => void;
}

/** The bank is done at once, in minutes, in a day. */
const REFUND_TRAVELS_MS = [0, 5 * MINUTE_MS, DAY_MS];

/** A house with everything that watches it, before anybody comes. */
export interface Stage {
  readonly street: Street;
  readonly scheduler: Scheduler;
  readonly watch: Watch;
  readonly told: Told;
  readonly accounts: Accounts;
  /** People go home once it is over. */
  readonly day: { isOver: boolean };
  /** Everything that was wrong at any moment and is wrong now, at rest. */
  violations(): string[];
}

export interface StageWish {
  readonly seed: number;
  readonly dice: Dice;
  readonly mood: Mood;
  readonly sabotage?: Sabotage;
  readonly fateOf?: SchedulerOptions['fateOf'];
}

/** Opens a stage, plays on it, and takes it down whatever happens. */
export async function onStage<T>(wish: StageWish, play: (stage: Stage) => Promise<T>): Promise<T> {
  const shop = await aHouse(sizeOf(wish.dice, wish.mood), wish.seed);
  shop.pay.refundTravelMs = wish.dice.pick(REFUND_TRAVELS_MS);
  const undo = wish.sabotage?.begin?.({ nowMs: () => shop.nowMs });
  try {
    return await play(stageIn(shop, wish));
  } finally {
    undo?.();
    await shop.engine.store.close();
  }
}

function stageIn(shop: Shop, { dice, mood, sabotage = {}, fateOf }: StageWish): Stage {
  const watch = watchOver(shop.engine);
  const told = aTold();
  const scheduler = new Scheduler({
    dice,
    faults: mood.faults,
    onExecuted: ({ writes }) => writes && watch.look(writes),
    ...(fateOf ? { fateOf } : {}),
  });
  const whole = assemble(rooms);
  const invoker = anInvoker({
    ...{ shop, scheduler, dice, told, nowMs: () => shop.nowMs },
    assembly: sabotage.assembly?.(whole) ?? whole,
    pay: sabotage.pay?.(shop.pay) ?? shop.pay,
    wrap: sabotage.db ?? ((db) => db),
  });
  const day = { isOver: false };
  const street = streetOf({ town: townOf(shop), dice, mood, invoker }, scheduler, day);
  const opening = watch.books.opening;
  const { placings, claims } = street;
  const accounts = accountsOf(shop);
  return {
    ...{ street, scheduler, watch, told, accounts, day },
    violations: () => [
      ...watch.violations,
      ...told.violations,
      ...invoker.bugs,
      ...violationsAtRest({ accounts, opening, told, placings, claims }),
    ],
  };
}

const townOf = (shop: Shop): Town => ({
  key: shop.key,
  residentId: shop.residentId,
  advance: shop.advance,
  settle: async (orderId) => shop.pay.settle(orderId),
  refundsOf: (orderId) => shop.pay.refundNumbers(orderId),
});

const accountsOf = ({ engine, pay, residentId }: Shop): Accounts => ({
  dump: engine.dump,
  residentId,
  paidFen: (orderId) => pay.paidFen(orderId),
  refundedFen: (orderId) => pay.refundedFen(orderId),
});

type Given = Pick<Street, 'town' | 'dice' | 'mood' | 'invoker'>;

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
