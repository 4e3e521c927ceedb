import { drawSlot, seedHash } from '@kernel/fairness';
import { checkSpin } from './check';

const seedHex = '0'.repeat(64);
const sealed = { drawId: 'draw_1', seedHash: seedHash(seedHex), seedHex };
const odds = [
  { prizeId: 'rice', weight: 2_000 },
  { prizeId: 'egg', weight: 10_000 },
  { prizeId: 'milk', weight: 30_000 },
  { prizeId: 'points', weight: 958_000 },
];
// rules.md section 5: the seed of 32 zero bytes gives `draw_1|order:o1:1` the number 982,659.
const spin = { chanceId: 'order:o1:1', slot: 982_659, drawnPrizeId: 'points' };

test('a true spin holds in all three steps, and names its number and its range', () => {
  expect(checkSpin(sealed, odds, spin)).toEqual({
    isSeedTrue: true,
    isSlotTrue: true,
    isPrizeTrue: true,
    slot: 982_659,
    prizeId: 'points',
    range: { from: 42_000, to: 999_999 },
    isTrue: true,
  });
});

test('before the end there is nothing to work out', () => {
  expect(checkSpin({ ...sealed, seedHex: null }, odds, spin)).toBeNull();
});

test.each([...seedHex].map((_, at) => at))('another seed in digit %i is seen by its fingerprint', (at) => {
  const changed = `${seedHex.slice(0, at)}1${seedHex.slice(at + 1)}`;
  expect(checkSpin({ ...sealed, seedHex: changed }, odds, spin)).toMatchObject({ isSeedTrue: false, isTrue: false });
});

test('a seed that fits another published fingerprint gives another number', () => {
  const other = '1'.repeat(64);
  const swapped = { ...sealed, seedHex: other, seedHash: seedHash(other) };
  const checked = checkSpin(swapped, odds, spin);
  expect(checked).toMatchObject({ isSeedTrue: true, isSlotTrue: false, isTrue: false });
  expect(checked?.slot).toBe(drawSlot(other, 'draw_1', spin.chanceId));
});

test.each([
  ['another number', { ...spin, slot: 982_660 }],
  ['another prize', { ...spin, drawnPrizeId: 'milk' }],
  ['the chance of another', { ...spin, chanceId: 'order:o2:1' }],
  ['the same chance in another draw', spin, 'draw_2'],
])('%s does not hold', (_, kept, drawId = 'draw_1') => {
  expect(checkSpin({ ...sealed, drawId }, odds, kept)?.isTrue).toBe(false);
});

test.each([
  ['a table that misses a slot', odds.slice(1)],
  ['no table', []],
])('%s proves nothing', (_, table) => {
  expect(checkSpin(sealed, table, spin)).toMatchObject({ isPrizeTrue: false, range: null, isTrue: false });
});

test.each(['', 'seed', seedHex.toUpperCase().replace('0', 'A'), `${seedHex}0`])('%j is no seed at all', (seed) => {
  expect(checkSpin({ ...sealed, seedHex: seed }, odds, spin)?.isTrue).toBe(false);
});
