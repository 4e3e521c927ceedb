/** What one of a column takes of a row; below 0: it gives. */
export interface Use {
  readonly row: number;
  readonly units: number;
}

/** max gains · x, with uses · x ≤ room in every row and 0 ≤ x ≤ most. Room may be below 0: then columns must give. */
export interface Packing {
  readonly gains: readonly number[];
  readonly most: readonly number[];
  /** By column; their rows by the numbers they have outside. */
  readonly uses: readonly (readonly Use[])[];
  /** Index of a row here, by its number outside. */
  readonly rowAt: readonly number[];
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
function boundedColumns({ most, uses, rowAt, room }: Packing): number[] {
  const isGiven: boolean[] = new Array(room.length).fill(false);
  for (const own of uses) for (const { row, units } of own) if (units < 0) isGiven[rowAt[row] ?? -1] = true;
  const isImplied = (own: readonly Use[], limit: number): boolean => {
    for (const { row, units } of own) {
      const at = rowAt[row] ?? -1;
      const left = room[at] ?? 0;
      if (units > 0 && left >= 0 && !isGiven[at] && left / units <= limit) return true;
    }
    return false;
  };
  const bounded: number[] = [];
  for (let column = 0; column < most.length; column += 1)
    if (!isImplied(uses[column] ?? [], most[column] ?? 0)) bounded.push(column);
  return bounded;
}

/** Cells of a tableau that is done with, for the next one: there is one at a time. */
let spare = new Float64Array(1024);

function cellsFor(count: number): Float64Array {
  if (spare.length < count) spare = new Float64Array(2 * count);
  else spare.fill(0, 0, count);
  return spare;
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
    const { gains, room } = packing;
    const bounded = boundedColumns(packing);
    const short: number[] = [];
    for (let row = 0; row < room.length; row += 1) if ((room[row] ?? 0) < 0) short.push(row);
    this.columns = gains.length;
    this.rows = room.length + bounded.length;
    this.width = gains.length + short.length + 1;
    this.cells = cellsFor((this.rows + 1) * this.width);
    this.inRow = new Array<number>(this.rows);
    for (let row = 0; row < this.rows; row += 1) this.inRow[row] = this.columns + row;
    this.inColumn = new Array<number>(this.width - 1);
    for (let column = 0; column < this.columns; column += 1) this.inColumn[column] = column;
    this.fill(bounded);
    for (let i = 0; i < short.length; i += 1) {
      const row = short[i] ?? 0;
      this.inColumn[this.columns + i] = this.columns + row;
      this.addLack(row, this.columns + i);
    }
  }

  private fill(bounded: readonly number[]): void {
    const { gains, uses, rowAt, room, most } = this.packing;
    for (let column = 0; column < this.columns; column += 1) {
      this.set(this.rows, column, -(gains[column] ?? 0));
      for (const { row, units } of uses[column] ?? []) this.set(rowAt[row] ?? 0, column, units);
    }
    for (let row = 0; row < room.length; row += 1) this.set(row, this.width - 1, room[row] ?? 0);
    for (let i = 0; i < bounded.length; i += 1) {
      const column = bounded[i] ?? 0;
      this.set(room.length + i, column, 1);
      this.set(room.length + i, this.width - 1, most[column] ?? 0);
    }
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
    const values = new Array<number>(this.columns).fill(0);
    for (let row = 0; row < this.rows; row += 1) {
      const id = this.inRow[row] ?? 0;
      if (id < this.columns) values[id] = this.at(row, this.width - 1);
    }
    return values;
  }

  rowPrices(): number[] {
    const prices = new Array<number>(this.packing.room.length).fill(0);
    for (let column = 0; column < this.inColumn.length; column += 1) {
      const row = (this.inColumn[column] ?? 0) - this.columns;
      if (row >= 0 && row < prices.length) prices[row] = Math.max(0, this.at(this.rows, column));
    }
    return prices;
  }
}
