import type { LandingView } from '@rooms/outreach/contract';

export interface Gift {
  /** What the flyer brings in round money, at most; 0 where it is a rate and nobody can say yet. */
  readonly fen: number;
  /** Taken off a newcomer's first order by itself; 0: not for this resident. */
  readonly firstOrderFen: number;
}

/** What the headline may promise: only what this resident can really have. */
export function giftOf({ template, firstOrderOffFen, isNew }: LandingView): Gift {
  const firstOrderFen = isNew ? (firstOrderOffFen ?? 0) : 0;
  const mine = template !== null && (template.state === 'to-claim' || template.state === 'claimed');
  const { terms } = template ?? {};
  const isSum = terms?.kind === 'fixed' || terms?.kind === 'freight';
  const couponFen = mine && isSum ? terms.offFen : 0;
  return { fen: couponFen + firstOrderFen, firstOrderFen };
}
