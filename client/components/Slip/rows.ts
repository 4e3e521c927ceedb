/** A line of the slip. A reduction is negative. Freight that is waived shows `waivedFen` struck and 「免」, and adds 0. */
export interface SlipRow {
  key: string;
  what: string;
  /** The reason, under the name. */
  why?: string;
  amountFen: number;
  waivedFen?: number;
  /** 「加餐」: it came with the order. */
  mark?: string;
  /** In place of the amount, which is 0: 「送」. */
  word?: string;
}

/** What the rows come to; equals the slip's total. */
export const slipSumFen = (rows: readonly SlipRow[]): number => rows.reduce((sum, row) => sum + row.amountFen, 0);
