import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageFindings } from './budgets';
import { bundleFindings } from './function-bundles';
import { type DeclaredInterface, privacyFindings } from './privacy';
import { packageBytes, readWeappBuild, type WeappBuild } from './weapp-build';

const KB = 1024;
let dist: string;
beforeEach(() => {
  dist = mkdtempSync(path.join(tmpdir(), 'linli-weapp-'));
});
afterEach(() => rmSync(dist, { recursive: true, force: true }));

function write(file: string, content: string | number): void {
  mkdirSync(path.dirname(path.join(dist, file)), { recursive: true });
  writeFileSync(path.join(dist, file), typeof content === 'number' ? Buffer.alloc(content) : content);
}

const APP = {
  pages: ['pages/home/index', 'pages/me/index'],
  subPackages: [{ root: 'packages/order', pages: ['pages/list/index'] }],
  tabBar: {
    list: [
      { pagePath: 'pages/home/index', iconPath: '@home', selectedIconPath: 'assets/on.png' },
      { pagePath: 'pages/me/index' },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
};

/** A build in order; then `extra` files over it. */
function buildOf(extra: Record<string, string | number> = {}, app: object = APP): WeappBuild {
  write('app.json', JSON.stringify(app));
  write('theme.json', JSON.stringify({ light: { home: 'assets/light.png' }, dark: { home: 'assets/dark.png' } }));
  for (const icon of ['on', 'light', 'dark']) write(`assets/${icon}.png`, 1 * KB);
  for (const page of ['pages/home/index', 'pages/me/index', 'packages/order/pages/list/index']) {
    for (const kind of ['js', 'json', 'wxml']) write(`${page}.${kind}`, '');
  }
  for (const [file, content] of Object.entries(extra)) write(file, content);
  return readWeappBuild(dist);
}

test('a build in order has no findings, and its packages are told apart', () => {
  const build = buildOf({ 'packages/order/more.js': 10 * KB });
  expect(packageFindings(build)).toEqual([]);
  expect(packageBytes(build).get('packages/order')).toBe(10 * KB);
});

test.each([
  ['main.js', 1024 * KB, /^package main is 10\d\d\.\d KB, 1024\.0 KB at most$/],
  ['packages/order/big.js', 1024 * KB + 1, /^package packages\/order is 1024\.0 KB/],
  ['assets/on.png', 40 * KB + 1, /^tab icon assets\/on\.png is 40\.0 KB/],
  ['assets/dark.png', 41 * KB, /^tab icon assets\/dark\.png is 41\.0 KB/],
  ['assets/pear.jpg', 201 * KB, /^picture assets\/pear\.jpg is 201\.0 KB/],
  ['assets/pear.jpg', 1, /could be served instead of packed$/],
])('%s of %i bytes is found', (file, bytes, finding) => {
  expect(packageFindings(buildOf({ [file]: bytes }))).toContainEqual(expect.stringMatching(finding));
});

test('40 KB of tab icon and 1 MB of sub-package are just allowed', () => {
  expect(packageFindings(buildOf({ 'assets/on.png': 40 * KB, 'packages/order/big.js': 1024 * KB }))).toEqual([]);
});

test('a page without its files, a tab outside the main package and eager loading are found', () => {
  const tabBar = { list: [{ pagePath: 'packages/order/pages/list/index' }] };
  const app = { ...APP, pages: ['pages/home/index', 'pages/gone/index'], tabBar, lazyCodeLoading: undefined };
  const findings = packageFindings(buildOf({}, app));
  expect(findings).toEqual(
    expect.arrayContaining([
      'pages/gone/index.wxml is missing',
      'tab page packages/order/pages/list/index is not in the main package',
      'a tab bar has 2 to 5 tabs',
      'lazyCodeLoading is not requiredComponents',
    ]),
  );
});

describe('private interfaces', () => {
  const declare = (...names: string[]): DeclaredInterface[] =>
    names.map((name) => ({ interface: name, collects: 'x', purpose: 'y' }));

  test.each([
    ['t().chooseMedia({})', 'chooseMedia'],
    ['(0,t.chooseMedia)({})', 'chooseMedia'],
    ['(0,x.jsx)(Button,{openType:"getPhoneNumber"})', 'getPhoneNumber'],
  ])('%s must be declared', (code, name) => {
    const build = buildOf({ 'pages/home/index.js': code });
    expect(privacyFindings(build, [])).toEqual([`${name} is used and not declared in client/privacy.json`]);
    expect(privacyFindings(build, declare(name))).toEqual([]);
  });

  test('a declared interface that nothing uses is found; its name in a list is no use', () => {
    const build = buildOf({ 'taro.js': 'var apis=["chooseMedia","getLocation"]' });
    expect(privacyFindings(build, declare('chooseMedia'))).toEqual(['chooseMedia is declared and not used']);
  });

  test('a place is named in requiredPrivateInfos too, and nothing else is', () => {
    const code = { 'pages/home/index.js': 'wx.chooseAddress({})' };
    const declared = declare('chooseAddress');
    expect(privacyFindings(buildOf(code), declared)).toEqual(['requiredPrivateInfos lacks chooseAddress']);
    const infos = { ...APP, requiredPrivateInfos: ['chooseAddress', 'getLocation'] };
    expect(privacyFindings(buildOf(code, infos), declared)).toEqual(['requiredPrivateInfos names getLocation, unused']);
  });

  test('private interfaces need __usePrivacyCheck__', () => {
    const build = buildOf({ 'pages/home/index.js': 'wx.chooseMedia({})' }, { ...APP, __usePrivacyCheck__: undefined });
    expect(privacyFindings(build, declare('chooseMedia'))).toEqual(['__usePrivacyCheck__ is off in app.json']);
  });
});

describe('function bundles', () => {
  test('1.5 MB, a config.json and no dependencies pass', () => {
    write('resident/index.js', 1.5 * 1024 * KB);
    write('resident/config.json', '{}');
    write('resident/package.json', '{"dependencies":{}}');
    write('database.json', '{}');
    expect(bundleFindings(dist)).toEqual([]);
  });

  test('1 byte more, a missing config, a dependency and a missing database.json are found', () => {
    write('resident/index.js', 1.5 * 1024 * KB + 1);
    write('resident/package.json', '{"dependencies":{"wx-server-sdk":"4"}}');
    expect(bundleFindings(dist)).toEqual([
      'function resident is 1536.0 KB, 1536.0 KB at most',
      'function resident has no readable config.json',
      'function resident would install wx-server-sdk',
      'database.json is missing beside the functions',
    ]);
  });

  test('a build without functions is found', () => {
    expect(bundleFindings(dist)).toContain('no function was built');
  });
});
