import fc from 'fast-check';
import { treeSeed } from '../../../../tests/support/tree-seed';
import { Mix } from './mix';

type Part = number | string;

function hexOf(parts: readonly Part[]): string {
  const mix = new Mix();
  for (const part of parts) {
    if (typeof part === 'string') mix.text(part);
    else mix.number(part);
  }
  return mix.hex();
}

const bitsOf = (hex: string) =>
  [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
const part = fc.oneof(fc.integer({ min: -(2 ** 53), max: 2 ** 53 }), fc.string());

test('32 hex digits, the same for the same parts, and others for others', () =>
  fc.assert(
    fc.property(fc.array(part), fc.array(part), (left, right) => {
      expect(hexOf(left)).toMatch(/^[0-9a-f]{32}$/);
      expect(hexOf(left) === hexOf(right)).toBe(JSON.stringify(left) === JSON.stringify(right));
    }),
    { numRuns: 2000, seed: treeSeed() },
  ));

test('neighbours do not run together', () => {
  expect(hexOf(['a', 'bc'])).not.toBe(hexOf(['ab', 'c']));
  expect(hexOf([])).not.toBe(hexOf([0]));
  expect(hexOf(['a'])).not.toBe(hexOf(['a\0']));
  expect(hexOf([1, 0])).not.toBe(hexOf([1]));
});

test('one fen more turns each of the 128 bits in half of 4,000 cases: 40 to 60 %', () => {
  const turned = Array.from({ length: 128 }, () => 0);
  const cases = 4000;
  for (let i = 0; i < cases; i += 1) {
    const parts = [i * 7, `sku_${i}`, 3990, -i];
    const place = [0, 2, 3][i % 3] ?? 0;
    const more = parts.map((one, p) => (p === place ? Number(one) + 1 : one));
    const [left, right] = [bitsOf(hexOf(parts)), bitsOf(hexOf(more))];
    for (let bit = 0; bit < 128; bit += 1) if (left[bit] !== right[bit]) turned[bit] = (turned[bit] ?? 0) + 1;
  }
  for (const count of turned) {
    expect(count / cases).toBeGreaterThan(0.4);
    expect(count / cases).toBeLessThan(0.6);
  }
});
