import { codeFiles, textFiles } from '../../tools/checks/files';

type Declared = { collections: { [name: string]: object } };

const [declaration] = textFiles().filter(({ path }) => path === 'cloudfunctions/database.json');
const { collections } = JSON.parse(declaration?.text ?? '{}') as Declared;
const code = codeFiles().filter(({ path }) => /^cloudfunctions\/(?!.*(\.test\.|\/support\/))/.test(path));
const stores = code.filter(({ path }) => /\/(store\.ts|platform\/)/.test(path));

test('every declared collection is asked for by a store or by the platform', () => {
  const unused = Object.keys(collections).filter((name) => !stores.some(({ text }) => text.includes(`'${name}'`)));
  expect(unused).toEqual([]);
});
