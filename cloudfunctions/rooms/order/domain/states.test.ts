import { isPast, ORDER_STATES, sourcesOf, TRANSITIONS, verdictOf } from './states';

const FINAL = ['aborted', 'closed', 'received', 'cancelled'];

test('every state but intent can be reached, and every state but the final four can be left', () => {
  const reached = new Set(ORDER_STATES.flatMap((from) => TRANSITIONS[from]));
  expect(ORDER_STATES.filter((state) => !reached.has(state))).toEqual(['intent']);
  expect(ORDER_STATES.filter((state) => TRANSITIONS[state].length === 0).sort()).toEqual([...FINAL].sort());
});

test('from intent every state can be reached', () => {
  const seen = new Set(['intent']);
  for (const state of seen) for (const next of TRANSITIONS[state as 'intent']) seen.add(next);
  expect([...seen].sort()).toEqual([...ORDER_STATES].sort());
});

test('only placed and closing can be paid, and an intent with nothing to pay', () => {
  expect(sourcesOf('paid')).toEqual(['intent', 'placed', 'closing']);
});

test('a closed order is never paid, a paid one never closed', () => {
  expect(TRANSITIONS.closed).toEqual([]);
  expect(sourcesOf('closed')).toEqual(['closing']);
});

test.each([
  ['intent', 'wait'],
  ['placed', 'wait'],
  ['closing', 'wait'],
  ['aborted', 'release'],
  ['closed', 'release'],
  ['paid', 'capture'],
  ['cancelled', 'capture'],
  ['received', 'capture'],
] as const)('marks of an order that is %s: %s', (state, verdict) => {
  expect(verdictOf(state)).toBe(verdict);
});

test('a dispatched order has been picked, and not delivered', () => {
  expect([isPast('dispatched', 'picked'), isPast('dispatched', 'delivered'), isPast('cancelled', 'picked')]).toEqual([
    true,
    false,
    false,
  ]);
});
