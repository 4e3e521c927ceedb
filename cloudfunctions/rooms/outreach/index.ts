import { MINUTE_MS } from '../../kernel/period';
import type { StaffRole } from '../../platform/context';
import { operation, type Room, staffOperation } from '../../platform/room';
import { staffOutreachContract as contract, outreachContract } from './contract';
import { batches, batchForStaff, makeBatch, retireBatch, sheet } from './operations/batches';
import { choices } from './operations/choices';
import { claim } from './operations/claim';
import { funnel } from './operations/funnel';
import { land } from './operations/land';
import { links, makeLink, retireLink } from './operations/links';
import { carryPaid } from './operations/paid';
import {
  activateFlyer,
  flyerForStaff,
  myFlyers,
  promotersForStaff,
  reassignFlyer,
  retireFlyer,
} from './operations/staff';
import { tally } from './operations/tally';

export { printBatch } from './operations/batches';

const WHO_PUTS_UP: readonly StaffRole[] = ['promoter', 'shop', 'operator', 'owner'];
const WHO_PLANS: readonly StaffRole[] = ['operator', 'owner'];

export const outreachRoom: Room = {
  resident: {
    'outreach.land': operation(outreachContract['outreach.land'], land),
    'outreach.claim': operation(outreachContract['outreach.claim'], claim),
  },
  staff: {
    'outreach.flyer': staffOperation(contract['outreach.flyer'], WHO_PUTS_UP, flyerForStaff),
    'outreach.activateFlyer': staffOperation(contract['outreach.activateFlyer'], WHO_PUTS_UP, activateFlyer),
    'outreach.reassignFlyer': staffOperation(contract['outreach.reassignFlyer'], WHO_PUTS_UP, reassignFlyer),
    'outreach.retireFlyer': staffOperation(contract['outreach.retireFlyer'], WHO_PUTS_UP, retireFlyer),
    'outreach.myFlyers': staffOperation(contract['outreach.myFlyers'], WHO_PUTS_UP, myFlyers),
    'outreach.promoters': staffOperation(contract['outreach.promoters'], WHO_PUTS_UP, promotersForStaff),
    'outreach.choices': staffOperation(contract['outreach.choices'], WHO_PLANS, choices),
    'outreach.makeBatch': staffOperation(contract['outreach.makeBatch'], WHO_PLANS, makeBatch),
    'outreach.batches': staffOperation(contract['outreach.batches'], WHO_PLANS, batches),
    'outreach.batch': staffOperation(contract['outreach.batch'], WHO_PLANS, batchForStaff),
    'outreach.retireBatch': staffOperation(contract['outreach.retireBatch'], WHO_PLANS, retireBatch),
    'outreach.sheet': staffOperation(contract['outreach.sheet'], WHO_PLANS, sheet),
    'outreach.makeLink': staffOperation(contract['outreach.makeLink'], WHO_PLANS, makeLink),
    'outreach.links': staffOperation(contract['outreach.links'], WHO_PLANS, links),
    'outreach.retireLink': staffOperation(contract['outreach.retireLink'], WHO_PLANS, retireLink),
    'outreach.funnel': staffOperation(contract['outreach.funnel'], WHO_PLANS, funnel),
  },
  carriers: { 'channel.paid': carryPaid },
  jobs: { 'outreach.tally': { everyMs: MINUTE_MS, run: tally } },
};
