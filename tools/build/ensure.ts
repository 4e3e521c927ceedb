import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lock } from 'proper-lockfile';
import { hashOf, type Inputs } from './inputs';

export interface Target {
  name: string;
  /** Folder whose presence, beside the stamp, proves that the target was built. */
  outputDir: string;
  inputs: Inputs;
  build(): Promise<void>;
}

export interface EnsureOptions {
  stampDir: string;
  base?: string;
  force?: boolean;
  log?: (line: string) => void;
}

/** A build may take minutes on a slow machine; whoever waits for it polls for as long as it is alive. */
const WAIT_FOR_OTHER_BUILDER = { retries: { retries: 1200, minTimeout: 500, maxTimeout: 500 }, stale: 20_000 };

/**
 * Builds `target` when its inputs changed since its last build, and tells whether it did.
 * Several processes may ask at once: one builds, the others wait and find it fresh.
 */
export async function ensureBuilt(target: Target, options: EnsureOptions): Promise<'fresh' | 'built'> {
  if (!options.force && isFresh(target, options)) return 'fresh';
  mkdirSync(options.stampDir, { recursive: true });
  const release = await lock(path.join(options.stampDir, target.name), { realpath: false, ...WAIT_FOR_OTHER_BUILDER });
  try {
    if (!options.force && isFresh(target, options)) return 'fresh';
    await buildAndStamp(target, options);
    return 'built';
  } finally {
    await release();
  }
}

export function isFresh(target: Target, { stampDir, base }: EnsureOptions): boolean {
  const stamp = stampFile(target, stampDir);
  return (
    existsSync(target.outputDir) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOf(target.inputs, base)
  );
}

async function buildAndStamp(target: Target, { stampDir, base, log = () => {} }: EnsureOptions): Promise<void> {
  const stamp = stampFile(target, stampDir);
  // Without a stamp, a build that is cut short counts as stale.
  rmSync(stamp, { force: true });
  // Taken before building: an edit made meanwhile makes the result stale, not wrongly fresh.
  const hash = hashOf(target.inputs, base);
  log(`building ${target.name} …`);
  const startedAtMs = Date.now();
  await target.build();
  writeFileSync(stamp, hash);
  log(`built ${target.name} in ${((Date.now() - startedAtMs) / 1000).toFixed(1)} s`);
}

const stampFile = (target: Target, stampDir: string): string => path.join(stampDir, target.name);
