import { columns, widthOf } from './columns';

test.each([
  ['milk', 4],
  ['牛奶', 4],
  ['鲜牛奶 1L', 9],
  ['（大）', 6],
  ['¥12.50', 6],
  ['', 0],
])('%p takes %p columns', (text, width) => expect(widthOf(text)).toBe(width));

test('Chinese and Latin names end in one column, amounts stand right', () =>
  expect(
    columns(
      [
        ['鲜牛奶', '12.50'],
        ['rice', '9.90'],
      ],
      ['left', 'right'],
    ),
  ).toEqual(['鲜牛奶  12.50', 'rice     9.90']));
