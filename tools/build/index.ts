import { ensureBuilt } from './ensure';
import { stamps } from './paths';
import { type TargetName, targets } from './targets';

const ALL: TargetName[] = ['functions', 'weapp', 'h5'];

/** Brings the named targets up to date, one after the other: two Taro builds at once starve a small machine. */
export async function buildStale(names: TargetName[] = ALL, options: { force?: boolean } = {}): Promise<void> {
  for (const name of names) {
    await ensureBuilt(targets[name], { ...options, stampDir: stamps, log: (line) => console.log(line) });
  }
}

/** `tsx tools/build/index.ts [weapp|h5|functions|all] [--force]` */
async function main(args: string[]): Promise<void> {
  const force = args.includes('--force');
  const named = args.filter((arg) => arg !== '--force');
  const names = named.length === 0 || named.includes('all') ? ALL : named.map(parseTarget);
  await buildStale(names, { force });
}

function parseTarget(arg: string): TargetName {
  const found = ALL.find((name) => name === arg);
  if (!found) throw new Error(`no build target "${arg}"; there are ${ALL.join(', ')} and all`);
  return found;
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
