import type { Prepared, PreparedOffers } from '../prepared';
import type { NotApplied } from '../quote';
import { type Asked, type Closed, whyOfferClosed } from './conditions';
import { missedAs } from './missed';

/** Which offers are open for a resident at a moment. Each is asked once, whoever looks at it. */
export class Openness {
  private readonly closed: readonly (Closed | null)[];

  constructor({ all }: PreparedOffers, asked: Asked) {
    const closed: (Closed | null)[] = [];
    for (const { offer } of all) closed.push(whyOfferClosed(offer, asked));
    this.closed = closed;
  }

  /** Null where every condition but scope and threshold holds. */
  whyClosed({ rank }: Prepared<unknown>): Closed | null {
    return this.closed[rank] ?? null;
  }

  private areOpen(list: readonly Prepared<unknown>[]): boolean {
    for (const one of list) if (this.whyClosed(one)) return false;
    return true;
  }

  /** The open ones of a list in its order; why others are closed is told where `missed` is given. */
  openOf<P extends Prepared<unknown>>(list: readonly P[], missed?: NotApplied[]): readonly P[] {
    if (this.areOpen(list)) return list;
    const open: P[] = [];
    for (const one of list) {
      const closed = this.whyClosed(one);
      if (!closed) open.push(one);
      else missed?.push(missedAs(closed, one.from));
    }
    return open;
  }
}
