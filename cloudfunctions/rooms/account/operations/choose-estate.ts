import { ok, type Result, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import type { SessionView } from '../contract';
import { findEstate } from '../store';
import { changeResident } from './change-resident';
import { type SessionParts, session } from './session';

/** Any estate that the shop knows may be chosen, also one not yet served: it says so. Refused: ESTATE_UNKNOWN. */
export async function chooseEstate(
  context: ResidentContext,
  { estateId }: { readonly estateId: string },
  parts: SessionParts,
): Promise<Result<SessionView>> {
  if (!(await findEstate(context.db, estateId))) return refuse('ESTATE_UNKNOWN', {});
  const chosen = await changeResident(context, context.residentId, (resident) =>
    ok({ write: resident.estateId === estateId ? null : { estateId }, value: undefined }),
  );
  return chosen.ok ? session(context, parts) : chosen;
}
