/** Counters with many takers (protocol-of-holds.md, Documents). */
export type Quantities = { readonly [key: string]: number };

export interface Mark {
  /** Units per key that this operation took, or gave. */
  readonly q: Quantities;
  /** Birth of the operation, the same in all its retries. */
  readonly at: number;
  /** h: held, provisional. c: captured, a tombstone until pruned to the ledger. */
  readonly s: 'h' | 'c';
  /** The decider's `_id`. */
  readonly by: string;
  /** A credit: its units came in. Absent: they went out. */
  readonly gave?: true;
}

/** What the marks of an operation did to `left`, per key: + came in, − went out. */
export const signedUnits = ({ q, gave }: Pick<Mark, 'q' | 'gave'>): Quantities =>
  gave ? q : Object.fromEntries(Object.entries(q).map(([key, units]) => [key, -units]));

export interface Cell {
  readonly _id: string;
  /** Never negative. Keys: SKU ids on a shelf, campaign and offer ids in a budget cell, `n` in a simple cell. */
  readonly left: Quantities;
  /** What it was opened with, plus what was put in since: invariants and reports count from it. */
  readonly initial: Quantities;
  /** Nothing older than this can be applied (epoch ms). */
  readonly horizon: number;
  /** Number of marks in state h; indexed, the sweeper reads `open > 0`. */
  readonly open: number;
  readonly held: { readonly [op: string]: Mark };
}

/** The cell of a campaign's money: its caps and what is left of them. */
export const budgetCellId = (campaignId: string): string => `budget_${campaignId}`;
