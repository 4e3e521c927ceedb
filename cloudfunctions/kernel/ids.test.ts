import { claimOp, hashOf, makeRequestKey, orderId, parseRequestKey, residentId, spinOp } from './ids';

const now = 1_780_000_000_000;
const key = (atMs: number) => makeRequestKey(atMs, new Uint8Array(16).fill(255));

describe('ids from causes', () => {
  test('32 hex digits; parts do not run together', () => {
    expect(hashOf('a', 'bc')).toMatch(/^[0-9a-f]{32}$/);
    expect(hashOf('a', 'bc')).not.toBe(hashOf('ab', 'c'));
    expect(hashOf('a', 1)).not.toBe(hashOf('a', '1'));
  });
  test('ops match [a-z0-9_]+', () => {
    for (const op of [
      residentId('wx1', 'o1'),
      orderId('r_1', key(now)),
      claimOp('r_1', key(now)),
      spinOp('order:o1:1'),
    ])
      expect(op).toMatch(/^[a-z0-9_]+$/);
  });
  test('known value, so that ids stay what they are in stored data', () =>
    expect(hashOf('a', 'b')).toBe('0473ef2dc0d324ab659d3580c1134e9d'));
});

describe('request keys', () => {
  test('made and read', () => {
    expect(key(now)).toBe(`${now}-_____________________w`);
    expect(parseRequestKey(key(now))).toEqual({ atMs: now, random: '_____________________w' });
  });
  test('same bytes as base64url of Node', () => {
    const bytes = Uint8Array.from({ length: 16 }, (_, i) => i * 15);
    expect(parseRequestKey(makeRequestKey(now, bytes))?.random).toBe(Buffer.from(bytes).toString('base64url'));
  });
  test.each(['', '1', `${now}`, `${now}-short`, `${now}-${'a'.repeat(23)}`, `x${key(now)}`, `${key(now)}\n`])(
    'malformed: %j',
    (text) => expect(parseRequestKey(text)).toBeUndefined(),
  );
});
