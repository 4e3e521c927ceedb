import type { QuoteInput } from '../input';
import type { OfferParameters } from '../registry';
import { settle } from '../settle';
import { aLine, anInput, anOffer } from '../support/build';

const cup = { giftSkuId: 'cup', quantity: 1, valueUnitFen: 900 };
const bowl = { giftSkuId: 'bowl', valueUnitFen: 700 };

function given(parameters: OfferParameters<'gift'>, quantity: number, over: Partial<QuoteInput> = {}) {
  const offers = [anOffer('gift', 'g', parameters)];
  const quote = settle(anInput({ lines: [aLine('milk', { quantity })], offers, ...over }));
  return {
    gifts: quote.gifts.map(({ lineId, skuId, quantity: units }) => [lineId, skuId, units]),
    missed: quote.notApplied.map(({ reason, gapUnits }) => [reason, gapUnits]),
    quote,
  };
}

describe('a cup with every 3 milk', () => {
  const each = { per: { form: 'each' as const, units: 3 }, gift: cup };
  test.each([
    [2, [], [['NOT_ENOUGH_UNITS', 1]]],
    [3, [['gift:g', 'cup', 1]], []],
    [5, [['gift:g', 'cup', 1]], []],
    [6, [['gift:g', 'cup', 2]], []],
  ])('%p milk', (quantity, gifts, missed) => expect(given(each, quantity)).toMatchObject({ gifts, missed }));
  test('at most 2 times: 9 milk bring 2', () =>
    expect(given({ ...each, per: { ...each.per, maxTimes: 2 } }, 9).gifts).toEqual([['gift:g', 'cup', 2]]));
  test('2 cups each time: 6 milk bring 4', () =>
    expect(given({ ...each, gift: { ...cup, quantity: 2 } }, 6).gifts).toEqual([['gift:g', 'cup', 4]]));
  test('its trigger names the lines and is asked again at refunds', () =>
    expect(given(each, 3).quote.gifts[0]?.trigger).toEqual({
      form: 'units',
      needs: [{ lineIds: ['milk'], units: 3 }],
      giftsEach: 1,
      maxTimes: null,
    }));
  test('it costs nothing and counts in nothing', () =>
    expect(given(each, 3).quote).toMatchObject({ listFen: 3000, goodsFen: 3000, payableFen: 3500, savedFen: 0 }));
});

test('once an order from 2 milk on: 6 milk bring one', () =>
  expect(given({ per: { form: 'once', units: 2 }, gift: cup }, 6).gifts).toEqual([['gift:g', 'cup', 1]]));

describe('stock of gifts', () => {
  const each = { per: { form: 'each' as const, units: 1 }, gift: { ...cup, substitute: bowl } };
  test('the stated gift first, the substitute for the rest', () =>
    expect(given(each, 5, { giftStock: { cup: 3, bowl: 9 } }).gifts).toEqual([
      ['gift:g', 'cup', 3],
      ['gift:g~2', 'bowl', 2],
    ]));
  test('what neither can give is left out, and the order goes on', () =>
    expect(given(each, 5, { giftStock: { cup: 3, bowl: 1 } })).toMatchObject({
      gifts: [
        ['gift:g', 'cup', 3],
        ['gift:g~2', 'bowl', 1],
      ],
      missed: [['GIFT_OUT_OF_STOCK', 1]],
    }));
  test("the cart's own units of the gift are not given away", () => {
    const lines = [aLine('milk', { quantity: 2 }), aLine('cup', { quantity: 2, noPromotion: true })];
    expect(given(each, 2, { lines, giftStock: { cup: 3, bowl: 9 } }).gifts).toEqual([
      ['gift:g', 'cup', 1],
      ['gift:g~2', 'bowl', 1],
    ]);
  });
  test('units of the gift that are not selected are free to give', () => {
    const lines = [aLine('milk', { quantity: 2 }), aLine('cup', { quantity: 3, selected: false })];
    expect(given(each, 2, { lines, giftStock: { cup: 3 } }).gifts).toEqual([['gift:g', 'cup', 2]]);
  });
  test('of two offers the lower id is served first', () => {
    const offers = ['g2', 'g1'].map((id) => anOffer('gift', id, { per: { form: 'once', units: 1 }, gift: cup }));
    const { gifts, quote } = given(each, 1, { offers, giftStock: { cup: 1 } });
    expect(gifts).toEqual([['gift:g1', 'cup', 1]]);
    expect(quote.notApplied).toMatchObject([{ id: 'g2', reason: 'GIFT_OUT_OF_STOCK', gapUnits: 1 }]);
  });
});

test('a merchant that bears a third of a gift worth 9.01 bears floor(3.0033) = 3.00', () => {
  const parameters = { per: { form: 'once' as const, units: 1 }, gift: { ...cup, valueUnitFen: 901 } };
  const offers = [anOffer('gift', 'g', parameters, { funding: { m: 3333 } })];
  const { quote } = given(parameters, 1, { offers });
  expect(quote.gifts[0]?.funding).toEqual({ shopFen: 601, merchantsFen: { m: 300 } });
  expect(quote.funding).toEqual({ shopFen: 601, merchantsFen: { m: 300 } });
});

test('a gift that runs out between quote and order changes the fingerprint', () => {
  const parameters = { per: { form: 'once' as const, units: 1 }, gift: cup };
  const [has, hasNot] = [1, 0].map((units) => given(parameters, 1, { giftStock: { cup: units } }).quote);
  expect(has?.payableFen).toBe(hasNot?.payableFen);
  expect(has?.fingerprint).not.toBe(hasNot?.fingerprint);
});
