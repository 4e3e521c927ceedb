import { EVENT_MOVES } from './event';
import { PARTY_MOVES } from './party';

const reached = (moves: { readonly [state: string]: readonly string[] }, start: string): Set<string> => {
  const seen = new Set([start]);
  for (const state of seen) for (const next of moves[state] ?? []) seen.add(next);
  return seen;
};

test.each([
  ['event', EVENT_MOVES, 'draft', ['called-off', 'over']],
  ['household', PARTY_MOVES, 'gone', ['came']],
] as const)('every state of an %s is reached, and left unless it is final', (_, moves, start, final) => {
  expect([...reached(moves, start)].sort()).toEqual(Object.keys(moves).sort());
  const ends = Object.entries(moves).filter(([, next]) => next.length === 0);
  expect(ends.map(([state]) => state).sort()).toEqual([...final].sort());
});
