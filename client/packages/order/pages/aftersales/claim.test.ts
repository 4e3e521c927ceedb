import type { PaidLineView } from '@rooms/order/contract';
import { canExchange, chosenOf, firstClaim, wayOf } from './claim';

const line = (lineId: string, unitsLeft: number) => ({ lineId, unitsLeft }) as PaidLineView;

test('3 chosen of a line that has 2 left are 2, and lines that are used up are left out', () => {
  const lines = [line('milk', 2), line('rice', 0), line('egg', 1)];
  const claim = { units: { milk: 3, rice: 1, egg: 0 }, reason: null, remedy: 'money' as const };
  expect(chosenOf(lines, claim)).toEqual([{ lineId: 'milk', units: 2 }]);
});

test('before dispatch nobody is asked why, afterwards everybody', () => {
  expect(firstClaim({ state: 'picked' }).reason).toBe('unwanted');
  expect(firstClaim({ state: 'received' }).reason).toBeNull();
});

test.each([
  ['review', true, 'picture'],
  ['review', false, 'review'],
  ['instant', false, 'instant'],
  ['goods-first', false, 'goods-first'],
] as const)('%s, with a picture at once: %s, is shown as %s', (way, pictureHelps, shown) => {
  expect(wayOf({ way, pictureHelps })).toBe(shown);
});

test.each([
  ['broken', ['refund', 'exchange'], true],
  ['missing', ['refund', 'exchange'], true],
  ['unwanted', ['refund', 'exchange'], false],
  [null, ['refund', 'exchange'], false],
  ['broken', ['refund'], false],
] as const)('%s of an order that can %j: the same goods again are offered %s', (reason, can, offered) => {
  expect(canExchange({ can }, { units: {}, reason, remedy: 'money' })).toBe(offered);
});
