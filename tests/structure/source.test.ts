import { strayCollections } from '../../tools/checks/collections';
import type { Finding, SourceFile } from '../../tools/checks/files';
import { machinePaths } from '../../tools/checks/machine-paths';
import { unknownToPhones } from '../../tools/checks/phones';
import { impurities } from '../../tools/checks/purity';
import { circlesOfRooms } from '../../tools/checks/rooms-graph';
import { anyTypes, longFiles, longFunctions } from '../../tools/checks/size-of-code';
import { describeFinding, structureFindings } from '../../tools/checks/structure';
import { strayAbilities } from '../../tools/checks/wechat-abilities';

const file = (path: string, text: string): SourceFile => ({ path, text });
const whats = (findings: Finding[]): string[] => findings.map(({ what }) => what);
const lines = (count: number): string => 'f();\n'.repeat(count);

test('the project has nothing to find', () => {
  expect(structureFindings().map(describeFinding)).toEqual([]);
});

describe('a domain takes time and chance as arguments', () => {
  const domain = (text: string) => whats(impurities(file('cloudfunctions/rooms/coupon/domain/claim.ts', text)));

  test.each([
    ['export const f = async () => 1;', 'async'],
    ['export async function f() { return await g(); }', 'await'],
    ['export const now = () => Date.now();', 'Date.now'],
    ['export const now = () => new Date();', 'new Date()'],
    ['export const pick = () => Math.random();', 'Math.random'],
    ['setTimeout(f, 1);', 'setTimeout'],
    ['export const zone = process.env.TZ;', 'process'],
    ["console.log('x');", 'console'],
  ])('%s', (text, what) => {
    expect(domain(text)).toContain(what);
  });

  test('words in comments, a given moment and fields of such a name are free', () => {
    expect(domain('// never await Date.now()\nexport const f = (ms: number) => new Date(ms);\n')).toEqual([]);
    expect(
      domain('export const f = (o: { process: number; fetch(): void }) => [o.process, { process: 1 }];\n'),
    ).toEqual([]);
  });

  test('operations, and tests of a domain with what supports them, may wait', () => {
    expect(impurities(file('cloudfunctions/rooms/coupon/operations/claim.ts', 'await f();'))).toEqual([]);
    expect(impurities(file('cloudfunctions/rooms/coupon/domain/claim.test.ts', 'await f();'))).toEqual([]);
    expect(impurities(file('cloudfunctions/rooms/coupon/domain/support/seed.ts', 'Date.now();'))).toEqual([]);
  });
});

describe('size', () => {
  test('a file of 250 lines passes, of 251 does not', () => {
    expect(longFiles(file('a.ts', lines(250)))).toEqual([]);
    expect(whats(longFiles(file('a.ts', lines(251))))).toEqual(['251 lines, 250 at most']);
  });

  test('tests of 300 lines pass, of 301 do not; a table of facts may be long', () => {
    expect(longFiles(file('a.test.ts', lines(300)))).toEqual([]);
    expect(longFiles(file('a.test.ts', lines(301)))).toHaveLength(1);
    expect(longFiles(file('tools/seed/data/goods.ts', lines(600)))).toEqual([]);
  });

  test('a function of 70 lines passes, of 71 does not, in every way to write one', () => {
    const ways = (body: string) => [
      `function f() {\n${body}}`,
      `const f = () => {\n${body}};`,
      `class C { f() {\n${body}} }`,
    ];
    for (const text of ways(lines(68))) expect(longFunctions(file('a.ts', text))).toEqual([]);
    for (const text of ways(lines(69))) expect(longFunctions(file('a.ts', text))).toHaveLength(1);
  });

  test('a chapter of tests is no function, a test in it is', () => {
    const chapter = (inside: string) => file('a.test.ts', `describe('x', () => {\n${inside}});`);
    expect(longFunctions(chapter(lines(100)))).toEqual([]);
    expect(longFunctions(chapter(`test('y', () => {\n${lines(100)}});`))).toHaveLength(1);
  });

  test('any is found as a type and not as a word', () => {
    expect(anyTypes(file('a.ts', '// any\nconst any = 1; const s = "any";'))).toEqual([]);
    expect(anyTypes(file('a.ts', 'const f = (x: any): Promise<any> => x;'))).toHaveLength(2);
  });
});

test('any with a reason is left to tests alone', () => {
  const reasoned = '// biome-ignore lint/suspicious/noExplicitAny: driven as its users do\ntype Sdk = any;';
  expect(anyTypes(file('tests/wire/sdk.ts', reasoned))).toEqual([]);
  expect(anyTypes(file('localcloud/sdk.ts', reasoned))).toHaveLength(1);
});

describe("WeChat's abilities are used in client/services alone", () => {
  test.each([
    ["Taro.cloud.callFunction({ name: 'x' });", 'Taro.cloud'],
    ['wx.requestPayment({});', 'wx.requestPayment'],
    ["import { requestPayment as pay } from '@tarojs/taro';", 'requestPayment'],
  ])('%s', (text, what) => {
    expect(whats(strayAbilities(file('client/pages/home/index.tsx', text)))).toEqual([what]);
    expect(strayAbilities(file('client/services/pay.ts', text))).toEqual([]);
  });

  test('navigation is no ability', () => {
    expect(strayAbilities(file('client/pages/home/index.tsx', "Taro.navigateTo({ url: '/x' });"))).toEqual([]);
  });
});

describe('what a phone of iOS 13 or Chrome 80 does not know', () => {
  test.each([
    ['list.at(-1);', '.at()'],
    ["text.replaceAll('a', 'b');", '.replaceAll()'],
    ['Object.hasOwn(o, k);', '.hasOwn()'],
    ['structuredClone(o);', 'structuredClone'],
    ['const n = 10n;', 'BigInt'],
    ['const r = /(?<=a)b/;', 'look-behind in /(?<=a)b/'],
  ])('%s', (text, what) => {
    expect(whats(unknownToPhones(file('client/text/a.ts', text)))).toEqual([what]);
    expect(whats(unknownToPhones(file('cloudfunctions/kernel/a.ts', text)))).toEqual([what]);
    expect(unknownToPhones(file('localcloud/a.ts', text))).toEqual([]);
  });

  test('named groups and fields of such a name are known', () => {
    expect(unknownToPhones(file('client/a.ts', 'const r = /(?<year>x)/; o.at; f({ at: 1 });'))).toEqual([]);
  });
});

describe("a room's collections are touched by its own store.ts alone", () => {
  const store = (room: string, text: string) => file(`cloudfunctions/rooms/${room}/store.ts`, text);

  test('a question outside the store is found', () => {
    const operation = file('cloudfunctions/rooms/coupon/operations/claim.ts', "context.db.get<Coupon>('coupons', id);");
    expect(whats(strayCollections([operation]))).toEqual(['coupons is asked outside store.ts']);
  });

  test('a collection of two rooms is found, by literal and by constant', () => {
    const two = [store('coupon', "db.find('coupons', {});"), store('draw', "const C = 'coupons';\ndb.insert(C, {});")];
    expect(whats(strayCollections(two))).toEqual(Array(2).fill('coupons belongs to coupon and draw'));
  });

  test('wallets, cells and ledger may be read by a store, and written by none', () => {
    expect(
      strayCollections([store('loyalty', "db.find('ledger', {});"), store('draw', "db.get('ledger', id);")]),
    ).toEqual([]);
    expect(whats(strayCollections([store('loyalty', "db.update('wallets', {}, {});")]))).toEqual([
      'wallets is written by platform/holds alone',
    ]);
  });

  test('other things that can get and find are left alone', () => {
    expect(
      strayCollections([file('cloudfunctions/rooms/coupon/operations/a.ts', "map.get('x'); list.find(f);")]),
    ).toEqual([]);
  });
});

describe('rooms form a graph without circles', () => {
  const room = (name: string, ...needs: string[]) =>
    file(
      `cloudfunctions/rooms/${name}/operations/a.ts`,
      needs.map((need) => `import type { A } from '../../${need}';`).join('\n'),
    );

  test('a chain passes', () => {
    expect(circlesOfRooms([room('a', 'b', 'c'), room('b', 'c'), room('c')])).toEqual([]);
  });

  test('a circle of three is found once, though every import is of a type', () => {
    expect(whats(circlesOfRooms([room('a', 'b'), room('b', 'c'), room('c', 'a')]))).toEqual(['a → b → c → a']);
  });
});

describe('paths of one machine', () => {
  test.each(['home', 'Users', 'root', 'work'])('/%s/ is found', (folder) => {
    expect(machinePaths(file('README.md', `see /${folder}/someone/linli`))).toHaveLength(1);
  });

  test('paths of the project and addresses are free', () => {
    expect(
      machinePaths(file('a.ts', "import './root/a'; const url = 'https://a.cn/home/x'; // client/work/x")),
    ).toEqual([]);
  });
});
