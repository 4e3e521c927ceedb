import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from './functions';

const FORM_DATA = require.resolve('form-data');

let base: string;
let bundled: string;
beforeAll(async () => {
  base = mkdtempSync(path.join(tmpdir(), 'linli-types-'));
  bundled = path.join(base, 'form.js');
  await build(bundleOptions(FORM_DATA, bundled));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** The type that form-data writes before a file of that name. */
function typeOf(file: string, name: string): string | undefined {
  const script = `
    const Form = require(process.argv[1]);
    const form = new Form();
    form.append('media', Buffer.from('x'), { filename: process.argv[2] });
    process.stdout.write(form.getBuffer().toString());`;
  const sent = execFileSync(process.execPath, ['-e', script, file, name], { encoding: 'utf8' });
  return /content-type: (\S+)/i.exec(sent)?.[1];
}

test.each(['code.png', 'photo.jpg', 'photo.webp', 'table.csv', 'bill.zip', 'sheet.pdf', 'clip.mp4', 'reply.json'])(
  '%s is sent with the same type as by the installed package',
  (name) => {
    expect(typeOf(bundled, name)).toBe(typeOf(FORM_DATA, name));
  },
);

test('of a kind that is left out it is sent as bytes', () => {
  expect([typeOf(FORM_DATA, 'a.dwg'), typeOf(bundled, 'a.dwg')]).toEqual(['image/vnd.dwg', 'application/octet-stream']);
});
