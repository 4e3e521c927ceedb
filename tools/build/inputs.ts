import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths';

/** What a target is made from: files and folders below the root, and environment variables it bakes in. */
export interface Inputs {
  paths: string[];
  env?: string[];
}

const TEST_FILE = /\.test\.[cm]?[jt]sx?$/;

/** Every input file, as paths from the root in a stable order; tests are no part of what is shipped. */
export function inputFiles(paths: string[], base: string = root): string[] {
  const files = paths.flatMap((input) => filesBelow(base, input)).filter((file) => !TEST_FILE.test(file));
  return [...new Set(files)].sort();
}

function filesBelow(base: string, input: string): string[] {
  const full = path.join(base, input);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [input];
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) => {
    const below = path.posix.join(input, entry.name);
    return entry.isDirectory() ? filesBelow(base, below) : [below];
  });
}

/** One hash over names, contents and baked-in variables: equal hashes mean an equal build. */
export function hashOf({ paths, env = [] }: Inputs, base: string = root): string {
  const hash = createHash('sha256');
  for (const file of inputFiles(paths, base)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(base, file)))
      .update('\0');
  }
  for (const name of env) hash.update(`${name}=${process.env[name] ?? ''}\0`);
  return hash.digest('hex');
}
