import { codeIn, missingText } from './code';

test.each([
  ['as shown', '7K51 9264 0XYZ 3MPQ', '7K5192640XYZ3MPQ'],
  ['in small letters, O for 0 and l for 1', '7k51-9264-oxyz-3mpq', '7K5192640XYZ3MPQ'],
  ['one sign short', '7K51 9264 0XYZ 3MP', null],
  ['one too many', '7K51 9264 0XYZ 3MPQ7', null],
  ['an address', 'https://shop.example/land?scene=f_1', null],
  ['a letter that no code has', '7K51 9264 0XYZ 3MPU', null],
  ['nothing', '', null],
])('%s', (_, text, code) => {
  expect(codeIn(text)).toBe(code);
});

test.each([
  ['', '认一认'],
  ['7K51', '还差 12 位'],
  ['7K51 9264 0XYZ 3MPQ', null],
  ['7K51 9264 0XYZ 3MPQ 7', '多了几位，看看有没有重复'],
])('of %j is missing: %s', (text, missing) => {
  expect(missingText(text)).toBe(missing);
});
