import { DEFAULT_TAKES } from '../../../../kernel/coupon';
import type { Fen } from '../../../../kernel/fen';
import { bitOf, bitsOf } from '../scopes';
import type { PricedLines } from './priced-lines';

/** Lines that an offer counts and reduces: its scope, less the line prices that it does not take in. */
export interface LineSet {
  /** Sets of the same lines have the same number, whatever their scopes say. */
  readonly id: number;
  /** Indices of lines, ascending. */
  readonly lines: readonly number[];
  /** B(scope). */
  readonly baseFen: Fen;
  /** Highest price of one unit after steps 1 and 2. */
  readonly dearestUnitFen: Fen;
  readonly units: number;
}

/** Bits of line prices are below this. */
const ALL_BITS = 32;
/** What nearly every scope takes in. */
const USUAL = bitsOf(DEFAULT_TAKES);

/** The line sets of one quote, each reckoned once however many offers share it. */
export class LineSets {
  /** By scope: what it is with the usual line prices. */
  private readonly usual: (LineSet | undefined)[] = [];
  private readonly others = new Map<number, LineSet>();
  /** Those that differ, by number. */
  private readonly sets: LineSet[] = [];
  private readonly listFen: (Fen | undefined)[] = [];
  /** Index of a place's first line; one more at the end. */
  private readonly firstOf: number[] = [];
  private readonly bits: number[] = [];

  constructor(private readonly priced: PricedLines) {
    const { basket, lines, places } = priced;
    for (let i = 0; i < lines.length; i += 1) {
      while (this.firstOf.length <= (places[i] ?? 0)) this.firstOf.push(i);
      this.bits.push(bitOf(lines[i]?.linePrice ?? 'list'));
    }
    while (this.firstOf.length <= basket.lines.length) this.firstOf.push(lines.length);
  }

  /** Index of the first line of a place of the basket; that of the next place ends them. */
  firstAt(place: number): number {
    return this.firstOf[place] ?? this.priced.lines.length;
  }

  setOf(scope: number, takes: number): LineSet {
    const key = scope * ALL_BITS + takes;
    const known = takes === USUAL ? this.usual[scope] : this.others.get(key);
    if (known) return known;
    const set = this.intern(this.linesOf(scope, takes));
    if (takes === USUAL) this.usual[scope] = set;
    else this.others.set(key, set);
    return set;
  }

  /** What the scope would come to at list prices, whatever it takes in. */
  listBaseFen(scope: number): Fen {
    const known = this.listFen[scope];
    if (known !== undefined) return known;
    const { basket } = this.priced;
    let sum = 0;
    for (const place of basket.linesIn(scope)) {
      const line = basket.lines[place];
      if (line) sum += line.listUnitFen * line.quantity;
    }
    this.listFen[scope] = sum;
    return sum;
  }

  private linesOf(scope: number, takes: number): number[] {
    const found: number[] = [];
    for (const place of this.priced.basket.linesIn(scope)) {
      const end = this.firstAt(place + 1);
      for (let i = this.firstAt(place); i < end; i += 1) if ((this.bits[i] ?? 0) & takes) found.push(i);
    }
    return found;
  }

  private intern(indices: readonly number[]): LineSet {
    let [baseFen, dearestUnitFen, units] = [0, 0, 0];
    for (const i of indices) {
      const line = this.priced.lines[i];
      if (!line) continue;
      baseFen += line.amountFen;
      units += line.quantity;
      dearestUnitFen = Math.max(dearestUnitFen, Math.floor(line.amountFen / line.quantity));
    }
    for (const set of this.sets) if (set.baseFen === baseFen && isSame(set.lines, indices)) return set;
    const set = { id: this.sets.length, lines: indices, baseFen, dearestUnitFen, units };
    this.sets.push(set);
    return set;
  }
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}
