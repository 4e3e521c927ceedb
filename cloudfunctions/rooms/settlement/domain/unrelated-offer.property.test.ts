import fc from 'fast-check';
import { settle } from './settle';
import { aLine, anInput, anOffer, NOW_MS } from './support/build';
import { holdsAlways } from './support/random';
import { wholeInputNoShelf } from './support/random-whole';

/** An offer that is over. Its id may come anywhere among the others. */
const over = (offerId: string) => anOffer('free-freight', offerId, { fromFen: 0 }, { endsAtMs: NOW_MS });

describe('an offer that does not apply changes no price', () => {
  test('on random carts, wherever its id stands', () =>
    holdsAlways(
      fc.tuple(wholeInputNoShelf, fc.constantFrom('a_new', 'o1_new', 'o3_new', 'o5_new', 'z_new')),
      ([input, offerId]) => {
        const more = { ...input, offers: [...input.offers, over(offerId)] };
        expect(settle(more).fingerprint).toBe(settle(input).fingerprint);
      },
    ));

  test('one unit 256 cheaper, of two at 256 or three at 298: the same one, with or without it', () => {
    const benefit = { form: 'coupon', templateId: 't', valueFen: 1 } as const;
    const reach = { form: 'each', eachFullFen: 50, offFen: 2, capFen: 46 } as const;
    const input = anInput({
      lines: [aLine('b', { listUnitFen: 256, quantity: 2 }), aLine('f', { listUnitFen: 298, quantity: 3 })],
      offers: [
        anOffer('spend-add-on', 'o0', { thresholdFen: 1, benefit }),
        anOffer('nth-fixed-price', 'o1', { every: 2, reduced: 1, unitFen: 298 }, { scope: { skuIds: ['f'] } }),
        anOffer('time-window', 'o2', { windows: [], price: { form: 'cut', offFen: 256 }, maxUnits: 1 }),
        anOffer('spend-tiers', 'o3', { group: 'a', reach }, { takes: ['list', 'tier'] }),
      ],
    });
    const more = { ...input, offers: [...input.offers, over('o1_new')] };
    expect(settle(more).payableFen).toBe(settle(input).payableFen);
  });
});
