/**
 * MurmurHash3 (x86, 128 bits, Austin Appleby, public domain) over numbers and texts: tells results apart, hides nothing.
 * Each bit of the input changes each bit of the output in half of all cases. Numbers are words of 32 bits, texts their length and
 * their code units, each told apart from the others, so that neighbours never run together.
 */
export class Mix {
  private words: Int32Array;
  private count = 0;

  constructor() {
    this.words = spare ?? new Int32Array(2048);
    spare = null;
  }

  /** A whole number within ±2^53: small ones are one word, others a mark and two. */
  number(value: number): void {
    if (value >= 0 && value < SMALL) {
      this.word(value);
      return;
    }
    this.word(LARGE);
    this.word(value | 0);
    this.word(Math.floor(value / 4_294_967_296) | 0);
  }

  text(value: string): void {
    this.word(SMALL + value.length);
    for (let i = 0; i < value.length; i += 2) this.word((value.charCodeAt(i) << 16) | (value.charCodeAt(i + 1) | 0));
  }

  /** 32 hex digits over all that was put in; nothing can be put in after it. */
  hex(): string {
    const length = this.count * 4;
    while (this.count % 4 !== 0) this.word(0);
    let [a, b, c, d] = mixed(this.words, this.count);
    [a, b, c, d] = spread(a ^ length, b ^ length, c ^ length, d ^ length);
    [a, b, c, d] = spread(avalanche(a), avalanche(b), avalanche(c), avalanche(d));
    spare = this.words;
    return hexOf(a) + hexOf(b) + hexOf(c) + hexOf(d);
  }

  private word(value: number): void {
    if (this.count === this.words.length) {
      const larger = new Int32Array(2 * this.count);
      larger.set(this.words);
      this.words = larger;
    }
    this.words[this.count] = value;
    this.count += 1;
  }
}

/** Words below it are small numbers, those from it on the lengths of texts. */
const SMALL = 2 ** 30;
/** Marks a number of two words. */
const LARGE = -1;

/** Room of a mix that is done, for the next one. */
let spare: Int32Array | null = null;

const C1 = 0x239b961b;
const C2 = 0xab0e9789;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93;

type Words = [number, number, number, number];

function mixed(words: Int32Array, count: number): Words {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < count; i += 4) {
    a ^= Math.imul(turn(Math.imul(words[i] ?? 0, C1), 15), C2);
    a = (Math.imul((turn(a, 19) + b) | 0, 5) + 0x561ccd1b) | 0;
    b ^= Math.imul(turn(Math.imul(words[i + 1] ?? 0, C2), 16), C3);
    b = (Math.imul((turn(b, 17) + c) | 0, 5) + 0x0bcaa747) | 0;
    c ^= Math.imul(turn(Math.imul(words[i + 2] ?? 0, C3), 17), C4);
    c = (Math.imul((turn(c, 15) + d) | 0, 5) + 0x96cd1c35) | 0;
    d ^= Math.imul(turn(Math.imul(words[i + 3] ?? 0, C4), 18), C1);
    d = (Math.imul((turn(d, 13) + a) | 0, 5) + 0x32ac3b17) | 0;
  }
  return [a, b, c, d];
}

function turn(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

/** Each word takes in the others. */
function spread(a: number, b: number, c: number, d: number): [number, number, number, number] {
  const first = (a + b + c + d) | 0;
  return [first, (b + first) | 0, (c + first) | 0, (d + first) | 0];
}

function avalanche(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function hexOf(word: number): string {
  return (
    (BYTES[word >>> 24] ?? '') +
    (BYTES[(word >>> 16) & 255] ?? '') +
    (BYTES[(word >>> 8) & 255] ?? '') +
    (BYTES[word & 255] ?? '')
  );
}

/** Two hex digits by byte: making them anew of four words took as long as mixing. */
const BYTES: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
