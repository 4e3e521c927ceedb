import type { ParsedInputOf } from '../../../contract';
import { hashOf } from '../../../kernel/ids';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import { orUnknown } from '../../../platform/holds/answers';
import { estateFacts } from '../../account';
import type { GroupEntryView, groupContract } from '../contract';
import { chooseGroup, usableGroups } from '../domain/group';
import { groupView } from '../domain/views';
import { addTo, findShow, type GroupShow, groupsOf, insertShow, moveShow } from '../store';

type Input = ParsedInputOf<(typeof groupContract)['group.entry']>;

/** One seat for each resident and estate. */
export const showIdOf = (estateId: string, residentId: string): string => hashOf('group-show', estateId, residentId);

/** The estate's code of this moment (活码). 2 round trips, 1 for who saw it before. Refused: ESTATE_UNKNOWN. */
export async function entry(context: ResidentContext, { estateId, not }: Input): Promise<Result<GroupEntryView>> {
  const { db, nowMs, residentId } = context;
  const showId = showIdOf(estateId, residentId);
  const [groups, show, estate] = await Promise.all([
    groupsOf(db, estateId),
    findShow(db, showId),
    estateFacts(context, estateId),
  ]);
  if (!estate) return refuse('ESTATE_UNKNOWN', {});
  const chosen = chooseGroup(groups, { shownId: show?.groupId ?? null, notId: not ?? null, nowMs });
  if (chosen && chosen._id !== show?.groupId) await noteShown(context, showId, show, chosen._id);
  return ok({
    estateId,
    estateName: estate.name,
    group: chosen && groupView(chosen, groups, nowMs),
    canSwap: usableGroups(groups, nowMs).some(({ _id }) => _id !== chosen?._id),
  });
}

/**
 * Counts a seat for this resident. Two devices at once may count two, and a lost request none: it is an estimate, and the
 * watch reckons it again from the shows.
 */
async function noteShown(
  { db, nowMs }: ResidentContext,
  showId: string,
  before: GroupShow | null,
  groupId: string,
): Promise<void> {
  const show = { _id: showId, groupId, atMs: nowMs, toldOf: 0 };
  await Promise.all([
    orUnknown<unknown>(before ? moveShow(db, before, groupId, nowMs) : insertShow(db, show)),
    orUnknown(addTo(db, groupId, 'shown')),
  ]);
}
