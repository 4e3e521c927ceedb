import { createHash, createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { treeSeed } from '../../tests/support/tree-seed';
import { areOddsSound, drawSlot, ODDS_TOTAL, prizeAtSlot, seedHash } from './fairness';

const zeroSeed = '0'.repeat(64);

test('seed of 32 zero bytes, draw_1|order:o1:1 → 982,659', () =>
  expect(drawSlot(zeroSeed, 'draw_1', 'order:o1:1')).toBe(982_659));

test('slot equals floor(x × 10^6 / 2^52) in big integers, with Node’s own HMAC', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.string(), fc.string(), (seed, draw, chance) => {
      const mac = createHmac('sha256', seed).update(`${draw}|${chance}`, 'utf8').digest('hex');
      const exact = (BigInt(`0x${mac.slice(0, 13)}`) * 1_000_000n) >> 52n;
      expect(drawSlot(Buffer.from(seed).toString('hex'), draw, chance)).toBe(Number(exact));
    }),
    { numRuns: 2000, seed: treeSeed() },
  );
});

test('the published hash is over the raw bytes', () => {
  const seed = randomBytes(32);
  expect(seedHash(seed.toString('hex'))).toBe(createHash('sha256').update(seed).digest('hex'));
});

describe('odds table', () => {
  const odds = [
    { prizeId: 'top', weight: 1 },
    { prizeId: 'none', weight: 0 },
    { prizeId: 'rest', weight: ODDS_TOTAL - 1 },
  ];
  test.each([
    [0, 'top'],
    [1, 'rest'],
    [999_999, 'rest'],
  ])('slot %p is %s', (slot, prizeId) => expect(prizeAtSlot(odds, slot)).toBe(prizeId));
  test('a table that misses one slot is unsound', () => {
    expect(areOddsSound(odds.slice(1))).toBe(false);
    expect(() => prizeAtSlot(odds.slice(1), 0)).toThrow(RangeError);
  });
});
