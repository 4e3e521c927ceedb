import path from 'node:path';
import { build, type Metafile } from 'esbuild';
import { bundleOptions, functionNames } from '../build/functions';
import { dist, fromRoot } from '../build/paths';

/** What each function's bundle is made of, in KB. `npx tsx tools/bench/bundle-contents.ts` */
const KB = 1024;
const FUNCTIONS = fromRoot('cloudfunctions/functions');
/** Packages smaller than this are counted as one. */
const LEAST_NAMED_BYTES = 25 * KB;

/** Bytes in the bundle by part: a package, or `ours`. What esbuild itself adds is in none of them. */
async function partsOf(name: string): Promise<Map<string, number>> {
  const out = path.join(dist, 'cloudfunctions', name, 'index.js');
  const options = bundleOptions(path.join(FUNCTIONS, name, 'index.ts'), out);
  const { metafile } = await build({ ...options, metafile: true, write: false, absWorkingDir: fromRoot() });
  return sumByPart(Object.values(metafile.outputs));
}

function sumByPart(outputs: Metafile['outputs'][string][]): Map<string, number> {
  const sums = new Map<string, number>([['total', outputs.reduce((sum, { bytes }) => sum + bytes, 0)]]);
  for (const [file, { bytesInOutput }] of outputs.flatMap(({ inputs }) => Object.entries(inputs))) {
    const part = partOf(file);
    sums.set(part, (sums.get(part) ?? 0) + bytesInOutput);
  }
  return sums;
}

const partOf = (file: string): string =>
  /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? (file.startsWith('cloudfunctions/') ? 'ours' : 'other');

/** The named parts of the first function, largest first; every other package is in `small packages`. */
function rowsOf(bundles: ReadonlyMap<string, number>[]): [string, number[]][] {
  const [first = new Map<string, number>()] = bundles;
  const named = [...first].filter(([, bytes]) => bytes >= LEAST_NAMED_BYTES).sort(([, a], [, b]) => b - a);
  const names = new Set([...named.map(([name]) => name), 'ours', 'valibot']);
  const restOf = (bundle: ReadonlyMap<string, number>) =>
    [...bundle].filter(([name]) => !names.has(name)).reduce((sum, [, bytes]) => sum + bytes, 0);
  return [
    ...[...names].map((name): [string, number[]] => [name, bundles.map((bundle) => bundle.get(name) ?? 0)]),
    ['small packages', bundles.map(restOf)],
  ];
}

async function main(): Promise<void> {
  const names = functionNames(FUNCTIONS);
  const rows = rowsOf(await Promise.all(names.map(partsOf)));
  const line = (head: string, cells: string[]) => console.log(`| ${[head, ...cells].join(' | ')} |`);
  line('KB', names);
  line(
    '---',
    names.map(() => '---:'),
  );
  for (const [part, bytes] of rows)
    line(
      part,
      bytes.map((count) => (count / KB).toFixed(1)),
    );
}

if (require.main === module) void main();
