import type { Fen } from '../../../kernel/fen';

/** Who bears a reduction, in fen ≥ 0: of each line share a merchant bears floor(|share| × bps / 10,000). */
export interface FundingShares {
  readonly shopFen: Fen;
  readonly merchantsFen: Readonly<Record<string, Fen>>;
}
