import { MINUTE_MS } from '../../kernel/period';
import { operation, type Room } from '../../platform/room';
import { noticeContract } from './contract';
import { agree } from './operations/agree';
import { carrySend, sendDue } from './operations/due';
import { popup } from './operations/popup';
import { type NoticeParts, sourcesWith } from './operations/sources';

export type { Reminder } from './domain/reminder';

/** `parts`: what rooms that notice may not know are to be reminded of. */
export function makeNoticeRoom(parts: NoticeParts): Room {
  const sources = sourcesWith(parts);
  return {
    resident: {
      'notice.agree': operation(noticeContract['notice.agree'], (context, input) => agree(sources, context, input)),
      'notice.popup': operation(noticeContract['notice.popup'], popup),
    },
    carriers: { 'notice.send': carrySend },
    jobs: { 'notice.sendDue': { everyMs: MINUTE_MS, run: (context) => sendDue(sources, context) } },
  };
}
