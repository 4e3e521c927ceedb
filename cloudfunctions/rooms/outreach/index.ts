import type { StaffRole } from '../../platform/context';
import { operation, type Room, staffOperation } from '../../platform/room';
import { outreachContract, staffOutreachContract } from './contract';
import { claim } from './operations/claim';
import { land } from './operations/land';
import { activateFlyer, flyerForStaff, myFlyers, retireFlyer } from './operations/staff';

export { printBatch } from './operations/print';

const WHO_PUTS_UP: readonly StaffRole[] = ['promoter', 'shop', 'operator', 'owner'];

export const outreachRoom: Room = {
  resident: {
    'outreach.land': operation(outreachContract['outreach.land'], land),
    'outreach.claim': operation(outreachContract['outreach.claim'], claim),
  },
  staff: {
    'outreach.flyer': staffOperation(staffOutreachContract['outreach.flyer'], WHO_PUTS_UP, flyerForStaff),
    'outreach.activateFlyer': staffOperation(
      staffOutreachContract['outreach.activateFlyer'],
      WHO_PUTS_UP,
      activateFlyer,
    ),
    'outreach.retireFlyer': staffOperation(staffOutreachContract['outreach.retireFlyer'], WHO_PUTS_UP, retireFlyer),
    'outreach.myFlyers': staffOperation(staffOutreachContract['outreach.myFlyers'], WHO_PUTS_UP, myFlyers),
  },
};
