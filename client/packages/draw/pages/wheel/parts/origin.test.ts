import type { ChanceView } from '@rooms/draw/contract';
import { chancesText } from './origin';

const at = (text: string) => Date.parse(`2026-${text}:00+08:00`);
const chance = (source: ChanceView['source'], text: string): ChanceView => ({
  chanceId: `${source}:${text}:1`,
  source,
  atMs: at(text),
  expiresAtMs: at('12-05T22:00'),
});

test.each([
  ['none', [], '收到下一单，就有一次机会'],
  [
    'two orders of two days',
    [chance('order', '11-21T15:00'), chance('order', '11-19T09:00')],
    '您有 2 次机会，来自 11 月 19 日、11 月 21 日 收到的货',
  ],
  [
    'two of one day name it once, a minute before midnight too',
    [chance('order', '11-19T23:59'), chance('order', '11-19T00:00')],
    '您有 2 次机会，来自 11 月 19 日 收到的货',
  ],
  ['bought', [chance('points', '11-21T15:00')], '您有 1 次机会，来自积分换的'],
  [
    'an order and a gift',
    [chance('gift', '11-21T15:00'), chance('order', '11-21T15:00')],
    '您有 2 次机会，来自 11 月 21 日 收到的货、店里送的',
  ],
  [
    'of five days the last three',
    ['16', '17', '18', '19', '20'].map((day) => chance('order', `11-${day}T10:00`)),
    '您有 5 次机会，来自 11 月 18 日、11 月 19 日、11 月 20 日 收到的货',
  ],
])('%s', (_, chances, text) => {
  expect(chancesText(chances)).toBe(text);
});
