import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { BUDGET, over } from './budgets';

export interface Bundle {
  name: string;
  bytes: number;
}

export function readBundles(dir: string): Bundle[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, bytes: statSync(path.join(dir, name, 'index.js')).size }));
}

export function bundleFindings(dir: string): string[] {
  const bundles = readBundles(dir);
  const tooLarge = bundles.flatMap(({ name, bytes }) => over(`function ${name}`, bytes, BUDGET.functionBytes));
  const unfinished = bundles.flatMap(({ name }) => manifestFindings(dir, name));
  const database = existsSync(path.join(dir, 'database.json')) ? [] : ['database.json is missing beside the functions'];
  return [...(bundles.length === 0 ? ['no function was built'] : []), ...tooLarge, ...unfinished, ...database];
}

/** WeChat's upload wants a config.json, and installs whatever package.json names: nothing, all is in the bundle. */
function manifestFindings(dir: string, name: string): string[] {
  const [config, manifest] = ['config.json', 'package.json'].map((file) => readJson(path.join(dir, name, file)));
  const dependencies = Object.keys((manifest?.dependencies as object | undefined) ?? {});
  return [
    ...(config ? [] : [`function ${name} has no readable config.json`]),
    ...(manifest ? [] : [`function ${name} has no readable package.json`]),
    ...dependencies.map((dependency) => `function ${name} would install ${dependency}`),
  ];
}

function readJson(file: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
