import { hashOf } from '../../../kernel/ids';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { Context } from '../../../platform/context';
import type { StaffMember } from '../../../platform/staff';
import type { Estate } from '../domain/estate';
import { insertEstate, insertStaff } from '../store';

/** Opens an estate. Refused: ESTATE_UNSOUND. An estate that exists is left as it is. */
export async function publishEstate({ db }: Pick<Context, 'db'>, estate: Estate): Promise<Result<undefined>> {
  const { name, buildings, baseFreightFen, rushFeeFen, distanceMeters } = estate;
  const sound =
    name.trim() !== '' &&
    buildings.length > 0 &&
    new Set(buildings).size === buildings.length &&
    [baseFreightFen, rushFeeFen ?? 0, distanceMeters].every((n) => Number.isSafeInteger(n) && n >= 0);
  if (!sound) return refuse('ESTATE_UNSOUND', { estateId: estate._id });
  await insertEstate(db, estate);
  return ok(undefined);
}

/** Takes someone on. Roles are read from here on every call of the staff door. */
export async function publishStaff({ db }: Pick<Context, 'db'>, member: StaffMember): Promise<Result<undefined>> {
  if (member.name.trim() === '' || member.roles.length === 0)
    return refuse('STAFF_UNSOUND', { of: hashOf(member._id) });
  await insertStaff(db, member);
  return ok(undefined);
}
