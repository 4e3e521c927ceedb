import { hashOf } from '../../../kernel/ids';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import { noteTouch } from '../../account';
import type { GroupEnteredView } from '../contract';
import { groupOfChat } from '../store';

/** Of the same chat always the same; WeChat's own id of it is not kept. */
export const chatIdOf = (openGId: string): string => hashOf('chat', openGId);

/**
 * A card of ours was opened inside a chat. The id is asked of WeChat by its ticket, so a page cannot make one up. Keeps
 * the channel, and the chat's estate where the resident has chosen none. Joining or coming by a group earns nothing.
 * Refused: GROUP_TICKET_OLD (tickets live 5 minutes).
 */
export async function enter(
  context: ResidentContext,
  { cloudId }: { readonly cloudId: string },
): Promise<Result<GroupEnteredView>> {
  const openGId = await context.wechat.groupOf(cloudId);
  if (openGId === null) return refuse('GROUP_TICKET_OLD', {});
  const chatId = chatIdOf(openGId);
  const group = await groupOfChat(context.db, chatId);
  const channelId = `group_${group?._id ?? chatId}`;
  const touch = { channelId, kind: 'group' as const, estateId: group?.estateId ?? null, atMs: context.nowMs };
  const noted = await noteTouch(context, touch);
  return noted.ok ? ok({ isOurs: group !== null, estateId: noted.data.estateId }) : noted;
}
