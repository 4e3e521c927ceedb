import type { DbRequest, Fate, FaultyDb } from './engine-db';

/** What may befall one write, and with a crash everything that its call would have asked for afterwards. */
export const TROUBLES = ['lose', 'drop', 'late', 'crash before', 'crash after'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** More writes than a call makes with some minutes of the timer: a step that never runs out of them is a mistake of its test. */
const MOST_WRITES = 120;

/** Trouble at the n-th write from now on. `met`: there was an n-th write. */
export function troubleAt({ db }: { readonly db: FaultyDb }, n: number, trouble: Trouble): { met: () => boolean } {
  let writes = 0;
  let met = false;
  db.decide = ({ write }: DbRequest): Fate => {
    const isDead = met && trouble.startsWith('crash');
    if (write > 0) writes += 1;
    if (isDead) return 'drop';
    if (write === 0 || writes !== n) return 'answer';
    met = true;
    if (trouble === 'crash before') return 'drop';
    return trouble === 'crash after' || trouble === 'lose' ? 'lose' : trouble;
  };
  return { met: () => met };
}

/** From now on everything is answered again. */
export function calm({ db }: { readonly db: FaultyDb }): void {
  db.decide = () => 'answer';
}

/** Runs a step with trouble at its 1st, 2nd, 3rd … write until it says that it had no n-th one. How many it has. */
export async function atEveryWrite(step: (n: number) => Promise<boolean>): Promise<number> {
  for (let n = 1; n <= MOST_WRITES; n += 1) if (!(await step(n))) return n - 1;
  throw new Error(`more than ${MOST_WRITES} writes`);
}
