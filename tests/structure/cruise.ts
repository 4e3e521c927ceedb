import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const TOP = ['client', 'cloudfunctions', 'localcloud', 'tools'];

export interface Violation {
  rule: string;
  from: string;
  to: string;
}

/** What dependency-cruiser finds wrong with the tree at `base`, by the project's own rules. */
export function cruise(base: string = ROOT): Violation[] {
  const cli = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = path.join(ROOT, '.dependency-cruiser.cjs');
  const folders = TOP.filter((folder) => existsSync(path.join(base, folder)));
  const args = [cli, '--config', config, '--output-type', 'json', ...folders];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: base, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser failed: ${stderr || stdout}`);
  const { summary } = JSON.parse(stdout) as { summary: { violations: CruiserViolation[] } };
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

interface CruiserViolation {
  rule: { name: string };
  from: string;
  to: string;
}
