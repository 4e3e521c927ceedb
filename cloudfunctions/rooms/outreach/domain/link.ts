import { type Refusal, refuse } from '../../../kernel/result';

/** Where a link is published (product.md A4). */
export const MEDIA = ['weibo', 'douyin', 'sms', 'email', 'kol', 'partner', 'article', 'staff', 'search'] as const;
export type Medium = (typeof MEDIA)[number];

/** A link code: one for a post, a blogger, a text message … */
export type Link = {
  /** `l_` and 12 hex digits, which its code begins with. */
  readonly _id: string;
  readonly rev: number;
  readonly title: string;
  readonly medium: Medium;
  readonly campaignId: string;
  readonly campaignTitle: string;
  /** What it brings; null: the way in alone. */
  readonly templateId: string | null;
  readonly templateTitle: string | null;
  /** Null: it is for no estate in particular. */
  readonly estateId: string | null;
  readonly estateName: string | null;
  readonly expiresAtMs: number;
  readonly madeAtMs: number;
  /** Sorts by when it was made, and no two alike. */
  readonly listKey: string;
  readonly madeBy: string;
  readonly inputHash: string;
  readonly state: 'open' | 'retired';
};

/** Articles, staff codes and the entry from search have kinds of their own; what is left is a link elsewhere. */
export const kindOfMedium = (medium: Medium): 'article' | 'staff' | 'search' | 'link' =>
  medium === 'article' || medium === 'staff' || medium === 'search' ? medium : 'link';

export const linkChannelId = (linkId: string): string => `link_${linkId}`;

/** Why it opens nothing; null: it is open. */
export function linkRefusal(
  { state, expiresAtMs }: Pick<Link, 'state' | 'expiresAtMs'>,
  nowMs: number,
): Refusal | null {
  if (state === 'retired') return refuse('LINK_RETIRED', {});
  return nowMs >= expiresAtMs ? refuse('LINK_EXPIRED', {}) : null;
}
