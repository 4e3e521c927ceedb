/** max gains · x, with uses · x ≤ room in every row and 0 ≤ x ≤ most. */
export interface Packing {
  readonly gains: readonly number[];
  readonly most: readonly number[];
  /** By column: what one of it takes of which row. */
  readonly uses: readonly (readonly { readonly row: number; readonly units: number }[])[];
  readonly room: readonly number[];
}

export interface Relaxed {
  /** The best x in fractions. */
  readonly counts: number[];
  /** Price of one unit of room, by row, ≥ 0: any such prices bound the packing from above. */
  readonly rowPrices: number[];
}

const EPSILON = 1e-9;

/**
 * The packing in fractions, by the simplex method on a condensed tableau (columns at zero, rows by their slack). Prices
 * are only as good as the arithmetic, so whoever bounds with them adds up anew what they say.
 */
export function relax(packing: Packing): Relaxed {
  const columns = packing.gains.length;
  const bounds = boundRows(packing);
  const rows = packing.room.length + bounds.length;
  const tableau = new Tableau(rows, columns);
  for (const [row, room] of packing.room.entries()) tableau.set(row, columns, room);
  for (const [column, uses] of packing.uses.entries()) {
    for (const { row, units } of uses) tableau.set(row, column, units);
    tableau.set(rows, column, -(packing.gains[column] ?? 0));
  }
  for (const [i, column] of bounds.entries()) {
    tableau.set(packing.room.length + i, column, 1);
    tableau.set(packing.room.length + i, columns, packing.most[column] ?? 0);
  }
  tableau.maximize();
  return { counts: tableau.columnValues(), rowPrices: tableau.rowPrices(packing.room.length) };
}

/** Columns whose own limit is below what the rows leave them. */
function boundRows({ most, uses, room }: Packing): number[] {
  return most.flatMap((limit, column) => {
    const fits = (uses[column] ?? []).map(({ row, units }) => (room[row] ?? 0) / units);
    return limit < Math.min(...fits) ? [column] : [];
  });
}

/** Last row: the objective, negated. Last column: what is left of each row. */
class Tableau {
  private readonly cells: Float64Array;
  private readonly width: number;
  /** What stands in each row and column: columns 0 to n - 1, then slacks. */
  private readonly inRow: number[];
  private readonly inColumn: number[];

  constructor(
    private readonly rows: number,
    private readonly columns: number,
  ) {
    this.width = columns + 1;
    this.cells = new Float64Array((rows + 1) * this.width);
    this.inRow = Array.from({ length: rows }, (_, row) => columns + row);
    this.inColumn = Array.from({ length: columns }, (_, column) => column);
  }

  set(row: number, column: number, value: number): void {
    this.cells[row * this.width + column] = value;
  }

  private at(row: number, column: number): number {
    return this.cells[row * this.width + column] ?? 0;
  }

  maximize(): void {
    const mostPivots = 20 * (this.rows + this.columns);
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
    for (let column = 0; column < this.columns; column += 1) {
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
      const ratio = this.at(row, this.columns) / cell;
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
      const factor = cells[r * width + column] ?? 0;
      if (r === row || factor === 0) continue;
      const own = r * width;
      for (let c = 0; c < width; c += 1) cells[own + c] = (cells[own + c] ?? 0) - factor * (cells[start + c] ?? 0);
      cells[own + column] = -factor * inverse;
    }
    const entered = this.inColumn[column] ?? 0;
    this.inColumn[column] = this.inRow[row] ?? 0;
    this.inRow[row] = entered;
  }

  columnValues(): number[] {
    const values = Array.from({ length: this.columns }, () => 0);
    for (const [row, what] of this.inRow.entries()) if (what < this.columns) values[what] = this.at(row, this.columns);
    return values;
  }

  rowPrices(count: number): number[] {
    const prices = Array.from({ length: count }, () => 0);
    for (const [column, what] of this.inColumn.entries()) {
      const row = what - this.columns;
      if (row >= 0 && row < count) prices[row] = Math.max(0, this.at(this.rows, column));
    }
    return prices;
  }
}
