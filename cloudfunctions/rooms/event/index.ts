import { MINUTE_MS } from '../../kernel/period';
import type { StaffRole } from '../../platform/context';
import { outboxJob } from '../../platform/outbox/outbox';
import { operation, type Room, staffOperation } from '../../platform/room';
import { eventContract, staffEventContract } from './contract';
import { eventOutbox } from './operations/carry-out';
import { checkIn } from './operations/check-in';
import { publish } from './operations/publish';
import { cancel, signUp, view } from './operations/resident';
import { save } from './operations/save';
import { MONEY_PREFIX, settleMoney } from './operations/settle';
import { board, callOff, guests, today } from './operations/staff';
import { tendEvents } from './operations/tend';

export { eventMarks } from './operations/reckon';
export { eventReminder } from './operations/remind';

const HOSTS: readonly StaffRole[] = ['promoter', 'shop', 'operator', 'owner'];
/** Who may spend a campaign's money. */
const PLANNERS: readonly StaffRole[] = ['operator', 'owner'];

export const eventRoom: Room = {
  resident: {
    'event.view': operation(eventContract['event.view'], view),
    'event.signUp': operation(eventContract['event.signUp'], signUp),
    'event.cancel': operation(eventContract['event.cancel'], cancel),
  },
  staff: {
    'event.board': staffOperation(staffEventContract['event.board'], HOSTS, board),
    'event.today': staffOperation(staffEventContract['event.today'], HOSTS, today),
    'event.guests': staffOperation(staffEventContract['event.guests'], HOSTS, guests),
    'event.checkIn': staffOperation(staffEventContract['event.checkIn'], HOSTS, checkIn),
    'event.save': staffOperation(staffEventContract['event.save'], PLANNERS, save),
    'event.publish': staffOperation(staffEventContract['event.publish'], PLANNERS, publish),
    'event.callOff': staffOperation(staffEventContract['event.callOff'], PLANNERS, callOff),
  },
  settlers: { [MONEY_PREFIX]: settleMoney },
  outboxes: [eventOutbox],
  jobs: {
    'event.tend': { everyMs: MINUTE_MS, run: tendEvents },
    'event.outbox': outboxJob(eventOutbox),
  },
};
