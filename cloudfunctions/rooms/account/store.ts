import { add, type Db, type Json, present, set } from '../../platform/db';
import { activeStaff, STAFF, type StaffMember } from '../../platform/staff';
import type { Estate } from './domain/estate';
import { newResident, type Resident } from './domain/resident';

/** An estate shop knows some dozens; one page of the platform's largest answer holds them all. */
const MOST_ESTATES = 1000;

export function findEstate(db: Db, estateId: string): Promise<Estate | null> {
  return db.get<Estate>('estates', estateId);
}

export function allEstates(db: Db): Promise<Estate[]> {
  return db.find<Estate>('estates', { where: { name: present() }, orderBy: [['name', 'asc']], limit: MOST_ESTATES });
}

export function insertEstate(db: Db, estate: Estate): Promise<'inserted' | 'exists'> {
  return db.insert('estates', estate);
}

export function findStaff(db: Db, residentId: string): Promise<StaffMember | null> {
  return activeStaff(db, residentId);
}

export function insertStaff(db: Db, member: StaffMember): Promise<'inserted' | 'exists'> {
  return db.insert(STAFF, member);
}

export function findResident(db: Db, residentId: string): Promise<Resident | null> {
  return db.get<Resident>('residents', residentId);
}

/** Inserts an empty profile where there is none; two first calls at once leave one. */
export async function createResident(db: Db, residentId: string, nowMs: number): Promise<Resident> {
  const fresh = newResident(residentId, nowMs);
  if ((await db.insert('residents', fresh)) === 'inserted') return fresh;
  const existing = await findResident(db, residentId);
  if (!existing) throw new Error(`resident ${residentId} exists and cannot be read`);
  return existing;
}

export type ResidentChange = Partial<Omit<Resident, '_id' | 'rev' | 'createdAtMs'>>;

/** CAS on `rev`; false: someone else wrote first. */
export function writeResident(db: Db, resident: Resident, change: ResidentChange): Promise<boolean> {
  const fields = Object.entries(change).map(([field, value]) => [field, set(value as Json)]);
  return db.update(
    'residents',
    { _id: resident._id, rev: resident.rev },
    { rev: add(1), ...Object.fromEntries(fields) },
  );
}
