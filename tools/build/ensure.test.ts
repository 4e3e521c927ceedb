import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt, type Target } from './ensure';

let base: string;
let builds: number;
let building: number;
let mostAtOnce: number;

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'linli-build-'));
  mkdirSync(path.join(base, 'source/deep'), { recursive: true });
  writeFileSync(path.join(base, 'source/deep/a.ts'), 'export const one = process.env.LINLI_TEST_BAKED;');
  [builds, building, mostAtOnce] = [0, 0, 0];
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

const target = (build?: () => void): Target => ({
  name: 'thing',
  outputDir: path.join(base, 'out'),
  inputs: { paths: ['source'], bakesEnv: true },
  async build() {
    building += 1;
    mostAtOnce = Math.max(mostAtOnce, building);
    await new Promise((resolve) => setTimeout(resolve, 50));
    build?.();
    mkdirSync(path.join(base, 'out'), { recursive: true });
    builds += 1;
    building -= 1;
  },
});

const ensure = (wanted = target(), force = false) =>
  ensureBuilt(wanted, { stampDir: path.join(base, 'stamp'), base, force });

test('builds once, and again only after an input changed', async () => {
  expect(await ensure()).toBe('built');
  expect(await ensure()).toBe('fresh');
  writeFileSync(path.join(base, 'source/deep/a.ts'), 'two');
  expect(await ensure()).toBe('built');
  expect(builds).toBe(2);
});

test('a new test file beside the sources builds nothing, a new source does', async () => {
  await ensure();
  writeFileSync(path.join(base, 'source/a.test.ts'), '');
  expect(await ensure()).toBe('fresh');
  writeFileSync(path.join(base, 'source/b.ts'), '');
  expect(await ensure()).toBe('built');
});

test('a removed output and a changed variable that the sources bake in are stale, another variable is not', async () => {
  await ensure();
  rmSync(path.join(base, 'out'), { recursive: true });
  expect(await ensure()).toBe('built');
  process.env.LINLI_TEST_UNUSED = 'other';
  expect(await ensure()).toBe('fresh');
  process.env.LINLI_TEST_BAKED = 'other';
  expect(await ensure()).toBe('built');
  delete process.env.LINLI_TEST_BAKED;
  delete process.env.LINLI_TEST_UNUSED;
  expect(await ensure()).toBe('built');
});

test('a build that fails leaves the target stale', async () => {
  const failing = target(() => {
    throw new Error('no');
  });
  await ensure();
  writeFileSync(path.join(base, 'source/deep/a.ts'), 'two');
  await expect(ensure(failing)).rejects.toThrow('no');
  building = 0;
  expect(await ensure()).toBe('built');
});

test('an edit during the build makes the result stale, not fresh', async () => {
  await ensure(target(() => writeFileSync(path.join(base, 'source/deep/a.ts'), 'meanwhile')));
  expect(await ensure()).toBe('built');
});

test('5 who ask at once get 1 build', async () => {
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => ensure()));
  expect(outcomes.filter((outcome) => outcome === 'built')).toHaveLength(1);
  expect([builds, mostAtOnce]).toEqual([1, 1]);
});

test('force builds what is fresh', async () => {
  await ensure();
  expect(await ensure(target(), true)).toBe('built');
});
