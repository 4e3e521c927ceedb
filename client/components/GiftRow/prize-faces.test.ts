import { prizeFaces } from './prize-faces';

test('a prize stands among the goods as one of it, with what it was won in and when', () => {
  const wonAtMs = Date.parse('2026-11-20T14:59:00+08:00');
  const prize = { title: '鲜牛奶 1 盒', unit: '盒', picture: 'milk', drawTitle: '收货抽奖', wonAtMs };
  expect(prizeFaces([{ ...prize, prizeId: 'order:a1:1' }])).toEqual([
    {
      key: 'order-a1-1',
      picture: 'milk',
      tint: 'sky',
      name: '鲜牛奶 1 盒',
      quantity: 1,
      notes: ['收货抽奖得的，11 月 20 日'],
    },
  ]);
});
