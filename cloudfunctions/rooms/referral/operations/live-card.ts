import { ok, type Result } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import { readCells } from '../../../platform/holds/cells';
import type { LiveCardView } from '../contract';
import { type Card, limitCellId } from '../domain/card';
import type { Programme } from '../domain/programme';
import { findCard, writeCard } from '../store';
import { ownCard } from './my-card';

/** Neighbours whom the card has bound and not lost again, from the marks of its limits. */
async function membersOf({ db }: Pick<ResidentContext, 'db'>, cardId: string): Promise<number> {
  const cellId = limitCellId(cardId);
  const cell = (await readCells(db, [cellId])).get(cellId);
  const marks = Object.values(cell?.held ?? {});
  return marks.reduce((sum, { gave }) => sum + (gave ? -1 : 1), 0);
}

/**
 * The message whose text WeChat keeps up to date in the chat ("成员正在加入，当前 12/50 人", its own words): made once a day at
 * most, as it lives 24 hours. Where WeChat makes none, the card is shared as it is. Refused as ownCard is.
 */
export async function liveCard(context: ResidentContext): Promise<Result<LiveCardView>> {
  const own = await ownCard(context);
  if (!own.ok) return own;
  const { card, programme } = own.data;
  const [live, memberCount] = await Promise.all([liveOf(context, card), membersOf(context, card._id)]);
  const isLive = live !== null && live.endsAtMs > context.nowMs;
  return ok({ activityId: isLive ? live.activityId : null, memberCount, roomLimit: programme.mostInAll });
}

async function liveOf(context: ResidentContext, card: Card): Promise<Card['live']> {
  const { db, nowMs, wechat, log } = context;
  if (card.live && card.live.endsAtMs > nowMs) return card.live;
  try {
    const live = await wechat.createActivityId();
    // Another device may have made one at the same moment: the one that is kept is the one that is told.
    if (await writeCard(db, card, { live })) return live;
    return (await findCard(db, card._id))?.live ?? null;
  } catch (error) {
    log.error('no-activity-id', { cardId: card._id, why: String(error) });
    return null;
  }
}

/** Tells WeChat the new number. A text in a chat is worth no retry: the next neighbour's binding tells it again. */
export async function tellLiveCard(
  context: ResidentContext,
  { _id: cardId, live }: Card,
  programme: Programme,
): Promise<void> {
  if (!live || live.endsAtMs <= context.nowMs) return;
  try {
    const memberCount = await membersOf(context, cardId);
    const { activityId } = live;
    await context.wechat.setUpdatableMessage({ activityId, memberCount, roomLimit: programme.mostInAll });
  } catch (error) {
    context.log.error('live-card-not-told', { cardId, why: String(error) });
  }
}
