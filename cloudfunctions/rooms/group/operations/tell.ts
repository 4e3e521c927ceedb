import { ok, type Result, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import { raiseAlert } from '../../../platform/staff';
import { addTo, findGroup, markTold } from '../store';
import { showIdOf } from './entry';

/**
 * A code that does not open. Counts once for each resident who was shown it; the first one is an alert. Refused:
 * GROUP_UNKNOWN.
 */
export async function tell(
  context: ResidentContext,
  { groupId }: { readonly groupId: string },
): Promise<Result<{ readonly told: true }>> {
  const group = await findGroup(context.db, groupId);
  if (!group?.picture) return refuse('GROUP_UNKNOWN', {});
  const { atMs } = group.picture;
  if (await markTold(context.db, showIdOf(group.estateId, context.residentId), atMs)) {
    await addTo(context.db, groupId, 'troubled');
    await raiseAlert(context, 'GROUP_CODE_DOES_NOT_OPEN', `${groupId} ${atMs}`, { groupId, name: group.name });
  }
  return ok({ told: true });
}
