import { newRequestKey } from './requestKey';

describe('request keys', () => {
  test('13 digits of ms, a dash, 22 base64url letters', () => {
    expect(newRequestKey(1_795_000_000_123)).toMatch(/^1795000000123-[A-Za-z0-9_-]{22}$/);
  });

  test('a clock before 2001 still writes 13 digits', () => {
    expect(newRequestKey(42)).toMatch(/^0000000000042-/);
  });

  test('1,000 keys of one ms differ', () => {
    const keys = new Set(Array.from({ length: 1_000 }, () => newRequestKey(1)));
    expect(keys.size).toBe(1_000);
  });

  test('chance at both ends of its range stays in the alphabet', () => {
    expect(newRequestKey(1, () => 0)).toBe(`0000000000001-${'A'.repeat(22)}`);
    expect(newRequestKey(1, () => 0.999_999)).toBe(`0000000000001-${'_'.repeat(22)}`);
  });
});
