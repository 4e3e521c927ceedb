import type { Setting } from './nth-settings';
import type { Way, Ways } from './nth-ways';

/**
 * The best units for one setting: with the number reduced and the threshold given, all that a group saves is that number ×
 * what the threshold saves, plus, for each unit before it, what that one saves more or less. So each unit chooses by itself,
 * and those that gain most take the limited price. Room is used again from setting to setting.
 */
export class Assignment {
  fen = 0;
  preference = 0;
  /** By place in the component's lines; the limited way is for `limitedUnits` of them. */
  readonly plain: (Way | undefined)[] = [];
  readonly limited: (Way | undefined)[] = [];
  readonly limitedUnits: number[] = [];
  private readonly gainFen: number[] = [];
  private readonly gainPreference: number[] = [];

  constructor(
    private readonly ways: Ways,
    /** Units that may take the limited price. */
    private readonly most: number,
  ) {}

  /** Finds them for so many units by line; `fen` and `preference` say what they come to at best. */
  find(units: readonly number[], settings: readonly Setting[]): void {
    this.fen = 0;
    this.preference = 0;
    for (const { reducedUnits, savesFen } of settings) this.fen -= reducedUnits * savesFen;
    for (let at = 0; at < units.length; at += 1) this.chooseFor(at, units[at] ?? 0, settings);
    this.limit(units);
  }

  private chooseFor(at: number, units: number, settings: readonly Setting[]): void {
    const plain = bestOf(this.ways.plain[at] ?? [], settings);
    const limited = bestOf(this.ways.limited[at] ?? [], settings);
    this.plain[at] = plain;
    this.limited[at] = limited;
    this.limitedUnits[at] = 0;
    if (!plain) return;
    const plainFen = worthFen(plain, settings);
    this.fen += units * plainFen;
    this.preference += units * plain.preference;
    this.gainFen[at] = limited ? worthFen(limited, settings) - plainFen : 0;
    this.gainPreference[at] = limited ? limited.preference - plain.preference : 0;
  }

  /** The largest gains take the limited price, as far as it goes. */
  private limit(units: readonly number[]): void {
    for (let left = this.most; left > 0; ) {
      let best = -1;
      for (let at = 0; at < units.length; at += 1) {
        if (this.limitedUnits[at] === 0 && (units[at] ?? 0) > 0 && this.isLess(at, best)) best = at;
      }
      if (best < 0) return;
      const taken = Math.min(left, units[best] ?? 0);
      this.limitedUnits[best] = taken;
      this.fen += taken * (this.gainFen[best] ?? 0);
      this.preference += taken * (this.gainPreference[best] ?? 0);
      left -= taken;
    }
  }

  /** Whether the line at `at` gains more than that at `other`; -1: more than nothing. */
  private isLess(at: number, other: number): boolean {
    const fen = (this.gainFen[at] ?? 0) - (other < 0 ? 0 : (this.gainFen[other] ?? 0));
    const preference = (this.gainPreference[at] ?? 0) - (other < 0 ? 0 : (this.gainPreference[other] ?? 0));
    return fen < 0 || (fen === 0 && preference < 0);
  }
}

function bestOf(ways: readonly Way[], settings: readonly Setting[]): Way | undefined {
  let best: Way | undefined;
  let bestFen = 0;
  for (const way of ways) {
    const fen = worthFen(way, settings);
    const isBetter = !best || fen < bestFen || (fen === bestFen && way.preference < best.preference);
    if (isBetter) [best, bestFen] = [way, fen];
  }
  return best;
}

/** What the unit costs, as far as it alone decides. */
function worthFen({ tag, group, place, savesFen }: Way, settings: readonly Setting[]): number {
  const setting = settings[group];
  return setting && place < setting.threshold ? tag.fen - savesFen + setting.savesFen : tag.fen;
}
