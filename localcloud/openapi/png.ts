import { deflateSync } from 'node:zlib';
import qrcode from 'qrcode-generator';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Light border that readers need, in modules (ISO/IEC 18004). */
const QUIET_MODULES = 4;
const LIGHT = 0xff;
const DARK = 0x00;

/** A QR code of `text` as an 8-bit grey PNG of exactly `widthPx` × `widthPx`. */
export function qrPng(text: string, widthPx: number): Buffer {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const modules = code.getModuleCount();
  const scale = Math.max(1, Math.floor(widthPx / (modules + 2 * QUIET_MODULES)));
  const margin = Math.floor((widthPx - modules * scale) / 2);
  return greyPng(widthPx, widthPx, (x, y) => {
    const column = Math.floor((x - margin) / scale);
    const row = Math.floor((y - margin) / scale);
    const inside = column >= 0 && row >= 0 && column < modules && row < modules;
    return inside && code.isDark(row, column) ? DARK : LIGHT;
  });
}

export function greyPng(width: number, height: number, greyAt: (x: number, y: number) => number): Buffer {
  const FILTER_NONE = 0;
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    const start = y * (width + 1);
    rows[start] = FILTER_NONE;
    for (let x = 0; x < width; x++) rows[start + 1 + x] = greyAt(x, y);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8; // bits a sample; colour type, compression, filter and interlace stay 0: grey, not interlaced
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** Table of CRC-32 (PNG annex D); zlib.crc32 came only with Node 20.15. */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
