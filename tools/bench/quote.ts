import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from '../build/functions';

/**
 * How fast a price is made, with the engine bundled as functions ship it: `npx tsx tools/bench/quote.ts`. Code that is run
 * file by file asks the module for each function it calls, and was a quarter slower. True where every target is met.
 */
export async function benchQuotes(): Promise<boolean> {
  const folder = mkdtempSync(path.join(tmpdir(), 'linli-bench-'));
  try {
    const program = path.join(folder, 'quote-run.js');
    await build(bundleOptions(path.join(__dirname, 'quote-run.ts'), program));
    return spawnSync(process.execPath, [program], { stdio: 'inherit' }).status === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  process.exitCode = (await benchQuotes()) ? 0 : 1;
}

if (require.main === module) void main();
