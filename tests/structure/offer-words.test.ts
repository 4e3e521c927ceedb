import { notAppliedText, offerKindText, offerSentence, offerTagText } from '../../client/text/offers';
import { type OfferKind, offerKinds, type Parameter, type ParameterSet } from '../../cloudfunctions/rooms/settlement';

/** The words of the app for a kind that it does not know. */
const UNKNOWN = '优惠';

describe.each(Object.keys(offerKinds) as OfferKind[])('the app has words for %s', (kind) => {
  const samples = samplesOf(offerKinds[kind].parameters);
  test('a word for the kind, and a name where it did not apply', () => {
    expect(offerKindText(kind)).not.toBe(UNKNOWN);
    expect(notAppliedText({ kind, title: null } as Parameters<typeof notAppliedText>[0])).not.toBe(UNKNOWN);
  });
  test.each(samples.map((parameters) => [JSON.stringify(parameters), parameters] as const))(
    'a tag and a sentence with its numbers for %s',
    (_, parameters) => {
      for (const text of [offerTagText(kind, parameters), offerSentence(kind, parameters)]) {
        expect(text).toMatch(/[\u4e00-\u9fff]/);
        expect(text).not.toMatch(/undefined|NaN|object|[!！]/);
        expect(text).not.toBe(UNKNOWN);
      }
    },
  );
});

/** Sound parameters by their description: each form of each variant once, all else at its least. */
function samplesOf(set: ParameterSet): Record<string, unknown>[] {
  return Object.entries(set).reduce<Record<string, unknown>[]>(
    (found, [name, parameter]) =>
      valuesOf(parameter).flatMap((value) => found.map((one) => ({ ...one, [name]: value }))),
    [{}],
  );
}

function valuesOf(parameter: Parameter): unknown[] {
  switch (parameter.type) {
    case 'list':
      return samplesOf(parameter.of).map((row) => [row]);
    case 'fields':
      return samplesOf(parameter.of);
    case 'variant':
      return Object.entries(parameter.of).flatMap(([form, of]) => samplesOf(of).map((one) => ({ form, ...one })));
    case 'choice':
      return [...parameter.of];
    case 'fen':
    case 'bps':
    case 'count':
    case 'minute':
      return [parameter.min];
    default:
      return ['id'];
  }
}
