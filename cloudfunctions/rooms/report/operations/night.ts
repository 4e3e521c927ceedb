import { DAY_MS, yyyymmdd } from '../../../kernel/period';
import { mapAtOnce } from '../../../platform/at-once';
import { stopwatch } from '../../../platform/clock';
import type { Context } from '../../../platform/context';
import { countedDb } from '../../../platform/db/counted';
import { raiseAlert } from '../../../platform/staff';
import { dayToReckon, readyAtMs } from '../domain/days';
import { alertCause, alertKind, type Difference } from '../domain/difference';
import { type Cost, type Done, newNight, type Phase, type Reconciliation, withPage } from '../domain/night';
import { findNight, insertNight, latestNights, nightsBefore, removeNight, saveNight } from '../store';
import { reckonBill, reckonBilledOrders, type Waits } from './bill';
import { reckonCells } from './cells';
import type { Page } from './checkpointed';
import { reckonTouchedOrders } from './orders';
import { reckonWallets } from './wallets';

type Outcome = (Done & Partial<Pick<Page, 'afterwards'>>) | Waits;

const STEP: { readonly [phase in Phase]: (context: Context, night: Reconciliation) => Promise<Outcome> } = {
  cells: reckonCells,
  orders: reckonTouchedOrders,
  wallets: reckonWallets,
  bill: reckonBill,
  'billed-orders': reckonBilledOrders,
};

/** Pages of one run: some seconds of the timer's minute; the rest is due again with the next minute. */
const PAGES_A_RUN = 40;
/** Reports are kept so long. */
const KEPT_MS = 90 * DAY_MS;

/**
 * Job: brings the reconciliation of the day that is due a few pages on. Where it stands is in the day's own document, by CAS:
 * a run that dies is gone on with where it stopped, and of two at once one writes each page.
 */
export async function reconcile(context: Context): Promise<void> {
  const meter = meterOf(context.db);
  const metered = { ...context, db: meter.db };
  let night = await nightDue(metered);
  for (let page = 0; night?.phase && page < PAGES_A_RUN; page += 1)
    night = await nextPage(metered, meter, night, night.phase);
}

/** What a run costs, from one kept page to the next: what is written after a page is counted with the one that follows. */
function meterOf(database: Context['db']) {
  const elapsedMs = stopwatch();
  const { db, cost } = countedDb(database);
  let before: Cost = { workedMs: 0, roundTrips: 0, requests: 0 };
  const sinceLast = (): Cost => {
    const [last, now] = [before, { workedMs: elapsedMs(), ...cost() }];
    before = now;
    return {
      workedMs: now.workedMs - last.workedMs,
      roundTrips: now.roundTrips - last.roundTrips,
      requests: now.requests - last.requests,
    };
  };
  return { db, sinceLast };
}

/** Null: nothing is due. */
async function nightDue({ db, nowMs }: Context): Promise<Reconciliation | null> {
  const [last] = await latestNights(db, 1);
  const startMs = dayToReckon(last ? { startMs: last.startMs, isDone: last.phase === null } : null, nowMs);
  if (last?.startMs === startMs) return last.waitsUntilMs > nowMs ? null : last;
  if (last && readyAtMs(startMs) > nowMs) return null;
  const night = newNight(yyyymmdd(startMs), startMs);
  await insertNight(db, night);
  return night.waitsUntilMs > nowMs ? null : findNight(db, night._id);
}

/** One page: compared, alerts raised, then kept. Null: this run ends, because it waits or another run is ahead. */
async function nextPage(
  context: Context,
  meter: Pick<ReturnType<typeof meterOf>, 'sinceLast'>,
  night: Reconciliation,
  phase: Phase,
): Promise<Reconciliation | null> {
  const { db, nowMs } = context;
  const page = await STEP[phase](context, night);
  if ('waitsUntilMs' in page) {
    await saveNight(db, { ...night, rev: night.rev + 1, waitsUntilMs: page.waitsUntilMs }, night.rev);
    return null;
  }
  await raiseAlerts(context, night, page.differences);
  const next = withPage(night, page, meter.sinceLast(), nowMs);
  if (!(await saveNight(db, next, night.rev))) return null;
  await page.afterwards?.();
  if (next.phase === null) await forgetOld(context);
  return next;
}

/** The same trouble is one alert, whichever run and night finds it. */
async function raiseAlerts(
  context: Context,
  { _id: day }: Reconciliation,
  differences: readonly Difference[],
): Promise<void> {
  await mapAtOnce(differences, (difference) => {
    const { counter, target, key, expected, found, cause } = difference;
    const detail = { day, counter, target, key, expected, found, cause };
    return raiseAlert(context, alertKind(difference), alertCause(difference), detail);
  });
}

async function forgetOld({ db, nowMs }: Context): Promise<void> {
  const old = await nightsBefore(db, yyyymmdd(nowMs - KEPT_MS), PAGES_A_RUN);
  await mapAtOnce(old, ({ _id }) => removeNight(db, _id));
}
