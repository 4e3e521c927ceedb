import { Sharing } from '../../../../kernel/allocate';
import type { Fen } from '../../../../kernel/fen';
import { sorted } from '../order';
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

/** One sharing at a time, all of them in turn. */
let room = new Sharing(128);

/** The room, with space for so many lines. */
function roomFor(lines: number): Sharing {
  if (room.most < lines) room = new Sharing(2 * lines);
  return room;
}

/** Takes one option off the amounts, in place, and returns what it took. What no line can take is not granted. */
export function takeOff({ rung, lines }: Option, amountsFen: Fen[], floorsFen: readonly Fen[]): Fen {
  return takeShares(takeOf(rung.terms, leftOf(lines, amountsFen)), lines, amountsFen, floorsFen);
}

/** Takes one option off the amounts, in place. */
export function takenOff(option: Option, amountsFen: Fen[], floorsFen: readonly Fen[]): Taken {
  const amountFen = takeOff(option, amountsFen, floorsFen);
  return { option, amountFen, sharesFen: sharesIn(room, option.lines.length) };
}

/** Takes a choice off, each part at its turn, in place. */
export function takeOffAll(options: readonly Option[], amountsFen: Fen[], floorsFen: readonly Fen[]): Taken[] {
  const taken: Taken[] = [];
  for (const option of sorted(options, byTurn)) taken.push(takenOff(option, amountsFen, floorsFen));
  return taken;
}

/** Shares an amount over lines in proportion to what they are now, and takes it off them in place. Returns the shares. */
export function shareOver(
  amountFen: Fen,
  lines: readonly number[],
  amountsFen: Fen[],
  floorsFen: readonly Fen[],
): readonly Fen[] {
  takeShares(amountFen, lines, amountsFen, floorsFen);
  return sharesIn(room, lines.length);
}

/** Shares as many points as were spent in proportion to the fen that they paid; lines without a share take none. */
export function sharePoints(points: number, paidFen: readonly Fen[]): readonly number[] {
  const sharing = roomFor(paidFen.length);
  for (let n = 0; n < paidFen.length; n += 1) {
    sharing.weightsFen[n] = paidFen[n] ?? 0;
    sharing.capsFen[n] = (paidFen[n] ?? 0) > 0 ? points : 0;
  }
  sharing.share(points, paidFen.length);
  return sharesIn(sharing, paidFen.length);
}

function sharesIn({ sharesFen }: Sharing, count: number): Fen[] {
  const shares = new Array<Fen>(count);
  for (let n = 0; n < count; n += 1) shares[n] = whole(sharesFen[n] ?? 0);
  return shares;
}

/**
 * The same number. One read from an array of floats is kept as a float wherever it goes, in a box of its own; rounded down
 * it is a small whole number again. Such boxes were a sixth of what a quote allocates.
 */
function whole(fen: Fen): Fen {
  return Math.floor(fen);
}

function leftOf(lines: readonly number[], amountsFen: readonly Fen[]): Fen {
  let leftFen = 0;
  for (let n = 0; n < lines.length; n += 1) leftFen += amountsFen[lines[n] ?? 0] ?? 0;
  return leftFen;
}

/** Returns what was granted; the shares are in the room until the next sharing. */
function takeShares(amountFen: Fen, lines: readonly number[], amountsFen: Fen[], floorsFen: readonly Fen[]): Fen {
  const sharing = roomFor(lines.length);
  const { weightsFen, capsFen, sharesFen } = sharing;
  for (let n = 0; n < lines.length; n += 1) {
    const i = lines[n] ?? 0;
    const weightFen = amountsFen[i] ?? 0;
    weightsFen[n] = weightFen;
    capsFen[n] = Math.max(0, weightFen - (floorsFen[i] ?? 0));
  }
  const grantedFen = sharing.share(amountFen, lines.length);
  for (let n = 0; n < lines.length; n += 1) {
    const i = lines[n] ?? 0;
    amountsFen[i] = (amountsFen[i] ?? 0) - whole(sharesFen[n] ?? 0);
  }
  return whole(grantedFen);
}
