import { ok, type Result, refuse } from '../../../kernel/result';
import type { StaffContext } from '../../../platform/context';
import type { ReconciliationPage, ReconciliationView } from '../contract';
import type { Reconciliation } from '../domain/night';
import { findNight, latestNights } from '../store';

/** Two weeks of days to choose from. */
const DAYS_LISTED = 14;

/** The report of a day, or the latest; with the days before it. Refused: NO_RECONCILIATION for a day that has none. */
export async function reconciliation(
  { db }: StaffContext,
  { day }: { readonly day?: string | undefined },
): Promise<Result<ReconciliationPage>> {
  const [latest, asked] = await Promise.all([
    latestNights(db, DAYS_LISTED),
    day === undefined ? null : findNight(db, day),
  ]);
  const nights = latest.filter(({ begunAtMs }) => begunAtMs !== null);
  if (day !== undefined && !asked) return refuse('NO_RECONCILIATION', { day });
  const report = asked ?? nights[0] ?? null;
  return ok({
    report: report && viewOf(report),
    days: nights.map(({ _id, phase, differenceCount }) => ({ day: _id, isDone: phase === null, differenceCount })),
  });
}

function viewOf(night: Reconciliation): ReconciliationView {
  const { _id: day, phase, begunAtMs, endedAtMs, bill, checked, differenceCount, differences, cost } = night;
  return { day, isDone: phase === null, begunAtMs, endedAtMs, bill, checked, differenceCount, differences, cost };
}
