/** What one of a column takes of a row; below 0: it gives. */
export interface Use {
  readonly row: number;
  readonly units: number;
}

/** max gains · x, with uses · x ≤ room in every row and 0 ≤ x ≤ most. Room may be below 0: then columns must give. */
export interface Packing {
  readonly gains: readonly number[];
  readonly most: readonly number[];
  /** By column. */
  readonly uses: readonly (readonly Use[])[];
  readonly room: readonly number[];
}

export interface Relaxed {
  /** The best x in fractions; without meaning where no x has room. */
  readonly counts: number[];
  /** Price of one unit of room, by row, ≥ 0: any such prices bound the packing from above. */
  readonly rowPrices: number[];
}

const EPSILON = 1e-9;
/** What lacking a unit of room costs, in highest gains: more than any that a packing here pays for one. */
const LACK = 1000;

/**
 * The packing in fractions, by the simplex method on a condensed tableau (columns at zero, rows by their slack). Prices
 * are only as good as the arithmetic, so whoever bounds with them adds up anew what they say.
 */
export function relax(packing: Packing): Relaxed {
  const tableau = new Tableau(packing);
  tableau.maximize();
  return { counts: tableau.columnValues(), rowPrices: tableau.rowPrices() };
}

/** Columns whose own limit is below what a row leaves them; rows to which others give say nothing. */
function boundedColumns({ most, uses, room }: Packing): number[] {
  const isGiven = room.map(() => false);
  for (const own of uses) for (const { row, units } of own) if (units < 0) isGiven[row] = true;
  return most.flatMap((limit, column) => {
    const isImplied = (uses[column] ?? []).some(({ row, units }) => {
      const left = room[row] ?? 0;
      return units > 0 && left >= 0 && !isGiven[row] && left / units <= limit;
    });
    return isImplied ? [] : [column];
  });
}

/**
 * Cells by row; last row: the objective, negated; last column: what is left of each row. Ids: columns 0 to n - 1, then
 * the slacks of the rows, then the lacks of rows whose room is below 0.
 */
class Tableau {
  private readonly cells: Float64Array;
  private readonly width: number;
  private readonly rows: number;
  private readonly inRow: number[];
  private readonly inColumn: number[];
  private readonly columns: number;

  constructor(private readonly packing: Packing) {
    const { gains, uses, room, most } = packing;
    const bounded = boundedColumns(packing);
    const short = room.flatMap((units, row) => (units < 0 ? [row] : []));
    this.columns = gains.length;
    this.rows = room.length + bounded.length;
    this.width = gains.length + short.length + 1;
    this.cells = new Float64Array((this.rows + 1) * this.width);
    this.inRow = Array.from({ length: this.rows }, (_, row) => gains.length + row);
    this.inColumn = [...gains.keys(), ...short.map((row) => gains.length + row)];
    for (const [column, gain] of gains.entries()) {
      this.set(this.rows, column, -gain);
      for (const { row, units } of uses[column] ?? []) this.set(row, column, units);
    }
    for (const [row, units] of room.entries()) this.set(row, this.width - 1, units);
    for (const [i, column] of bounded.entries()) {
      this.set(room.length + i, column, 1);
      this.set(room.length + i, this.width - 1, most[column] ?? 0);
    }
    for (const [i, row] of short.entries()) this.addLack(row, gains.length + i);
  }

  /** The row stands by what it lacks; its slack becomes a column. */
  private addLack(row: number, slackColumn: number): void {
    const cost = LACK * Math.max(1, ...this.packing.gains.map(Math.abs));
    this.set(row, slackColumn, 1);
    for (let c = 0; c < this.width; c += 1) {
      const units = this.at(row, c);
      this.set(row, c, -units);
      this.set(this.rows, c, this.at(this.rows, c) + cost * units);
    }
    this.inRow[row] = this.columns + this.rows + row;
  }

  private set(row: number, column: number, value: number): void {
    this.cells[row * this.width + column] = value;
  }

  private at(row: number, column: number): number {
    return this.cells[row * this.width + column] ?? 0;
  }

  maximize(): void {
    const mostPivots = 20 * (this.rows + this.width);
    for (let pivots = 0; pivots < mostPivots; pivots += 1) {
      const column = this.entering(pivots > mostPivots / 2);
      if (column < 0) return;
      const row = this.leaving(column);
      if (row < 0) return;
      this.pivot(row, column);
    }
  }

  /** Steepest first; the first that gains once it may be going in circles. */
  private entering(isCircling: boolean): number {
    let best = -1;
    let bestCost = -EPSILON;
    for (let column = 0; column < this.width - 1; column += 1) {
      const cost = this.at(this.rows, column);
      if (cost >= bestCost) continue;
      best = column;
      if (isCircling) return best;
      bestCost = cost;
    }
    return best;
  }

  private leaving(column: number): number {
    let best = -1;
    let bestRatio = Number.POSITIVE_INFINITY;
    for (let row = 0; row < this.rows; row += 1) {
      const cell = this.at(row, column);
      if (cell <= EPSILON) continue;
      const ratio = this.at(row, this.width - 1) / cell;
      if (ratio >= bestRatio) continue;
      best = row;
      bestRatio = ratio;
    }
    return best;
  }

  private pivot(row: number, column: number): void {
    const { cells, width } = this;
    const start = row * width;
    const inverse = 1 / this.at(row, column);
    for (let c = 0; c < width; c += 1) cells[start + c] = (cells[start + c] ?? 0) * inverse;
    cells[start + column] = inverse;
    for (let r = 0; r <= this.rows; r += 1) {
      const own = r * width;
      const factor = cells[own + column] ?? 0;
      if (r === row || factor === 0) continue;
      for (let c = 0; c < width; c += 1) cells[own + c] = (cells[own + c] ?? 0) - factor * (cells[start + c] ?? 0);
      cells[own + column] = -factor * inverse;
    }
    const entered = this.inColumn[column] ?? 0;
    this.inColumn[column] = this.inRow[row] ?? 0;
    this.inRow[row] = entered;
  }

  columnValues(): number[] {
    const values = this.packing.gains.map(() => 0);
    for (const [row, id] of this.inRow.entries()) if (id < this.columns) values[id] = this.at(row, this.width - 1);
    return values;
  }

  rowPrices(): number[] {
    const prices = this.packing.room.map(() => 0);
    for (const [column, id] of this.inColumn.entries()) {
      const row = id - this.columns;
      if (row >= 0 && row < prices.length) prices[row] = Math.max(0, this.at(this.rows, column));
    }
    return prices;
  }
}
