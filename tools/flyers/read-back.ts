import { readFileSync } from 'node:fs';
import jsQR from 'jsqr';

/** What a page of a PDF holds, as a reader of it sees it. */
export interface ReadPage {
  readonly text: string;
  /** What its codes say, in the order in which they are drawn. */
  readonly codes: readonly (string | null)[];
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/**
 * `tsx tools/flyers/read-back.ts FILE` says as JSON what a printed sheet says. A process of its own, because the reader of PDF is
 * an ES module, which Jest does not load.
 */
async function main(): Promise<void> {
  console.log(JSON.stringify(await readSheet(readFileSync(process.argv[2] ?? ''))));
}

/** Reads a sheet back: its text, and every picture through the decoder that the browser client scans with. */
async function readSheet(bytes: Uint8Array): Promise<ReadPage[]> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await pdfjs.getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const { fnArray, argsArray } = await page.getOperatorList();
    const names = fnArray.flatMap((fn, index) =>
      fn === pdfjs.OPS.paintImageXObject ? [String((argsArray[index] as unknown[])[0])] : [],
    );
    const pictures = await Promise.all(names.map((name) => pictureOf(page.objs, name)));
    const text = items.map((item) => ('str' in item ? item.str : '')).join('\n');
    pages.push({ text, codes: pictures.map(decoded) });
  }
  return pages;
}

interface Objects {
  get(name: string, then: (picture: Picture) => void): void;
}

const pictureOf = (objects: unknown, name: string): Promise<Picture> =>
  new Promise((resolve) => (objects as Objects).get(name, resolve));

/** PDF readers hand over 1 bit, 3 bytes or 4 bytes a pixel. */
function decoded({ width, height, data }: Picture): string | null {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  const bytes = data.length / (width * height);
  const row = Math.ceil(width / 8);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      const [x, y] = [pixel % width, Math.floor(pixel / width)];
      const bit = ((data[y * row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
      rgba[pixel * 4 + channel] =
        bytes >= 3 ? (data[pixel * Math.floor(bytes) + channel] ?? 0) : bytes === 1 ? (data[pixel] ?? 0) : bit * 255;
    }
  }
  return jsQR(rgba, width, height)?.data ?? null;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
