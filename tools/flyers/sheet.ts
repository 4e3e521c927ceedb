import path from 'node:path';
import { openSync } from 'fontkit';
import PDFDocument from 'pdfkit';
import type { BatchView, PrintedCode } from '../../cloudfunctions/rooms/outreach/contract';
import { type Captions, captionsOf, linesOf } from './captions';
import { type Cell, cellOf, type Grid, gridOf, PAGE_HEIGHT, PAGE_WIDTH } from './layout';

/** Noto Sans SC, the characters of GB 2312 (OFL, beside it). Only what a sheet uses of it goes into the sheet. */
const FONT = path.join(__dirname, 'font', 'noto-sans-sc-gb2312.otf');
const INK = '#2b2320';
const SOFT = '#75665c';
const ACCENT = '#c8380f';
const CUT = '#d9cfc6';

/** Sheets of A4 with the codes of a batch, ready for the printer. Throws where the font lacks a character of a caption. */
export async function printSheet(batch: BatchView, codes: readonly PrintedCode[]): Promise<Buffer> {
  const captions = codes.map(({ number }) => captionsOf(batch, number));
  const missing = missingIn(captions.flatMap(linesOf).join(''));
  if (missing !== '') throw new Error(`the sheet's font has no ${missing}: choose another title`);
  const document = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, lang: 'zh-CN' });
  document.info.Title = `${batch.estateName} ${batch.title}`;
  document.registerFont('zh', FONT);
  const done = bytesOf(document);
  const grid = gridOf(batch.format);
  let page = -1;
  codes.forEach(({ picture }, index) => {
    const cell = cellOf(grid, index);
    if (cell.page > page) document.addPage({ size: [PAGE_WIDTH, PAGE_HEIGHT], margin: 0 });
    page = cell.page;
    draw(document, grid, cell, Buffer.from(picture, 'base64'), captions[index] ?? captionsOf(batch, index + 1));
  });
  document.end();
  return done;
}

type Pen = InstanceType<typeof PDFDocument>;

/** Code and captions as one block in the middle of the cell. */
function draw(pen: Pen, { codeSide, titleSize }: Grid, cell: Cell, code: Buffer, captions: Captions): void {
  const { x, y, width, height } = cell;
  pen.lineWidth(0.5).dash(3, { space: 3 }).rect(x, y, width, height).stroke(CUT).undash();
  const small = Math.max(7, titleSize * 0.5);
  const middle = Math.max(8, titleSize * 0.62);
  const leading = 1.55;
  const block = titleSize * leading + middle * leading * 2 + codeSide + small * leading * 2 + titleSize;
  let top = y + (height - block) / 2;
  const line = (text: string, size: number, colour: string): void => {
    pen.font('zh').fontSize(size).fillColor(colour);
    const fitting = Math.min(size, (size * (width - 12)) / pen.widthOfString(text));
    pen.fontSize(fitting).text(text, x, top, { width, align: 'center', lineBreak: false });
    top += size * leading;
  };
  line(captions.title, titleSize, INK);
  line(captions.gift, middle, ACCENT);
  top += titleSize * 0.5;
  pen.image(code, x + (width - codeSide) / 2, top, { width: codeSide, height: codeSide });
  top += codeSide + titleSize * 0.5;
  line(captions.how, middle, INK);
  line(captions.until, small, SOFT);
  line(captions.number, small, SOFT);
}

/** Characters that the font cannot draw, each once. */
export function missingIn(text: string): string {
  const font = openSync(FONT);
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${FONT} is no single font`);
  return [...new Set(text)].filter((char) => !font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0)).join('');
}

function bytesOf(document: Pen): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}
