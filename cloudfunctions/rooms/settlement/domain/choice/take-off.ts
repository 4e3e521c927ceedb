import { shareOut } from '../../../../kernel/allocate';
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
  /** By place in `option.lines`, ≥ 0. */
  readonly sharesFen: readonly Fen[];
}

/** Takes one option off the amounts, in place. What no line can take is not granted. */
export function takeOff(option: Option, amountsFen: Fen[], floorsFen: readonly Fen[]): Taken {
  const { lines } = option;
  let leftFen = 0;
  for (let n = 0; n < lines.length; n += 1) leftFen += amountsFen[lines[n] ?? 0] ?? 0;
  const { sharesFen, grantedFen } = shareOver(takeOf(option.rung.terms, leftFen), lines, amountsFen, floorsFen);
  return { option, amountFen: grantedFen, sharesFen };
}

/** Shares an amount over lines in proportion to what they are now, and takes it off them in place. */
export function shareOver(
  amountFen: Fen,
  lines: readonly number[],
  amountsFen: Fen[],
  floorsFen: readonly Fen[],
): { readonly grantedFen: Fen; readonly sharesFen: readonly Fen[] } {
  const weightsFen: Fen[] = [];
  const capsFen: Fen[] = [];
  const sharesFen: Fen[] = [];
  for (let n = 0; n < lines.length; n += 1) {
    const i = lines[n] ?? 0;
    const weightFen = amountsFen[i] ?? 0;
    weightsFen.push(weightFen);
    capsFen.push(Math.max(0, weightFen - (floorsFen[i] ?? 0)));
    sharesFen.push(0);
  }
  const grantedFen = shareOut(amountFen, weightsFen, capsFen, sharesFen);
  for (let n = 0; n < lines.length; n += 1) {
    const i = lines[n] ?? 0;
    amountsFen[i] = (amountsFen[i] ?? 0) - (sharesFen[n] ?? 0);
  }
  return { grantedFen, sharesFen };
}

/** Takes a choice off, each part at its turn, in place. */
export function takeOffAll(options: readonly Option[], amountsFen: Fen[], floorsFen: readonly Fen[]): Taken[] {
  return [...options].sort(byTurn).map((option) => takeOff(option, amountsFen, floorsFen));
}
