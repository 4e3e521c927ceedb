import { type ParameterSet, problemsOf } from './parameters';
import { offerKinds, problemsOfOffer } from './registry';

const set = {
  offFen: { type: 'fen', min: 1, max: 1000 },
  rateBps: { type: 'bps', min: 0, max: 9999, optional: true },
  word: { type: 'choice', of: ['one', 'two'] },
  rows: { type: 'list', min: 1, max: 2, of: { minute: { type: 'minute', min: 0, max: 1440 } } },
  shape: { type: 'variant', of: { a: { units: { type: 'count', min: 1, max: 9 } }, b: {} } },
  group: { type: 'group' },
} as const satisfies ParameterSet;

const sound = { offFen: 1, word: 'one', rows: [{ minute: 0 }], shape: { form: 'a', units: 9 }, group: 'a' };

describe('parameters against their description', () => {
  test('sound at the bounds, optional left out', () => expect(problemsOf(set, sound)).toEqual([]));
  test.each([
    [{ offFen: 0 }, 'offFen', 'OUT_OF_BOUNDS'],
    [{ offFen: 1001 }, 'offFen', 'OUT_OF_BOUNDS'],
    [{ offFen: 1.5 }, 'offFen', 'NOT_A_WHOLE_NUMBER'],
    [{ offFen: '5' }, 'offFen', 'NOT_A_WHOLE_NUMBER'],
    [{ offFen: Number.NaN }, 'offFen', 'NOT_A_WHOLE_NUMBER'],
    [{ offFen: { $gt: 0 } }, 'offFen', 'NOT_A_WHOLE_NUMBER'],
    [{ offFen: undefined }, 'offFen', 'MISSING'],
    [{ rateBps: 10_000 }, 'rateBps', 'OUT_OF_BOUNDS'],
    [{ word: 'three' }, 'word', 'NOT_ONE_OF'],
    [{ rows: [] }, 'rows', 'OUT_OF_BOUNDS'],
    [{ rows: 'x' }, 'rows', 'WRONG_TYPE'],
    [{ rows: [{ minute: 1441 }] }, 'rows.0.minute', 'OUT_OF_BOUNDS'],
    [{ rows: [null] }, 'rows.0', 'WRONG_TYPE'],
    [{ shape: { form: 'c' } }, 'shape.form', 'NOT_ONE_OF'],
    [{ shape: { form: 'constructor' } }, 'shape.form', 'NOT_ONE_OF'],
    [{ shape: null }, 'shape.form', 'NOT_ONE_OF'],
    [{ shape: { form: 'a' } }, 'shape.units', 'MISSING'],
    [{ shape: { form: 'b', units: 1 } }, 'shape.units', 'UNKNOWN'],
    [{ group: 'A b' }, 'group', 'WRONG_TYPE'],
    [{ extra: 1 }, 'extra', 'UNKNOWN'],
  ])('%j: %s is %s', (change, field, problem) =>
    expect(problemsOf(set, { ...sound, ...change })).toEqual([{ field, problem }]),
  );
  test.each([null, 1, 'x', []])('%j is no set of parameters', (value) =>
    expect(problemsOf(set, value)).toEqual([{ field: '', problem: 'WRONG_TYPE' }]),
  );
});

describe('every kind', () => {
  test.each(Object.keys(offerKinds) as (keyof typeof offerKinds)[])('%s refuses no parameters at all', (kind) =>
    expect(problemsOfOffer(kind, {}).length).toBeGreaterThan(0),
  );
});
