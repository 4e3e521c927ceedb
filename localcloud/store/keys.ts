import { RANK, rankOf } from './compare';
import { queryRefused } from './errors';
import { EMPTY } from './paths';
import { type Fields, type Id, ObjectId, type Value } from './values';

/** MongoDB's limit of an index key before 4.2, which CloudBase's databases are held to; it also fits LMDB's 1,978 bytes. */
export const MAX_KEY_BYTES = 1024;
export const MAX_ID_BYTES = 512;

/**
 * Writes values as bytes whose plain byte order is BSON order, so that an LMDB range is a range of values.
 * Each value is a type byte and a self-ending body; a descending component has every bit turned.
 */
export class KeyWriter {
  private bytes = Buffer.allocUnsafe(128);
  private length = 0;

  add(value: Value | undefined | typeof EMPTY, descending = false): this {
    const start = this.length;
    if (value === EMPTY) this.byte(RANK.nothing);
    else this.tagged(value);
    if (descending) for (let i = start; i < this.length; i++) this.bytes[i] = ~(this.bytes[i] ?? 0);
    return this;
  }

  addType(rank: number, descending: boolean): this {
    this.byte(descending ? ~rank & 0xff : rank);
    return this;
  }

  addRaw(bytes: Buffer): this {
    this.reserve(bytes.length);
    bytes.copy(this.bytes, this.length);
    this.length += bytes.length;
    return this;
  }

  done(): Buffer {
    return Buffer.from(this.bytes.subarray(0, this.length));
  }

  private tagged(value: Value | undefined): void {
    this.byte(rankOf(value));
    this.body(value);
  }

  private body(value: Value | undefined): void {
    if (value === undefined || value === null) return;
    if (typeof value === 'number') this.number(value);
    else if (typeof value === 'string') this.text(value);
    else if (typeof value === 'boolean') this.byte(value ? 1 : 0);
    else if (value instanceof Date) this.number(value.getTime());
    else if (value instanceof ObjectId || value instanceof RegExp) this.text(String(value));
    else if (Array.isArray(value)) this.items(value);
    else this.fields(value);
  }

  private items(items: Value[]): void {
    for (const item of items) this.tagged(item);
    this.byte(0);
  }

  private fields(fields: Fields): void {
    for (const name of Object.keys(fields)) {
      this.byte(rankOf(fields[name]));
      this.text(name);
      this.body(fields[name]);
    }
    this.byte(0);
  }

  /** IEEE bytes, sign turned for positives and all bits for negatives; NaN is all zeroes, below -Infinity. */
  private number(value: number): void {
    this.reserve(8);
    if (Number.isNaN(value)) {
      this.bytes.fill(0, this.length, this.length + 8);
    } else {
      this.bytes.writeDoubleBE(value === 0 ? 0 : value, this.length);
      const negative = value < 0;
      for (let i = 0; i < 8; i++) {
        const byte = this.bytes[this.length + i] ?? 0;
        this.bytes[this.length + i] = negative ? ~byte : i === 0 ? byte ^ 0x80 : byte;
      }
    }
    this.length += 8;
  }

  /** UTF-8, a zero byte written as 00 FF, ended by 00 01, so that a prefix sorts first. */
  private text(text: string): void {
    for (const [i, part] of text.split('\0').entries()) {
      if (i > 0) this.addRaw(ZERO);
      this.reserve(Buffer.byteLength(part));
      this.length += this.bytes.write(part, this.length);
    }
    this.addRaw(END);
  }

  private byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length++] = value;
  }

  private reserve(size: number): void {
    const needed = this.length + size;
    if (needed <= this.bytes.length) return;
    if (needed > 2 * MAX_KEY_BYTES) throw queryRefused(`key too large to index: more than ${MAX_KEY_BYTES} bytes`);
    const larger = Buffer.allocUnsafe(Math.max(2 * this.bytes.length, needed));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}

const ZERO = Buffer.from([0x00, 0xff]);
const END = Buffer.from([0x00, 0x01]);

export function idBytes(id: Id): Buffer {
  const bytes = new KeyWriter().add(id).done();
  if (bytes.length > MAX_ID_BYTES) throw queryRefused(`_id is longer than ${MAX_ID_BYTES} bytes`);
  return bytes;
}

/** False for an id or value too long to be stored in a key: nothing can be found under it. */
export const fitsKey = (value: Value, maxBytes: number): boolean =>
  typeof value !== 'string' || Buffer.byteLength(value) <= maxBytes - 8;

/** The first key after all those that begin with `prefix`. */
export function after(prefix: Buffer): Buffer {
  let last = prefix.length - 1;
  while (prefix[last] === 0xff) last--;
  const next = Buffer.from(prefix.subarray(0, last + 1));
  next[last] = (next[last] ?? 0) + 1;
  return next;
}
