import { readdirSync } from 'node:fs';
import path from 'node:path';
import { settle } from '../../cloudfunctions/rooms/settlement';
import { inputOf } from './case';
import { readCases } from './read';
import { seenAs } from './seen';

/**
 * The tables of tests/cases: carts at the boundaries of the rules with what they come to, reckoned by hand. Money is
 * conserved in every one of them: `settle` throws where it is not.
 */
const FOLDER = path.join(__dirname, '../../tests/cases');
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json') && file !== 'case.schema.json');

describe.each(files)('tests/cases/%s', (file) => {
  test.each(readCases(path.join(FOLDER, file)).map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const quote = settle(inputOf(one));
    expect(quote.proven).toBe(true);
    expect(seenAs(one.expect, quote)).toEqual(one.expect);
  });
});

describe('all cases together', () => {
  const all = files.flatMap((file) => readCases(path.join(FOLDER, file)));
  test('there are at least 60, each with a name of its own', () => {
    expect(all.length).toBeGreaterThanOrEqual(60);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });
});
