import { HOUR_MS, MINUTE_MS } from '../../cloudfunctions/kernel/period';
import type { Reconciliation } from '../../cloudfunctions/rooms/report/domain/night';
import { isAllBack } from './books';
import { diceOf } from './dice';
import { PEOPLE } from './house';
import { moodOf } from './moods';
import { claimer, gambler, shopper, timekeeper } from './people';
import { desk } from './people-refunds';
import { recover } from './recovery';
import { NO_FAULTS } from './scheduler';
import { onStage, type Sabotage, type Stage } from './stage';

export interface Outcome {
  readonly seed: number;
  readonly violations: readonly string[];
  /** What happened, by name. */
  readonly counts: { readonly [what: string]: number };
}

/** A day of so many requests is long enough; who is still out goes home. */
const MOST_STEPS = 900;
/** From ten in the morning to some minutes before midnight: functions then live across it, and the bank's day with them. */
const TO_MIDNIGHT_MS = 14 * HOUR_MS - 4 * MINUTE_MS;
/** Enough for most functions that are out at a moment to end. */
const STEPS_TO_THE_END = 60;

/** A whole little world: a random day with faults, a recovery without, and the accounts at the end. */
export function runSchedule(seed: number, sabotage: Sabotage = {}): Promise<Outcome> {
  const dice = diceOf(seed);
  const mood = moodOf(dice);
  return onStage({ seed, dice, mood, sabotage }, async (stage) => {
    await theDay(stage);
    const inTheDay = stage.scheduler.counts.requests;
    await recover(stage.street, stage.scheduler);
    return { seed, violations: stage.violations(), counts: { inTheDay, ...countsOf(stage) } };
  });
}

async function theDay(stage: Stage): Promise<void> {
  const { street, scheduler, day } = stage;
  const { dice, mood, town } = street;
  if (dice.chance(0.2)) town.advance(TO_MIDNIGHT_MS);
  const people = [
    ...PEOPLE.map((name) => shopper(street, name)),
    ...PEOPLE.map((name) => claimer(street, name)),
    ...PEOPLE.filter(() => dice.chance(0.6)).map((name) => gambler(street, name)),
  ];
  const timer = Promise.all([timekeeper(street), desk(street)]);
  let isEmpty = false;
  const all = Promise.all(people).then(() => {
    isEmpty = true;
  });
  for (let step = 0; step < MOST_STEPS && !isEmpty; step += 1) {
    if (dice.chance(mood.jumps)) await jump(stage);
    else town.advance(dice.below(1_200));
    await scheduler.step();
  }
  day.isOver = true;
  scheduler.killSome(0.3);
  scheduler.faults = NO_FAULTS;
  await scheduler.run();
  await Promise.all([all, timer]);
}

/**
 * Each jump of the clock is longer than any function lives (60 s at most, platform.md, Limits): those that are out end first,
 * or die. Only requests that nobody waits for outlive it.
 */
async function jump({ street, scheduler }: Stage): Promise<void> {
  const { dice, mood, town } = street;
  await scheduler.endFunctions(dice.pick([0, STEPS_TO_THE_END]));
  town.advance(dice.pick(mood.jumpsMs));
}

function countsOf({ watch, scheduler, told, accounts }: Stage): Outcome['counts'] {
  const states: { [state: string]: number } = {};
  for (const { state } of watch.books.orders.values()) states[state] = (states[state] ?? 0) + 1;
  const prizes = [...watch.books.wallets.values()].flatMap((wallet) => Object.values(wallet.prizes));
  const revoked = prizes.filter(({ state }) => state === 'revoked').length;
  const nights = accounts.dump<Reconciliation>('reconciliations').filter(({ phase }) => phase === null).length;
  return {
    ...scheduler.counts,
    ...states,
    ...refundCounts(watch.books),
    replies: told.standing.size,
    spins: prizes.length,
    'prizes revoked': revoked,
    nights,
  };
}

function refundCounts({ orders }: Stage['watch']['books']): { [what: string]: number } {
  const counts: { [what: string]: number } = {};
  const count = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  for (const order of orders.values()) {
    for (const { cause, state, amounts, giftsWrittenOff } of Object.values(order.refunds)) {
      count(`${cause} ${state}`);
      if (giftsWrittenOff) count('gifts written off');
      if (Object.keys(amounts.gifts).length > 0) count('gifts owed back');
    }
    for (const { state } of Object.values(order.exchanges ?? {})) count(`exchange ${state}`);
    if (order.state === 'received' && isAllBack(order)) count('wholly refunded');
  }
  return counts;
}
