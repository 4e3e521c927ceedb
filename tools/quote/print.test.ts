import { settle } from '../../cloudfunctions/rooms/settlement';
import { type Case, inputOf } from './case';
import { printed, yuan } from './print';

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [7980, '79.80'],
  [-305, '−3.05'],
])('%p fen is %p', (fen, text) => expect(yuan(fen)).toBe(text));

describe('a settlement as a table', () => {
  const one: Case = {
    name: 'two milk and bread',
    why: 'Of three units one pair: the bread, the cheapest, at half price. 2,000 + 450 + 500 freight = 2,950.',
    names: { milk: '鲜牛奶', bread: 'bread', cup: '马克杯' },
    lines: [
      { skuId: 'milk', listUnitFen: 1000, quantity: 2 },
      { skuId: 'bread', listUnitFen: 900, quantity: 1 },
    ],
    offers: [
      { id: 'n', kind: 'nth-item', parameters: { every: 2, reduced: 1, payRateBps: 5000 } },
      {
        id: 'g',
        kind: 'gift',
        parameters: { per: { form: 'once', units: 3 }, gift: { giftSkuId: 'cup', quantity: 1, valueUnitFen: 900 } },
      },
      { id: 's', kind: 'free-freight', parameters: { fromFen: 6900 } },
    ],
    shelf: [{ skuId: 'milk', listUnitFen: 1000, left: 9 }],
    expect: { payableFen: 2950 },
  };
  const text = printed(one, settle(inputOf(one)));
  test.each([
    '  bread       1       9.00        9.00  list n         4.50   4.50',
    '  nth-item:n  nth-item  −4.50  bread −4.50',
    '  gift:g  马克杯 × 1  worth 9.00 each',
    '  payable        29.50  goods 24.50, freight 5.00',
    '  s  free-freight  BELOW_MINIMUM, 44.50 missing',
    '  n  1 unit more  brings 4.50 off  by 鲜牛奶 × 1 for 5.00',
  ])('says %p', (line) => expect(text.split('\n')).toContain(line));
});
