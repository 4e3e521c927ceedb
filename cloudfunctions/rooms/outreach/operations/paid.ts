import type { Context } from '../../../platform/context';
import type { Carried, Effect } from '../../../platform/effects';
import { CHANNEL_KINDS, type ChannelKind, NO_ORIGIN, notePaid } from '../../account';
import { originOf } from '../domain/entry';
import { findFlyers } from '../store';

/** What an order writes when it is paid; the effect's target is the channel. */
export interface PaidByChannel {
  readonly residentId: string;
  readonly orderId: string;
}

/** The first paid order that counts for a channel, noted on the resident's visit. Done again, it finds itself done. */
export async function carryPaid({ db }: Context, { target, at, data }: Effect): Promise<Carried> {
  const { residentId, orderId } = data as unknown as PaidByChannel;
  const kind = kindOf(target);
  // A touch whose visit a crash swallowed: it is made up for from the flyer as it hangs now.
  const flyer = kind === 'flyer' ? (await findFlyers(db, [target.slice('flyer_'.length)])).values().next().value : null;
  const origin = flyer ? originOf(flyer) : NO_ORIGIN;
  const touch = { channelId: target, kind, estateId: null, atMs: at };
  await notePaid(db, { residentId, touch, origin, wasNew: false }, orderId);
  return 'done';
}

const kindOf = (channelId: string): ChannelKind =>
  CHANNEL_KINDS.find((kind) => channelId.startsWith(`${kind}_`)) ?? 'link';
