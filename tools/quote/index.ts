import { isDeepStrictEqual } from 'node:util';
import { settle } from '../../cloudfunctions/rooms/settlement';
import { type Case, inputOf } from './case';
import { printed } from './print';
import { NotCases, readCases } from './read';
import { seenAs } from './seen';

const USAGE =
  'npm run quote -- FILE.json [words of a name]: prints the settlement of its cases (tests/cases/README.md)';

/** Exit codes: 0 all as expected, 1 a case came to something else, 2 the file is no list of cases. */
function main([file, ...words]: readonly string[]): number {
  if (file === undefined) {
    console.error(USAGE);
    return 2;
  }
  const asked = words.join(' ').toLowerCase();
  const cases = readCases(file).filter(({ name }) => name.toLowerCase().includes(asked));
  if (cases.length === 0) throw new NotCases(`${file} has no case whose name contains "${asked}"`);
  return Math.max(...cases.map(show));
}

function show(one: Case): number {
  const quote = settle(inputOf(one));
  console.log(`${printed(one, quote)}\n`);
  const seen = seenAs(one.expect, quote);
  if (isDeepStrictEqual(seen, one.expect)) return 0;
  for (const [key, value] of Object.entries(one.expect)) {
    const has = seen[key as keyof typeof seen];
    if (!isDeepStrictEqual(has, value))
      console.log(`Differs in ${key}:\n  expected ${JSON.stringify(value)}\n  came to  ${JSON.stringify(has)}\n`);
  }
  return 1;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof NotCases)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
