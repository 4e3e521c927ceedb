/** A picture as jsqr reads it. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** A black and white GIF of one frame, from its data URI. @throws when it is none. */
export function readGif(dataUri: string): Pixels {
  const [head, base64] = dataUri.split(',');
  if (head !== 'data:image/gif;base64' || !base64) throw new Error(`no GIF: ${dataUri.slice(0, 40)}`);
  const bytes = Buffer.from(base64, 'base64');
  const [width, height] = [bytes.readUInt16LE(6), bytes.readUInt16LE(8)];
  const colours = 2 << ((bytes[10] ?? 0) & 7);
  const palette = bytes.subarray(13, 13 + 3 * colours);
  const at = bytes.indexOf(0x2c, 13 + 3 * colours); // the frame: ten bytes of place and size, then its blocks
  const indices = unpack(joinBlocks(bytes, at + 11), bytes[at + 10] ?? 2);
  const data = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    data.set(palette.subarray(3 * (indices[pixel] ?? 0), 3 * (indices[pixel] ?? 0) + 3), 4 * pixel);
  return { data, width, height };
}

function joinBlocks(bytes: Buffer, from: number): Buffer {
  const blocks: Buffer[] = [];
  for (let at = from; bytes[at]; at += 1 + (bytes[at] ?? 0))
    blocks.push(bytes.subarray(at + 1, at + 1 + (bytes[at] ?? 0)));
  return Buffer.concat(blocks);
}

/** LZW as GIF has it: codes grow by a bit when the table fills. */
function unpack(packed: Buffer, rootBits: number): number[] {
  const clear = 1 << rootBits;
  let table: number[][] = [];
  let bits = 0;
  let last: number[] | null = null;
  const out: number[] = [];
  const restart = () => {
    table = Array.from({ length: clear + 2 }, (_, root) => [root]);
    bits = rootBits + 1;
    last = null;
  };
  restart();
  for (let at = 0; at + bits <= 8 * packed.length; ) {
    const code = bitsAt(packed, at, bits);
    at += bits;
    if (code === clear + 1) break;
    if (code === clear) {
      restart();
      continue;
    }
    const before: readonly number[] | null = last;
    const run: number[] = table[code] ?? [...(before ?? []), before?.[0] ?? 0];
    if (before) table.push([...before, run[0] ?? 0]);
    if (table.length === 1 << bits && bits < 12) bits += 1;
    out.push(...run);
    last = run;
  }
  return out;
}

function bitsAt(bytes: Buffer, at: number, count: number): number {
  let value = 0;
  for (let bit = 0; bit < count; bit += 1) value |= (((bytes[(at + bit) >> 3] ?? 0) >> ((at + bit) & 7)) & 1) << bit;
  return value;
}
