import type { ParsedInputOf } from '../../../contract';
import { hashOf } from '../../../kernel/ids';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { StaffContext } from '../../../platform/context';
import { NoAnswer } from '../../../platform/db';
import { orUnknown } from '../../../platform/holds/answers';
import type { Call } from '../../../platform/room';
import { logStaffAction } from '../../../platform/staff';
import { estateFacts } from '../../account';
import type { StaffGroupView, staffGroupContract } from '../contract';
import { type Group, groupIdOf, ORDINARY_SEATS } from '../domain/group';
import { staffGroupView } from '../domain/views';
import { groupsOf, insertGroup } from '../store';

type Input = ParsedInputOf<(typeof staffGroupContract)['group.make']>;

/** An estate of more groups than this is several estates. */
const MOST_OF_ESTATE = 50;
const MAKE_TRIES = 8;

/**
 * The estate's next group, without a code yet. The same key makes one. Refused: ESTATE_UNKNOWN, GROUP_SEATS (an ordinary
 * group's code admits 200), TOO_MANY_GROUPS.
 */
export async function make(context: StaffContext, input: Input, call: Call): Promise<Result<StaffGroupView>> {
  const { db, nowMs } = context;
  if (input.kind === 'ordinary' && input.seats > ORDINARY_SEATS)
    return refuse('GROUP_SEATS', { seats: ORDINARY_SEATS });
  const madeBy = hashOf(context.staffId, call.requestKey);
  const estate = await estateFacts(context, input.estateId);
  if (!estate) return refuse('ESTATE_UNKNOWN', {});
  for (let tried = 0; tried < MAKE_TRIES; tried += 1) {
    const all = (await groupsOf(db, input.estateId)) as MadeGroup[];
    const mine = all.find((group) => group.madeBy === madeBy);
    if (mine) return ok(staffGroupView(mine, all, nowMs));
    const number = all.reduce((most, group) => Math.max(most, group.number), 0) + 1;
    if (number > MOST_OF_ESTATE) return refuse('TOO_MANY_GROUPS', { most: MOST_OF_ESTATE });
    const group = newGroup(input, number, madeBy, nowMs);
    // "exists", or no answer: another one was quicker, or this one is there already; both are seen by reading again.
    if ((await orUnknown(insertGroup(db, group))) !== 'inserted') continue;
    await logStaffAction(context, { operation: 'group.make', target: group._id, before: null, after: { ...input } });
    return ok(staffGroupView(group, [...all, group], nowMs));
  }
  throw new NoAnswer(`making a group of ${input.estateId}`);
}

type MadeGroup = Group & { readonly madeBy: string };

function newGroup(input: Input, number: number, madeBy: string, nowMs: number): MadeGroup {
  const { estateId, name, keeper, kind, seats, joinWayId = null } = input;
  return {
    _id: groupIdOf(estateId, number),
    madeBy,
    rev: 0,
    ...{ estateId, number, name, keeper, kind, seats, joinWayId },
    isOpen: true,
    picture: null,
    counted: { members: 0, atMs: nowMs },
    ...{ shown: 0, troubled: 0, chatId: null },
  };
}
