import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Person } from '../../localcloud';

/** What `npm start` has to remember beside the database. */
export interface Demo {
  people: Person[];
  /** Scene of a flyer that is up and may be scanned. */
  flyerScene: string;
}

/**
 * - empty: nothing there, demo data may be made;
 * - cut-short: demo data was being made when the process ended; what is there is half a history and worth nothing;
 * - demo: made by us, and possibly used since;
 * - foreign: something else; it is started as it is and never written over.
 */
export type FolderState = { state: 'empty' | 'cut-short' | 'foreign' } | { state: 'demo'; demo: Demo };

const BEGUN = 'demo-begun';
const DONE = 'demo.json';

export function lookInto(folder: string): FolderState {
  const done = path.join(folder, DONE);
  if (existsSync(done)) return { state: 'demo', demo: JSON.parse(readFileSync(done, 'utf8')) };
  if (existsSync(path.join(folder, BEGUN))) return { state: 'cut-short' };
  return { state: existsSync(folder) && readdirSync(folder).length > 0 ? 'foreign' : 'empty' };
}

/** Empties what an earlier try left, and marks the folder as being filled. */
export function beginDemo(folder: string): void {
  if (lookInto(folder).state === 'cut-short') rmSync(folder, { recursive: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, BEGUN), '');
}

/** One rename makes the folder a finished one: there is no moment at which half a history counts as done. */
export function finishDemo(folder: string, demo: Demo): void {
  const begun = path.join(folder, BEGUN);
  writeFileSync(begun, `${JSON.stringify(demo, null, 2)}\n`);
  renameSync(begun, path.join(folder, DONE));
}
