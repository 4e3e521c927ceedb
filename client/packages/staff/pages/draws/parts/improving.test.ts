import type { BoardPrize } from '@rooms/draw/contract';
import { boardNotes, outText } from './board-notes';
import { changesOf, consolationPpm } from './improving';

const prize = (part: Partial<BoardPrize>): BoardPrize => ({
  drawPrizeId: 'milk',
  title: '鲜牛奶 1 盒',
  kind: 'product',
  picture: 'milk',
  valueFen: 1_250,
  oddsPpm: 30_000,
  count: 200,
  left: 140,
  perDay: null,
  perResident: null,
  consolation: false,
  unit: '盒',
  tier: 3,
  burst: 1,
  claimDays: 7,
  out: 60,
  allowedNow: 96,
  leftToday: null,
  curve: [],
  ...part,
});
const points = prize({ drawPrizeId: 'p5', oddsPpm: 400_000, count: null, consolation: true, unit: '份', out: 900 });

test('20 more milks and 0.5 % better odds: the consolation gives 0.5 %, nothing else is asked', () => {
  const additions = { milk: { units: 20, oddsPpm: 5_000 }, p5: { units: 0, oddsPpm: 0 } };
  expect(changesOf([prize({}), points], additions)).toEqual([{ drawPrizeId: 'milk', oddsPpm: 35_000, addUnits: 20 }]);
  expect(consolationPpm([prize({}), points], additions)).toBe(395_000);
});

test('without an addition nothing is asked; more than the consolation has is seen', () => {
  expect(changesOf([prize({}), points], {})).toEqual([]);
  expect(consolationPpm([prize({}), points], { milk: { units: 0, oddsPpm: 401_000 } })).toBe(-1_000);
});

test('a prize says what is out, what may be, and what today still has', () => {
  expect(outText(prize({}))).toBe('放出 60/200 盒');
  expect(outText(points)).toBe('不限量');
  expect(boardNotes(prize({ leftToday: 12 }))).toBe('中奖率 3%，这会儿最多 96 盒，今天还能放 12 盒');
  expect(boardNotes(prize({ allowedNow: null }))).toBe('中奖率 3%');
});
