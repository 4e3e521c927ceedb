import type { Fen } from '../../../../kernel/fen';
import { bitOf } from '../scopes';
import type { Basket } from './basket';
import type { WorkingLine } from './working-line';

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

/** The line sets of one quote, each reckoned once however many offers share it. */
export class LineSets {
  private readonly byKey = new Map<number, LineSet>();
  private readonly bySum = new Map<number, LineSet[]>();
  /** Index of a place's first line; one more at the end. */
  private readonly firstOf: number[] = [];
  private readonly bits: number[] = [];
  private count = 0;

  constructor(
    private readonly basket: Basket,
    private readonly lines: readonly WorkingLine[],
  ) {
    for (let i = 0; i < lines.length; i += 1) {
      const line = lines[i];
      if (!line) continue;
      while (this.firstOf.length <= line.place) this.firstOf.push(i);
      this.bits.push(bitOf(line.linePrice));
    }
    while (this.firstOf.length <= basket.lines.length) this.firstOf.push(lines.length);
  }

  setOf(scope: number, takes: number): LineSet {
    const key = scope * ALL_BITS + takes;
    const known = this.byKey.get(key);
    if (known) return known;
    const set = this.intern(this.linesOf(scope, takes));
    this.byKey.set(key, set);
    return set;
  }

  /** What the scope would come to at list prices, whatever it takes in. */
  listBaseFen(scope: number): Fen {
    let sum = 0;
    for (const place of this.basket.linesIn(scope)) {
      const line = this.basket.lines[place];
      if (line) sum += line.listUnitFen * line.quantity;
    }
    return sum;
  }

  private linesOf(scope: number, takes: number): number[] {
    const found: number[] = [];
    for (const place of this.basket.linesIn(scope)) {
      const end = this.firstOf[place + 1] ?? 0;
      for (let i = this.firstOf[place] ?? end; i < end; i += 1) if ((this.bits[i] ?? 0) & takes) found.push(i);
    }
    return found;
  }

  private intern(indices: readonly number[]): LineSet {
    let [baseFen, dearestUnitFen, units] = [0, 0, 0];
    for (const i of indices) {
      const line = this.lines[i];
      if (!line) continue;
      baseFen += line.amountFen;
      units += line.quantity;
      dearestUnitFen = Math.max(dearestUnitFen, Math.floor(line.amountFen / line.quantity));
    }
    const alike = this.bySum.get(baseFen) ?? [];
    for (const set of alike) if (isSame(set.lines, indices)) return set;
    const set = { id: this.count, lines: indices, baseFen, dearestUnitFen, units };
    this.count += 1;
    alike.push(set);
    this.bySum.set(baseFen, alike);
    return set;
  }
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}
