import { MINUTE_MS } from '../../kernel/period';
import { pruneCells, sweepCells } from '../holds/sweep-cells';
import { sweepWallets } from '../holds/sweep-wallets';
import type { Job } from '../room';
import type { Assembly } from '../serve/assembly';

/** What keeps the holds of all rooms settled and small; run by the timer beside the rooms' own jobs. */
export function sweepJobs(assembly: Pick<Assembly, 'settlers' | 'holds' | 'upkeep'>): ReadonlyMap<string, Job> {
  return new Map<string, Job>([
    ['holds.cells', { everyMs: MINUTE_MS, run: (context) => sweepCells(context, assembly.settlers) }],
    ['holds.wallets', { everyMs: MINUTE_MS, run: (context) => sweepWallets(context, assembly) }],
    ['holds.prune', { everyMs: 10 * MINUTE_MS, run: pruneCells }],
  ]);
}
