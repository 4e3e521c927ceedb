import type { HandOverRow } from '@rooms/draw/contract';
import { refusalNote } from './refusal-note';
import { rowNote } from './row-note';

const at = (text: string) => Date.parse(`2026-${text}:00+08:00`);
const NOW_MS = at('11-22T17:36');

const row = (part: Partial<HandOverRow>): HandOverRow => ({
  rowId: 'h1',
  atMs: at('11-22T16:52'),
  staffName: '小林',
  isMine: true,
  outcome: 'given',
  refusal: null,
  by: 'typed',
  title: '鲜牛奶 1 盒',
  picture: 'milk',
  who: '3 号楼 王**',
  codeTail: '3MPQ',
  usedAtMs: null,
  ...part,
});

test.each([
  ['given by me against a code read out', row({}), '3 号楼 王**，报码'],
  ['scanned by a colleague', row({ by: 'scan', isMine: false, staffName: '阿强' }), '3 号楼 王**，扫码，阿强'],
  [
    'brought with an order',
    row({ outcome: 'brought', by: 'order', isMine: false, staffName: '阿强', who: '3 号楼 0902' }),
    '3 号楼 0902，随单，阿强带',
  ],
  [
    'a used code',
    row({ outcome: 'refused', refusal: 'PRIZE_CODE_USED', usedAtMs: at('11-21T18:40') }),
    '码尾 3MPQ，昨天 18:40 领过',
  ],
  [
    'a code of nobody',
    row({ outcome: 'refused', refusal: 'PRIZE_CODE_UNKNOWN', title: null, who: null }),
    '码尾 3MPQ，没有这个码',
  ],
  ['not the person', row({ outcome: 'refused', refusal: 'declined' }), '码尾 3MPQ，人对不上'],
])('%s', (_, given, text) => {
  expect(rowNote(given, NOW_MS)).toBe(text);
});

test.each([
  [
    'PRIZE_CODE_USED',
    { atMs: at('11-21T18:40'), who: '11 号楼 赵**', title: '鲜鸡蛋 15 枚' },
    '鲜鸡蛋 15 枚，11 号楼 赵**，昨天 18:40 已经领走。',
  ],
  ['PRIZE_CODE_OVER', { untilMs: at('11-22T00:00'), title: '鲜牛奶 1 盒' }, '鲜牛奶 1 盒，今天 00:00 就截止了。'],
  ['TOO_MANY_GUESSES', { untilMs: at('11-22T17:46') }, '今天 17:46 再来，先请店长看看。'],
  ['PRIZE_CODE_UNKNOWN', {}, '看看有没有抄错一位，或者请住户打开“我的奖品”扫一下。'],
])('%s is told with what the server knows', (code, detail, text) => {
  expect(refusalNote({ code, detail }, NOW_MS)).toBe(text);
});
