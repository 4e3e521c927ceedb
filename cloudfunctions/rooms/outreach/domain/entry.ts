import type { Refusal } from '../../../kernel/result';
import { type Batch, linkOfSet } from './batch';
import { readCode } from './code';
import { type Flyer, flyerChannelId, flyerId, type Place, refusalOf, standingOf } from './flyer';
import { kindOfMedium, type Link, linkChannelId, linkRefusal } from './link';

/** What a code leads into, be it on paper or in a post. */
export interface Entry {
  readonly id: string;
  readonly channelId: string;
  readonly kind: 'flyer' | 'article' | 'staff' | 'search' | 'link';
  readonly estateId: string | null;
  readonly estateName: string;
  /** The promoter's own words for it, or ''. */
  readonly note: string;
  readonly campaignId: string;
  readonly templateId: string | null;
  readonly expiresAtMs: number;
  readonly batchId: string | null;
  readonly place: Place | null;
  readonly promoterId: string | null;
  /** Why it opens nothing; null: it is open. */
  readonly closed: Refusal | null;
}

export function flyerEntry(flyer: Flyer, batch: Batch | null, nowMs: number): Entry {
  const {
    _id: id,
    estateId,
    estateName,
    note,
    campaignId,
    templateId,
    expiresAtMs,
    batchId,
    place,
    promoterId,
  } = flyer;
  const kept = { id, estateId, estateName, note, campaignId, templateId, expiresAtMs, batchId, place, promoterId };
  const closed = refusalOf(standingOf(flyer, batch, nowMs));
  return { ...kept, channelId: flyerChannelId(id), kind: 'flyer', closed };
}

export function linkEntry(link: Link, nowMs: number): Entry {
  const { _id: id, estateId, estateName, campaignId, templateId, expiresAtMs } = link;
  return {
    ...{ id, estateId, estateName: estateName ?? '', note: '', campaignId, templateId, expiresAtMs },
    ...{ batchId: null, place: null, promoterId: null },
    channelId: linkChannelId(id),
    kind: kindOfMedium(link.medium),
    closed: linkRefusal(link, nowMs),
  };
}

/** The channel that a code leads in by, be there such a code or not. */
export function channelOf(scene: string): string {
  const code = readCode(scene);
  return code?.number === 0 ? linkChannelId(linkOfSet(code.set)) : flyerChannelId(flyerId(scene));
}

/** The touch of who comes in by it now. */
export const touchOf = ({ channelId, kind, estateId }: Entry, atMs: number) => ({ channelId, kind, estateId, atMs });

export const originOf = ({ batchId, place, promoterId }: Pick<Entry, 'batchId' | 'place' | 'promoterId'>) => ({
  batchId,
  place,
  promoterId,
});
