import { absent, atLeast, atMost, type Db, remove, type Update } from '../../platform/db';
import { getAnswered, isDone } from '../../platform/holds/answers';
import type { Message, MessageState } from './domain/message';

const MESSAGES = 'messages';
/** A minute's work of the timer. */
const MOST_DUE = 200;

export const findMessage = (db: Db, messageId: string): Promise<Message | null> => db.get<Message>(MESSAGES, messageId);

/** One that is known to be there. */
export async function readMessage(db: Db, messageId: string): Promise<Message> {
  const message = await getAnswered<Message>(db, MESSAGES, messageId);
  if (!message) throw new Error(`message ${messageId} is gone`);
  return message;
}

export const insertMessage = (db: Db, message: Message): Promise<'inserted' | 'exists'> =>
  db.insert<Message>(MESSAGES, message);

export const dueMessages = (db: Db, nowMs: number): Promise<Message[]> =>
  db.find<Message>(MESSAGES, {
    where: { nextAtMs: atMost(nowMs) },
    orderBy: [
      ['nextAtMs', 'asc'],
      ['_id', 'asc'],
    ],
    limit: MOST_DUE,
  });

/** How many this resident agreed to since then. */
export const countSince = (db: Db, residentId: string, sinceMs: number): Promise<number> =>
  db.count(MESSAGES, { residentId, atMs: atLeast(sinceMs) });

/** One step; false: it was in another state, or it is not known whether it is in this one now. */
export function moveMessage(db: Db, _id: string, from: MessageState, change: Update): Promise<boolean> {
  return isDone(db.update(MESSAGES, { _id, state: from }, change));
}

/** The last step: the timer has nothing more to do with it, and WeChat's name for the resident leaves (PIPL 47). */
export const endMessage = (db: Db, _id: string, from: MessageState, to: MessageState): Promise<boolean> =>
  moveMessage(db, _id, from, { state: to, nextAtMs: remove(), openid: '' });

/** The pop-ups that a resident has seen, by campaign: the Shanghai day of the last time. */
type PopupBook = { readonly _id: string; readonly days: { readonly [campaignId: string]: string } };
const POPUPS = 'popups';

export const findPopups = (db: Db, residentId: string): Promise<PopupBook | null> =>
  db.get<PopupBook>(POPUPS, residentId);

/** True for one caller a campaign and day. Without an answer it counts as shown: at most once. */
export async function markPopup(
  db: Db,
  residentId: string,
  book: PopupBook | null,
  seen: { readonly campaignId: string; readonly day: string },
): Promise<boolean> {
  const { campaignId, day } = seen;
  if (!book)
    return (await db.insert<PopupBook>(POPUPS, { _id: residentId, days: { [campaignId]: day } })) === 'inserted';
  const before = book.days[campaignId];
  const where = { _id: residentId, days: { [campaignId]: before ?? absent() } };
  return db.update(POPUPS, where, { days: { [campaignId]: day } });
}
