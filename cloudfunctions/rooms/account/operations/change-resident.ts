import { ok, type Result, refuse } from '../../../kernel/result';
import type { Context } from '../../../platform/context';
import { NoAnswer } from '../../../platform/db';
import { newResident, type Resident } from '../domain/resident';
import { findResident, insertResident, type ResidentChange, writeResident } from '../store';

/** Writers of one resident are that resident's own devices: a few rounds settle any race. */
const MOST_ROUNDS = 8;

export type ResidentDecision<Value> = Result<{ readonly write: ResidentChange | null; readonly value: Value }>;

/**
 * Reads the profile, decides, writes by CAS; decides again when another device wrote first, or when an answer was lost
 * (the decision must find by itself that it is done already). `known`: the profile as just read, null where
 * there was none, which saves a round trip.
 * Refused with the decision's own code, or BUSY.
 */
export async function changeResident<Value>(
  { db, nowMs }: Context,
  residentId: string,
  decide: (resident: Resident) => ResidentDecision<Value>,
  known?: Resident | null,
): Promise<Result<Value>> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const read = round === 0 && known !== undefined ? known : await findResident(db, residentId);
    const resident = read ?? newResident(residentId, nowMs);
    const decision = decide(resident);
    if (!decision.ok) return decision;
    const { write, value } = decision.data;
    if (write === null) return ok(value);
    const save = () => (read ? writeResident(db, read, write) : insertResident(db, { ...resident, ...write }));
    if (await wrote(save)) return ok(value);
  }
  return refuse('BUSY', {});
}

async function wrote(write: () => Promise<boolean>): Promise<boolean> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof NoAnswer) return false;
    throw error;
  }
}
