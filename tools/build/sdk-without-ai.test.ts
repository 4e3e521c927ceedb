import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from './functions';
import { NO_AI } from './sdk-without-ai';

const INSTALLED = require.resolve('wx-server-sdk');

let base: string;
let bundled: string;
let inputs: string[];
beforeAll(async () => {
  base = mkdtempSync(path.join(tmpdir(), 'linli-sdk-'));
  bundled = path.join(base, 'sdk.js');
  const { metafile } = await build({ ...bundleOptions(INSTALLED, bundled), metafile: true });
  inputs = Object.keys(metafile.inputs);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** What `expression` is worth of the SDK in `file`, in a process of its own: the SDK leaves agents and timers behind. */
function ask(file: string, expression: string): unknown {
  const script = `
    const sdk = require(process.argv[1]);
    sdk.init({ env: 'a' });
    const reason = (call) => { try { call(); } catch (error) { return error.message; } };
    process.stdout.write(JSON.stringify(${expression}));
    process.exit(0);`;
  const env = { ...process.env, TENCENTCLOUD_RUNENV: 'SCF', TCB_ENV: 'a', TZ: 'UTC' };
  return JSON.parse(execFileSync(process.execPath, ['-e', script, file], { env, encoding: 'utf8' }));
}

test('the bundled SDK offers every service that the installed one offers', () => {
  const offer = 'Object.keys(sdk).sort().map((name) => [name, typeof sdk[name]])';
  expect(ask(bundled, offer)).toEqual(ask(INSTALLED, offer));
});

test('asking the bundled SDK for AI says that it is left out', () => {
  expect(ask(bundled, 'reason(() => sdk.ai())')).toBe(NO_AI);
});

test('no package of the AI part is in the bundle, and what payments and the database need is', () => {
  const holds = (library: string): boolean => inputs.some((file) => file.includes(`node_modules/${library}/`));
  expect(['@cloudbase/ai', '@cloudbase/app', '@cloudbase/adapter-wx_mp', 'web-streams-polyfill'].filter(holds)).toEqual(
    [],
  );
  expect(['@cloudbase/node-sdk', '@cloudbase/database', 'bson', 'protobufjs'].filter((name) => !holds(name))).toEqual(
    [],
  );
});
