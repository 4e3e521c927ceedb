import { type Outcome, runSchedule } from './schedule';

export interface Many {
  readonly violating: readonly Outcome[];
  /** Sums over all schedules: what the schedules went through. */
  readonly counts: { readonly [what: string]: number };
}

/** Schedules of consecutive seeds, each a whole little world of its own. */
export async function runMany(first: number, schedules: number, onDone = (_: number): void => {}): Promise<Many> {
  const violating: Outcome[] = [];
  const counts: { [what: string]: number } = {};
  for (let done = 0; done < schedules; done += 1) {
    const outcome = await runSchedule(first + done);
    for (const [what, n] of Object.entries(outcome.counts)) counts[what] = (counts[what] ?? 0) + n;
    if (outcome.violations.length > 0) violating.push(outcome);
    onDone(done + 1);
  }
  return { violating, counts };
}
