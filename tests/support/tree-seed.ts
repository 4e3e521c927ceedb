import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
/** Code that random tests put to the test, and the tests' own. */
const FOLDERS = ['cloudfunctions', 'localcloud', 'tests/simulation'];

/**
 * Where random tests begin: another seed for every change of the code, so that each push looks where none has looked, and
 * the same seed for the same code, so that a red run is red again for whoever repeats it. `LINLI_SEED` replays any other.
 */
export function treeSeed(): number {
  const hash = createHash('sha256');
  for (const folder of FOLDERS) for (const file of sourcesBelow(join(ROOT, folder))) hash.update(readFileSync(file));
  return Number(process.env.LINLI_SEED ?? hash.digest().readUInt32BE(0) % 1_000_000_000);
}

const sourcesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sourcesBelow(join(folder, entry.name));
      return entry.name.endsWith('.ts') ? [join(folder, entry.name)] : [];
    });
