import { MINUTE_MS } from '../../kernel/period';
import { operation, type Room } from '../../platform/room';
import { noticeContract } from './contract';
import { agree } from './operations/agree';
import { carrySend, sendDue } from './operations/due';
import { popup } from './operations/popup';

export const noticeRoom: Room = {
  resident: {
    'notice.agree': operation(noticeContract['notice.agree'], agree),
    'notice.popup': operation(noticeContract['notice.popup'], popup),
  },
  carriers: { 'notice.send': carrySend },
  jobs: { 'notice.sendDue': { everyMs: MINUTE_MS, run: sendDue } },
};
