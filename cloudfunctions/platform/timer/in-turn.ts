import type { Job } from '../room';
import type { Assembly } from '../serve/assembly';
import { sweepJobs } from './sweeps';

/**
 * All jobs by name, in the order in which one run of the timer takes those that are due: the rooms' own, the sweeps, and last
 * what reads the books as the others leave them. After an outage everything is due at once, and a night that ran first would
 * tell of marks that the sweep of the same minute settles.
 */
export function jobsInTurn(assembly: Pick<Assembly, 'jobs' | 'settlers' | 'holds' | 'upkeep'>): Map<string, Job> {
  const all = [...assembly.jobs, ...sweepJobs(assembly)];
  const isLast = ([, { readsBooks }]: (typeof all)[number]): boolean => readsBooks === true;
  return new Map([...all.filter((one) => !isLast(one)), ...all.filter(isLast)]);
}
