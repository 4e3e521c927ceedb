import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Lock {
  packages: Record<string, { version?: string; resolved?: string; [field: string]: unknown }>;
}
interface LockTools {
  missingOptional(lock: Lock): { owner: string; name: string; range: string }[];
  complete(lock: Lock): Lock;
  withAddresses(lock: Lock): string[];
}

const { missingOptional, complete, withAddresses }: LockTools = require('./lock-optional.cjs');

const lockOf = (optionalDependencies: Record<string, string>, more: Lock['packages'] = {}): Lock => ({
  packages: { '': {}, 'node_modules/tool': { version: '1.0.0', dev: true, optionalDependencies }, ...more },
});

test('a platform package that the lock lacks gets an entry with its version, system and processor', () => {
  const done = complete(lockOf({ '@tool/darwin-arm64': '2.1.0' }));
  const entry = { version: '2.1.0', dev: true, optional: true, os: ['darwin'], cpu: ['arm64'] };
  expect(done.packages['node_modules/@tool/darwin-arm64']).toEqual(entry);
  expect(missingOptional(done)).toEqual([]);
});

test('a package that is there, beside its owner or further up, is not missing', () => {
  expect(missingOptional(lockOf({ a: '1' }, { 'node_modules/a': {} }))).toEqual([]);
  expect(missingOptional(lockOf({ a: '1' }, { 'node_modules/tool/node_modules/a': {} }))).toEqual([]);
});

test('a missing package that is for every platform is an error that names it', () => {
  expect(() => complete(lockOf({ telemetry: 'latest' }))).toThrow(/node_modules\/tool wants telemetry@latest/);
});

describe("the project's own lock file", () => {
  const file = path.resolve(__dirname, '../package-lock.json');
  const lock: Lock = JSON.parse(readFileSync(file, 'utf8'));

  test('holds no download addresses, which would tie it to one registry', () => {
    expect(withAddresses(lock)).toEqual([]);
  });

  test('is complete for every platform; else: npm run lock', () => {
    expect(missingOptional(lock)).toEqual([]);
  });
});
