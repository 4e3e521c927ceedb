import type { Fen } from '../../../../kernel/fen';
import type { Choice } from './compare';
import type { Taken } from './take-off';

export interface Found extends Choice {
  /** False: the limit ended the search, and this is the best that it saw. */
  readonly proven: boolean;
  readonly considered: number;
  /** Each part at its turn. */
  readonly taken: readonly Taken[];
  /** What is left, by line index. */
  readonly leftFen: Fen[];
}
