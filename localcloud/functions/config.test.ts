import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listFunctions, readFunctionConfig } from './config';
import { clientMayInvoke, parseInvokeRules } from './rules';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'localcloud-config-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const read = (config: unknown) => {
  writeFileSync(path.join(dir, 'config.json'), JSON.stringify(config));
  return readFunctionConfig(dir);
};

describe('config.json', () => {
  it('is optional: 20 s, no open API, no trigger', () => {
    expect(readFunctionConfig(dir)).toEqual({ timeoutMs: 20_000, openapi: [], triggers: [] });
  });

  it('names open APIs and one timer trigger', () => {
    const trigger = { name: 'minute', type: 'timer', config: '0 * * * * * *' };
    expect(read({ timeout: 60, permissions: { openapi: ['a.b'] }, triggers: [trigger] })).toEqual({
      timeoutMs: 60_000,
      openapi: ['a.b'],
      triggers: [{ name: 'minute', cron: '0 * * * * * *' }],
    });
  });

  it.each([
    ['timeout 0', { timeout: 0 }],
    ['timeout 61', { timeout: 61 }],
    ['timeout 1.5', { timeout: 1.5 }],
    ['permissions that are no lists', { permissions: { openapi: 'a.b' } }],
    ['a trigger of another type', { triggers: [{ name: 'a', type: 'cos', config: '' }] }],
    ['two triggers', { triggers: [1, 2].map((n) => ({ name: `t${n}`, type: 'timer', config: '0 * * * * * *' })) }],
    ['a list', []],
  ])('refuses %s, naming the file', (_, config) => {
    expect(() => read(config)).toThrow('config.json');
  });

  it('belongs to folders that hold an index.js', () => {
    for (const name of ['b', 'a', 'empty']) mkdirSync(path.join(dir, name));
    for (const name of ['b', 'a']) writeFileSync(path.join(dir, name, 'index.js'), '');
    expect(listFunctions(dir)).toEqual(['a', 'b']);
    expect(listFunctions(path.join(dir, 'nowhere'))).toEqual([]);
  });
});

describe('function security rules', () => {
  const rules = parseInvokeRules(
    { '*': { invoke: false }, open: { invoke: true }, members: { invoke: 'auth != null' } },
    'x',
  );

  it.each([
    ['open', undefined, true],
    ['members', undefined, false],
    ['members', '', false],
    ['members', 'o_anna', true],
    ['other', 'o_anna', false],
  ])('%s for %p: %s', (name, openid, allowed) => {
    expect(clientMayInvoke(rules, name, openid)).toBe(allowed);
  });

  it('that say nothing let every signed-in client in, as the platform does', () => {
    expect([clientMayInvoke({}, 'a', 'o_anna'), clientMayInvoke({}, 'a', undefined)]).toEqual([true, false]);
  });

  it('know three values only', () => {
    expect(() => parseInvokeRules({ a: { invoke: 'auth.uid != null' } }, 'database.json')).toThrow('database.json');
  });
});
