import path from 'node:path';
import { dist, fromRoot } from '../build/paths';
import { BUDGET, kb, packageFindings } from './budgets';
import { bundleFindings, readBundles } from './function-bundles';
import { privacyFindings, readDeclared } from './privacy';
import { MAIN, packageBytes, readWeappBuild } from './weapp-build';

const WEAPP = path.join(dist, 'weapp');
const FUNCTIONS = path.join(dist, 'cloudfunctions');

/** Everything wrong with what was built: sizes, missing files, privacy interfaces; one sentence each. */
export function buildFindings(): string[] {
  const build = readWeappBuild(WEAPP);
  const declared = readDeclared(fromRoot('client/privacy.json'));
  return [...packageFindings(build), ...privacyFindings(build, declared), ...bundleFindings(FUNCTIONS)];
}

function sizeTable(): string[] {
  const packages = [...packageBytes(readWeappBuild(WEAPP))];
  const total = packages.reduce((sum, [, bytes]) => sum + bytes, 0);
  const rows: [string, number, number][] = [
    ...packages.map(([name, bytes]): [string, number, number] => [
      `weapp ${name}`,
      bytes,
      name === MAIN ? BUDGET.mainBytes : BUDGET.subPackageBytes,
    ]),
    ['weapp, all packages', total, BUDGET.totalBytes],
    ...readBundles(FUNCTIONS).map(({ name, bytes }): [string, number, number] => [
      `function ${name}`,
      bytes,
      BUDGET.functionBytes,
    ]),
  ];
  return rows.map(([name, bytes, most]) => `${name.padEnd(28)}${kb(bytes).padStart(12)} of ${kb(most).padStart(10)}`);
}

function main(): void {
  console.log(sizeTable().join('\n'));
  const findings = buildFindings();
  for (const finding of findings) console.error(finding);
  process.exitCode = findings.length > 0 ? 1 : 0;
}

if (require.main === module) main();
