import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths';

/** What a target is made from. */
export interface Inputs {
  /** Files and folders below the root. */
  paths: string[];
  /** Whether `process.env.LINLI_…` in these files is replaced by its value at build time. */
  bakesEnv?: boolean;
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
export function hashOf({ paths, bakesEnv = false }: Inputs, base: string = root): string {
  const hash = createHash('sha256');
  const variables = new Set<string>();
  for (const file of inputFiles(paths, base)) {
    const content = readFileSync(path.join(base, file));
    hash.update(`${file}\0`).update(content).update('\0');
    if (bakesEnv) for (const name of variablesIn(content.toString())) variables.add(name);
  }
  for (const name of [...variables].sort()) hash.update(`${name}=${process.env[name] ?? ''}\0`);
  return hash.digest('hex');
}

const variablesIn = (text: string): string[] =>
  [...text.matchAll(/process\.env\.(LINLI_\w+)/g)].map(([, name = '']) => name);
