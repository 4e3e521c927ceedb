import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../cloudfunctions/kernel/period';
import type { Street } from './people';
import type { Scheduler } from './scheduler';

/** How the clock goes on once all is quiet: marks are swept, orders closed, cells and wallets pruned, coupons end. */
const ROUNDS_MS = [
  3 * MINUTE_MS,
  3 * MINUTE_MS,
  16 * MINUTE_MS,
  11 * MINUTE_MS,
  3 * MINUTE_MS,
  25 * HOUR_MS,
  11 * MINUTE_MS,
  3 * DAY_MS,
  11 * MINUTE_MS,
  25 * HOUR_MS,
  11 * MINUTE_MS,
  11 * MINUTE_MS,
];

/** Requests that everybody forgot come in until this round. */
const LAST_LATE_ROUND = 6;
/** Phones ask again under their old keys: while these are good, and when they are not. */
const ASKING_ROUNDS = new Set([0, 5, ROUNDS_MS.length - 1]);

/** Faultless from here on: timers run, callbacks are repeated, phones ask again. */
export async function recover(street: Street, scheduler: Scheduler): Promise<void> {
  const { town, dice, invoker } = street;
  for (const [round, passMs] of ROUNDS_MS.entries()) {
    town.advance(passMs);
    if (round <= LAST_LATE_ROUND) await scheduler.runForgotten(round === LAST_LATE_ROUND ? 1 : 0.2);
    const work: Promise<unknown>[] = [...street.paid]
      .filter(([, isKnown]) => !isKnown)
      .map(async ([orderId]) => {
        const reply = await invoker.callback(orderId);
        if (reply !== 'no answer' && reply.errcode === 0) street.paid.set(orderId, true);
      });
    if (ASKING_ROUNDS.has(round)) work.push(...street.asked.map((call) => invoker.call({ door: 'resident', ...call })));
    await finish(scheduler, Promise.all(work));
    for (const job of invoker.jobs) await finish(scheduler, invoker.job(job));
    if (dice.chance(0.3)) for (const job of invoker.jobs) await finish(scheduler, invoker.job(job));
  }
}

async function finish(scheduler: Scheduler, work: Promise<unknown>): Promise<void> {
  let failed: { error: unknown } | undefined;
  work.catch((error: unknown) => {
    failed = { error };
  });
  await scheduler.run();
  if (failed) throw failed.error;
  await work;
}
