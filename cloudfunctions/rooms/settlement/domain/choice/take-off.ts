import { allocate } from '../../../../kernel/allocate';
import type { Fen } from '../../../../kernel/fen';
import { byTurn, type Option, takeOf } from './option';

/** Current amounts of the lines and the floors they keep. */
export interface Ground {
  readonly amountsFen: readonly Fen[];
  readonly floorsFen: readonly Fen[];
}

export interface Taken {
  readonly option: Option;
  readonly amountFen: Fen;
  /** By line index, ≥ 0. */
  readonly sharesFen: ReadonlyMap<number, Fen>;
}

/** Takes one option off the amounts, in place. What no line can take is not granted. */
export function takeOff(option: Option, amountsFen: Fen[], floorsFen: readonly Fen[]): Taken {
  const leftFen = option.lines.reduce((sum, i) => sum + (amountsFen[i] ?? 0), 0);
  const { sharesFen, grantedFen } = shareOver(takeOf(option.rung.terms, leftFen), option.lines, amountsFen, floorsFen);
  return { option, amountFen: grantedFen, sharesFen };
}

/** Shares an amount over lines in proportion to what they are now, and takes it off them in place. */
export function shareOver(
  amountFen: Fen,
  lines: readonly number[],
  amountsFen: Fen[],
  floorsFen: readonly Fen[],
): { readonly grantedFen: Fen; readonly sharesFen: ReadonlyMap<number, Fen> } {
  const targets = lines.map((i) => {
    const weightFen = amountsFen[i] ?? 0;
    return { weightFen, capFen: Math.max(0, weightFen - (floorsFen[i] ?? 0)) };
  });
  const allocated = allocate(amountFen, targets);
  const sharesFen = new Map<number, Fen>();
  for (const [n, i] of lines.entries()) {
    const shareFen = allocated.sharesFen[n] ?? 0;
    if (shareFen === 0) continue;
    sharesFen.set(i, shareFen);
    amountsFen[i] = (amountsFen[i] ?? 0) - shareFen;
  }
  return { grantedFen: allocated.grantedFen, sharesFen };
}

/** Takes a choice off, each part at its turn, in place. */
export function takeOffAll(options: readonly Option[], amountsFen: Fen[], floorsFen: readonly Fen[]): Taken[] {
  return [...options].sort(byTurn).map((option) => takeOff(option, amountsFen, floorsFen));
}
