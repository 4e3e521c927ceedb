import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { fewFileTypes } from './few-file-types';
import { replaceFolder } from './replace-folder';
import { sdkWithoutAi } from './sdk-without-ai';

export interface FunctionsBuild {
  /** Holds one folder a function, each with index.ts and config.json. */
  functionsDir: string;
  databaseFile: string;
  outDir: string;
}

/**
 * Bundles every cloud function to one minified file with wx-server-sdk inside: loading the SDK unbundled costs
 * 221 ms CPU at each cold start, bundled 100 ms (docs/figures.md).
 */
export async function buildFunctions({ functionsDir, databaseFile, outDir }: FunctionsBuild): Promise<void> {
  const names = functionNames(functionsDir);
  await replaceFolder(outDir, async (folder) => {
    await Promise.all(names.map((name) => bundle(path.join(functionsDir, name), path.join(folder, name))));
    if (existsSync(databaseFile)) cpSync(databaseFile, path.join(folder, path.basename(databaseFile)));
  });
}

export function functionNames(functionsDir: string): string[] {
  if (!existsSync(functionsDir)) return [];
  return readdirSync(functionsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(functionsDir, entry.name, 'index.ts')))
    .map((entry) => entry.name)
    .sort();
}

/** How one function is bundled, for whoever wants to see what its bundle holds. */
export const bundleOptions = (entry: string, outfile: string) =>
  ({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    // Costs 55 KB and some 9 ms, and keeps the stacks in our logs readable.
    keepNames: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [sdkWithoutAi, fewFileTypes],
    // Optional speed-ups of `ws`, which the SDK holds for realtime watching; the SDK runs without them.
    external: ['bufferutil', 'utf-8-validate'],
  }) satisfies BuildOptions;

async function bundle(from: string, to: string): Promise<void> {
  const config = path.join(from, 'config.json');
  if (!existsSync(config)) throw new Error(`${from} has no config.json`);
  await build(bundleOptions(path.join(from, 'index.ts'), path.join(to, 'index.js')));
  cpSync(config, path.join(to, 'config.json'));
  writeFileSync(path.join(to, 'package.json'), manifest(path.basename(from)));
}

/** WeChat installs what a function's manifest names: nothing, as everything is inside the bundle. */
const manifest = (name: string): string =>
  `${JSON.stringify({ name, version: '1.0.0', main: 'index.js', dependencies: {} }, null, 2)}\n`;
