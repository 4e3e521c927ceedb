import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildFunctions } from './functions';

let base: string;
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'linli-functions-'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(base, file)), { recursive: true });
  writeFileSync(path.join(base, file), text);
}

const build = (out = 'out') =>
  buildFunctions({
    functionsDir: path.join(base, 'functions'),
    databaseFile: path.join(base, 'database.json'),
    outDir: path.join(base, out),
  });

test('a function becomes one file that needs nothing beside it, with its config and the database declaration', async () => {
  write(
    'functions/greet/index.ts',
    "import { word } from '../../word';\nexport const main = async (): Promise<string> => word;\n",
  );
  write('functions/greet/config.json', '{"triggers":[]}');
  write('word.ts', "export const word: string = '你好';\n");
  write('database.json', '{"collections":{}}');
  await build();
  expect(readdirSync(path.join(base, 'out')).sort()).toEqual(['database.json', 'greet']);
  expect(readdirSync(path.join(base, 'out/greet')).sort()).toEqual(['config.json', 'index.js', 'package.json']);
  const { main } = require(path.join(base, 'out/greet/index.js'));
  await expect(main()).resolves.toBe('你好');
  expect(JSON.parse(readFileSync(path.join(base, 'out/greet/package.json'), 'utf8')).dependencies).toEqual({});
});

test('the same sources make the same bundle, byte for byte, wherever it is written', async () => {
  const sdk = JSON.stringify(require.resolve('wx-server-sdk'));
  write('functions/greet/index.ts', `import * as sdk from ${sdk};\nexport const main = () => sdk.getWXContext();\n`);
  write('functions/greet/config.json', '{}');
  await build();
  await build('elsewhere/out');
  const [once, again] = ['out', 'elsewhere/out'].map((out) =>
    readFileSync(path.join(base, out, 'greet/index.js'), 'utf8'),
  );
  expect(again).toBe(once);
  expect(once).not.toContain(path.dirname(base));
});

test('a function without config.json is refused by name, and the last build stays', async () => {
  write('out/greet/index.js', 'last');
  write('functions/greet/index.ts', 'export const main = 1;');
  await expect(build()).rejects.toThrow(/greet has no config\.json/);
  expect(readFileSync(path.join(base, 'out/greet/index.js'), 'utf8')).toBe('last');
});

test('a function that no longer exists leaves no old bundle behind', async () => {
  write('out/gone/index.js', '');
  await build();
  expect(readdirSync(path.join(base, 'out'))).toEqual([]);
});
