import fc from 'fast-check';
import { openStore, type Store } from './store';
import type { Value } from './values';

/** Helpers of the engine's own tests. */
export const NOW_MS = Date.UTC(2026, 10, 22, 4);

/** A store in memory with a clock that stands, and ids that count. */
export function aStore(collections: Parameters<Store['declare']>[0]['collections'] = { things: {} }): Store {
  let next = 0;
  const store = openStore({ clock: () => NOW_MS, newId: () => `id${++next}` });
  store.declare({ collections });
  return store;
}

/** Values of every type, with many that collide or lie close together. */
export function someValue(): fc.Arbitrary<Value> {
  const scalar = fc.oneof(
    fc.constant(null),
    fc.integer({ min: -3, max: 3 }),
    fc.double(),
    fc.constantFrom('', 'a', 'ab', 'b', 'a\0', '\0', '\u{fffd}', '\u{1f600}'),
    fc.string({ unit: 'binary', maxLength: 4 }),
    fc.boolean(),
    fc.integer({ min: -2, max: 2 }).map((ms) => new Date(ms)),
  );
  const { value } = fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      scalar,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('x', 'y', 'xy', '_'), tie('value'), { maxKeys: 2, noNullPrototype: true }),
    ),
  }));
  return value;
}
