/**
 * MurmurHash3 (x86, 128 bits, Austin Appleby, public domain) over numbers and texts: tells results apart, hides nothing.
 * Each bit of the input changes each bit of the output in half of all cases. Numbers are two words of 32 bits, texts their
 * length and their code units, so that neighbours never run together.
 */
export class Mix {
  private a = 0;
  private b = 0;
  private c = 0;
  private d = 0;
  private readonly block: [number, number, number, number] = [0, 0, 0, 0];
  private words = 0;

  /** A whole number within ±2^53. */
  number(value: number): void {
    this.word(value | 0);
    this.word(Math.floor(value / 4_294_967_296) | 0);
  }

  text(value: string): void {
    this.word(value.length);
    for (let i = 0; i < value.length; i += 2) this.word((value.charCodeAt(i) << 16) | (value.charCodeAt(i + 1) | 0));
  }

  /** 32 hex digits over all that was put in. */
  hex(): string {
    const length = this.words * 4;
    while (this.words % 4 !== 0) this.word(0);
    let [a, b, c, d] = [this.a ^ length, this.b ^ length, this.c ^ length, this.d ^ length];
    [a, b, c, d] = spread(a, b, c, d);
    [a, b, c, d] = spread(avalanche(a), avalanche(b), avalanche(c), avalanche(d));
    return hexOf(a) + hexOf(b) + hexOf(c) + hexOf(d);
  }

  private word(value: number): void {
    const place = this.words & 3;
    this.block[place] = value;
    this.words += 1;
    if (place === 3) this.mixBlock();
  }

  private mixBlock(): void {
    const [v, w, x, y] = this.block;
    this.a ^= Math.imul(turn(Math.imul(v, C1), 15), C2);
    this.a = (Math.imul((turn(this.a, 19) + this.b) | 0, 5) + 0x561ccd1b) | 0;
    this.b ^= Math.imul(turn(Math.imul(w, C2), 16), C3);
    this.b = (Math.imul((turn(this.b, 17) + this.c) | 0, 5) + 0x0bcaa747) | 0;
    this.c ^= Math.imul(turn(Math.imul(x, C3), 17), C4);
    this.c = (Math.imul((turn(this.c, 15) + this.d) | 0, 5) + 0x96cd1c35) | 0;
    this.d ^= Math.imul(turn(Math.imul(y, C4), 18), C1);
    this.d = (Math.imul((turn(this.d, 13) + this.a) | 0, 5) + 0x32ac3b17) | 0;
  }
}

const C1 = 0x239b961b;
const C2 = 0xab0e9789;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93;

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
  return (word >>> 0).toString(16).padStart(8, '0');
}
