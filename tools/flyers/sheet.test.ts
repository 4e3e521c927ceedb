import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BatchView, PrintedCode } from '../../cloudfunctions/rooms/outreach/contract';
import { codeOf } from '../../cloudfunctions/rooms/outreach/domain/code';
import { qrPng } from '../../localcloud/openapi/png';
import { cellOf, gridOf, PAGE_HEIGHT, PAGE_WIDTH, pagesOf } from './layout';
import type { ReadPage } from './read-back';
import { missingIn, printSheet } from './sheet';

const batch: BatchView = {
  batchId: 'b_0123456789ab',
  title: '地铁口',
  size: 11,
  format: 'card',
  estateId: 'guihuali',
  estateName: '桂花里小区',
  campaignTitle: '新邻居开店季',
  templateTitle: '买什么都能减',
  promoterName: null,
  expiresAtMs: Date.UTC(2026, 11, 6, 14),
  madeAtMs: 0,
  state: 'open',
  ...{ scanned: 0, joined: 0, claimed: 0, paid: 0 },
};

const urlOf = (scene: string) => `http://127.0.0.1:8080/#/packages/outreach/pages/land/index?scene=${scene}`;
const codes: PrintedCode[] = Array.from({ length: batch.size }, (_, index) => {
  const scene = codeOf('0f'.repeat(32), { set: '0123456789ab', number: index + 1 });
  return { number: index + 1, scene, picture: Buffer.from(qrPng(urlOf(scene), 430)).toString('base64') };
});

/** A sheet as another program reads it from the file. */
function readBack(bytes: Uint8Array): ReadPage[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'sheet-'));
  const file = path.join(folder, 'sheet.pdf');
  writeFileSync(file, bytes);
  const program = path.join(__dirname, 'read-back.ts');
  const said = execFileSync(process.execPath, ['--import', 'tsx', program, file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return JSON.parse(said);
}

test.each([
  ['card', 9, 2],
  ['flyer', 4, 3],
  ['poster', 1, 11],
] as const)(
  '11 as %s, %i a page: %i pages; read back, every code is its flyer’s and stands by its number',
  async (format, each, pages) => {
    const bytes = await printSheet({ ...batch, format }, codes);
    const read = readBack(bytes);
    expect(read.map(({ codes: found }) => found.length)).toEqual(
      Array.from({ length: pages }, (_, page) => Math.min(each, 11 - page * each)),
    );
    expect(read.flatMap(({ codes: found }) => found)).toEqual(codes.map(({ scene }) => urlOf(scene)));
    read.forEach(({ text }, page) => {
      for (const words of ['新邻居开店季', '送您一张券：买什么都能减', '微信扫一扫，领了就能用', '12 月 6 日前有效'])
        expect(text).toContain(words);
      expect(text).toContain(`桂花里小区，地铁口，第 ${String(page * each + 1).padStart(3, '0')} 张`);
    });
  },
);

test('9 cards weigh less than 200 KB: of the font only what is used goes in', async () => {
  expect((await printSheet(batch, codes.slice(0, 9))).length).toBeLessThan(200_000);
});

test('a character outside GB 2312 is named, not printed as a blank', async () => {
  expect(missingIn('桂花里𠮷')).toBe('𠮷');
  await expect(printSheet({ ...batch, title: '𠮷祥' }, codes)).rejects.toThrow('𠮷');
});

test.each(['card', 'flyer', 'poster'] as const)('%s: cells of a page lie on it and do not overlap', (format) => {
  const grid = gridOf(format);
  const cells = Array.from({ length: grid.columns * grid.rows }, (_, n) => cellOf(grid, n));
  for (const { x, y, width, height } of cells) {
    expect(x + width).toBeLessThanOrEqual(PAGE_WIDTH);
    expect(y + height).toBeLessThanOrEqual(PAGE_HEIGHT);
    expect(grid.codeSide).toBeLessThan(Math.min(width, height));
  }
  expect(new Set(cells.map(({ x, y }) => `${x} ${y}`)).size).toBe(cells.length);
  expect(pagesOf(grid, cells.length + 1)).toBe(2);
});
