import { sceneIn } from './scene';

const code = 'Ab3_-xYz90Qw12Er';

test.each([
  ['the bare code', code, code],
  ['with blanks around it', ` ${code}\n`, code],
  ['a mini-program code', `packages/outreach/pages/land/index?scene=${code}`, code],
  [
    'a link with who plays',
    `http://localhost:8080/?as=o_new#/packages/outreach/pages/land/index?scene=${code}&a=1`,
    code,
  ],
  ['an escaped one', `packages/outreach/pages/land/index?scene=${encodeURIComponent(code)}`, code],
  ['7 characters are too few', 'abcdefg', null],
  ['33 characters are too many', 'a'.repeat(33), null],
  ['somebody else’s link', 'https://example.com/pay?id=1', null],
  ['a broken escape', 'x?scene=%E0%A4%A', null],
])('%s', (_, text, scene) => {
  expect(sceneIn(text)).toBe(scene);
});
