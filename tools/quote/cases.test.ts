import { readdirSync } from 'node:fs';
import path from 'node:path';
import { offerKinds, type Reason, settle } from '../../cloudfunctions/rooms/settlement';
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
  test('there are at least 180, each with a name of its own', () => {
    expect(all.length).toBeGreaterThanOrEqual(180);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });
  test('offers of every lane, every kind of coupon and every reason are in one', () => {
    const kinds = all.flatMap(({ offers = [] }) => offers.map(({ kind }) => kind));
    const lanes = new Set(Object.values(offerKinds).map(({ lane }) => lane));
    expect(new Set(kinds.map((kind) => offerKinds[kind].lane))).toEqual(lanes);
    const coupons = all.flatMap(({ coupons: held = [] }) => held.map(({ kind }) => kind));
    expect([...new Set(coupons)].sort()).toEqual(['exchange', 'fixed', 'freight', 'percentage']);
    const reasons = all.flatMap(({ expect: { notApplied = {} } }) => Object.values(notApplied));
    expect([...new Set(reasons.map((one) => (typeof one === 'string' ? one : one[0])))].sort()).toEqual(REASONS);
  });
});

const REASONS: readonly Reason[] = [
  'BELOW_MINIMUM',
  'BUDGET_SPENT',
  'ENDED',
  'GIFT_OUT_OF_STOCK',
  'MISSED_BY_LINE_PRICE',
  'NOT_BETTER',
  'NOT_CHOSEN',
  'NOT_ENOUGH_UNITS',
  'NOT_FOR_YOU',
  'NOT_YET',
  'PAUSED',
  'RIGHT_USED',
  'SCOPE_EMPTY',
  'TAKES_NOTHING',
];
