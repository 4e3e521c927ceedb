import qrcode from 'qrcode-generator';

/** Pixels of a module: enough for a phone that draws three to the point. */
const cellPx = 8;
/** Modules of white around it; the card adds the rest of the four that readers ask for. */
const marginCells = 2;

/** A QR code of `text` as a data URI (GIF, black on white); a torn or dirty one reads up to 15 % (level M). */
export function qrPicture(text: string): string {
  const code = qrcode(0, 'M');
  code.addData(utf8(text));
  code.make();
  return code.createDataURL(cellPx, marginCells * cellPx);
}

/** The library takes one byte a character; readers expect UTF-8. */
const utf8 = (text: string): string =>
  encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
