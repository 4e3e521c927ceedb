import type { Offer } from '../../settlement';
import type { Campaign } from './campaign';
import type { Head } from './head';

/** What a list of offers was made of, and the time in which it stays as it is. */
interface Remembered {
  readonly campaigns: readonly Campaign[];
  readonly pauses: string;
  /** [fromMs, untilMs) */
  readonly fromMs: number;
  readonly untilMs: number;
  readonly offers: readonly Offer[];
}

/** Estates and pauses of one shop at one time are few; a change makes a new list, and the oldest goes. */
const MOST_REMEMBERED = 16;

/** By the first of the campaigns: versions never change, and when none is needed any more, what was made of them goes. */
const byCampaign = new WeakMap<Campaign, Remembered[]>();

/**
 * The same list for the same versions, pauses and time, so that what settlement prepares of it is prepared once and not
 * for every quote. `make` must depend on nothing else; `changesAtMs`: the instants at which time changes the list.
 */
export function rememberedOffers(
  head: Head,
  campaigns: readonly Campaign[],
  nowMs: number,
  changesAtMs: (offer: Offer) => readonly number[],
  make: () => Offer[],
): readonly Offer[] {
  const [first] = campaigns;
  if (!first) return make();
  const pauses = pausesOf(head, campaigns);
  const known = byCampaign.get(first) ?? [];
  const same = known.find((one) => one.pauses === pauses && isAt(one, nowMs) && isSame(one.campaigns, campaigns));
  if (same) return same.offers;
  const changes = campaigns.flatMap(({ offers }) => offers.flatMap(changesAtMs));
  const fromMs = Math.max(Number.NEGATIVE_INFINITY, ...changes.filter((atMs) => atMs <= nowMs));
  const untilMs = Math.min(Number.POSITIVE_INFINITY, ...changes.filter((atMs) => atMs > nowMs));
  const one: Remembered = { campaigns, pauses, fromMs, untilMs, offers: make() };
  byCampaign.set(first, [one, ...known].slice(0, MOST_REMEMBERED));
  return one.offers;
}

function isAt({ fromMs, untilMs }: Remembered, nowMs: number): boolean {
  return nowMs >= fromMs && nowMs < untilMs;
}

function isSame(a: readonly Campaign[], b: readonly Campaign[]): boolean {
  return a.length === b.length && a.every((campaign, i) => campaign === b[i]);
}

/** All of the head that pauses these campaigns or offers of theirs. */
function pausesOf({ stopped, campaigns: heads }: Head, campaigns: readonly Campaign[]): string {
  return JSON.stringify([
    stopped,
    ...campaigns.map(({ campaignId }) => {
      const here = heads[campaignId];
      return here ? [here.paused, Object.keys(here.pausedOffers).filter((id) => here.pausedOffers[id])] : null;
    }),
  ]);
}
