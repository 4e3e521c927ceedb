import { en } from './en';
import { zh } from './zh';

type Tree = { readonly [key: string]: unknown };

/** Every leaf's path. That none is missing is the compiler's work; that none is empty or left over is this test's. */
function leaves(tree: Tree, at = ''): [string, unknown][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? leaves(value as Tree, `${at}${key}.`) : [[`${at}${key}`, value]],
  );
}

test('both languages have the same keys', () => {
  const keys = (tree: Tree) =>
    leaves(tree)
      .map(([key]) => key)
      .sort();
  expect(keys(en)).toEqual(keys(zh));
});

test('no text is empty, and none shouts', () => {
  for (const [key, value] of [...leaves(zh), ...leaves(en)]) {
    if (typeof value !== 'string') continue;
    expect([key, value.trim().length > 0, /[!！]|亲|尊敬的/.test(value)]).toEqual([key, true, false]);
  }
});
