import { DAY_MS, MINUTE_MS } from '../../kernel/period';
import type { StaffRole } from '../../platform/context';
import { operation, type Room, staffOperation } from '../../platform/room';
import { groupContract, staffGroupContract } from './contract';
import { board } from './operations/board';
import { enter } from './operations/enter';
import { entry } from './operations/entry';
import { make } from './operations/make';
import { carryOrdered } from './operations/ordered';
import { link, list, setCount, setOpen, setPicture } from './operations/staff';
import { tell } from './operations/tell';
import { forgetDays, watchGroups } from './operations/watch';

export { type Group, groupIdOf } from './domain/group';
export { publishGroup } from './operations/publish';

const KEEPERS: readonly StaffRole[] = ['promoter', 'shop', 'operator', 'owner'];

export const groupRoom: Room = {
  resident: {
    'group.entry': operation(groupContract['group.entry'], entry),
    'group.board': operation(groupContract['group.board'], board),
    'group.enter': operation(groupContract['group.enter'], enter),
    'group.tell': operation(groupContract['group.tell'], tell),
  },
  staff: {
    'group.list': staffOperation(staffGroupContract['group.list'], KEEPERS, list),
    'group.make': staffOperation(staffGroupContract['group.make'], KEEPERS, make),
    'group.picture': staffOperation(staffGroupContract['group.picture'], KEEPERS, setPicture),
    'group.count': staffOperation(staffGroupContract['group.count'], KEEPERS, setCount),
    'group.open': staffOperation(staffGroupContract['group.open'], KEEPERS, setOpen),
    'group.link': staffOperation(staffGroupContract['group.link'], KEEPERS, link),
  },
  carriers: { 'group.ordered': carryOrdered },
  jobs: {
    'group.watch': { everyMs: 5 * MINUTE_MS, run: watchGroups },
    'group.forgetDays': { everyMs: DAY_MS, run: forgetDays },
  },
};
