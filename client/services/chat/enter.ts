import { useSession } from '@/stores/session';
import { resident } from '../doors';
import { chatTicket } from '.';

/** WeChat's numbers for a card opened in a chat: without and with a ticket of its own, and from a chat's tools. */
const fromChats: readonly number[] = [1008, 1044, 1158, 1185];

/** Browsers have no such number; there the ticket decides. */
const mayBeChat = (scene: number | null): boolean => scene === null || fromChats.includes(scene);

/**
 * Tells the shop which group a card was opened in: it becomes the entry channel, and its estate the resident's where none
 * was chosen. Nobody waits for it, and what goes wrong is nobody's trouble.
 */
export async function noteChat(scene: number | null): Promise<void> {
  if (!mayBeChat(scene)) return;
  try {
    const cloudId = await chatTicket();
    if (cloudId === null) return;
    const before = useSession.getState().me?.estate?.estateId ?? null;
    const reply = await resident.call('group.enter', { cloudId });
    if (reply.ok && reply.data.estateId !== before) await useSession.getState().refresh();
  } catch {
    // Without it the visit has no channel, and all else is as it was.
  }
}
