import { DAY_MS } from '../../../kernel/period';

/** An order counts for a channel that the resident entered by within this time (product.md A4). */
export const ATTRIBUTION_WINDOW_MS = 7 * DAY_MS;

/**
 * Ways in (product.md A4). flyer: paper with a code of its own. card, poster: a neighbour's. group: a card opened in an
 * estate's group. article: of the official account. link: Weibo, Douyin, SMS, e-mail, bloggers, partner shops. staff: a
 * staff member's own code. search: WeChat's search.
 */
export const CHANNEL_KINDS = ['flyer', 'card', 'poster', 'group', 'article', 'link', 'staff', 'search'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** One entry by a channel. */
export type Touch = {
  /** `<kind>_<id of the flyer, card, group, link …>` */
  readonly channelId: string;
  readonly kind: ChannelKind;
  readonly estateId: string | null;
  readonly atMs: number;
};

export interface Touched {
  readonly firstTouch: Touch | null;
  readonly lastTouch: Touch | null;
}

/** First touch stays for good; the newest replaces the last. */
export function afterTouch(before: Touched, touch: Touch): Touched {
  return { firstTouch: before.firstTouch ?? touch, lastTouch: touch };
}

/** Whether noting the same entry again would tell nothing new: reloads of a page are one visit an hour. */
const SAME_VISIT_MS = 60 * 60_000;
export function isSameVisit(before: Touched, touch: Touch): boolean {
  const last = before.lastTouch;
  return last !== null && last.channelId === touch.channelId && touch.atMs - last.atMs < SAME_VISIT_MS;
}

/** What an order placed now is attributed to: [touch, touch + 7 days). */
export interface Attribution {
  readonly firstChannelId: string | null;
  readonly lastChannelId: string | null;
}

export function attributionAt(touched: Touched, nowMs: number): Attribution {
  const counts = (touch: Touch | null) =>
    touch !== null && nowMs >= touch.atMs && nowMs - touch.atMs < ATTRIBUTION_WINDOW_MS ? touch.channelId : null;
  return { firstChannelId: counts(touched.firstTouch), lastChannelId: counts(touched.lastTouch) };
}
