import { above, add, atMost, type Db, type Json, present, remove, set } from '../../platform/db';
import { activeStaff, STAFF, type StaffMember } from '../../platform/staff';
import type { Estate } from './domain/estate';
import { newResident, type Resident } from './domain/resident';
import type { Stage, Visit } from './domain/visit';

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

/** A shop has some dozens. */
const MOST_STAFF = 1_000;

/** Who puts up flyers, and still works here; by name. */
export async function promoters(db: Db): Promise<StaffMember[]> {
  const members = await db.find<StaffMember>(STAFF, { where: { name: present() }, limit: MOST_STAFF });
  const active = members.filter(({ active, roles }) => active && roles.includes('promoter'));
  return active.sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function insertStaff(db: Db, member: StaffMember): Promise<'inserted' | 'exists'> {
  return db.insert(STAFF, member);
}

export function findResident(db: Db, residentId: string): Promise<Resident | null> {
  return db.get<Resident>('residents', residentId);
}

export function residentsOf(db: Db, residentIds: readonly string[]): Promise<Map<string, Resident>> {
  return db.getMany<Resident>('residents', residentIds);
}

/** False: there is one by now. */
export async function insertResident(db: Db, resident: Resident): Promise<boolean> {
  return (await db.insert('residents', resident)) === 'inserted';
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

const VISITS = 'visits';

export function findVisit(db: Db, visitId: string): Promise<Visit | null> {
  return db.get<Visit>(VISITS, visitId);
}

export function insertVisit(db: Db, visit: Visit): Promise<'inserted' | 'exists'> {
  return db.insert(VISITS, visit);
}

/** Has the visit looked at and counted again. */
export function recountVisit(db: Db, visitId: string, nowMs: number): Promise<boolean> {
  return db.update(VISITS, { _id: visitId }, { rev: add(1), tallyDueAt: nowMs });
}

/** False: there is no such visit. */
export function markClaim(db: Db, visitId: string, op: string, atMs: number): Promise<boolean> {
  return db.update(VISITS, { _id: visitId }, { rev: add(1), claims: { [op]: atMs }, tallyDueAt: atMs });
}

/** False: there is no such visit, or an order was paid for it before. */
export function markPaid(db: Db, visitId: string, orderId: string, atMs: number): Promise<boolean> {
  const paid = { paidAtMs: set(atMs), paidOrderId: set(orderId), tallyDueAt: set(atMs) };
  return db.update(VISITS, { _id: visitId, paidAtMs: null }, { rev: add(1), ...paid });
}

/** Those that were written longest ago first. */
export function visitsDue(db: Db, nowMs: number, limit: number): Promise<Visit[]> {
  return db.find<Visit>(VISITS, {
    where: { tallyDueAt: atMost(nowMs) },
    orderBy: [
      ['tallyDueAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  });
}

/** CAS on `rev`; false: it was written meanwhile. `dueAt` null: every count knows it as it is. */
export function settleVisit(
  db: Db,
  { _id, rev }: Visit,
  change: Partial<Pick<Visit, 'joinedAtMs' | 'claimedAtMs' | 'claims'>>,
  dueAt: number | null,
): Promise<boolean> {
  const fields = Object.entries(change).map(([field, value]) => [field, set(value as Json)]);
  const tallyDueAt = dueAt === null ? remove() : set(dueAt);
  return db.update(VISITS, { _id, rev }, { rev: add(1), ...Object.fromEntries(fields), tallyDueAt });
}

/** Residents whose visit of that day fits and has come to the stage. */
export function countVisits(
  db: Db,
  where: Partial<Pick<Visit, 'channelId' | 'kind' | 'batchId' | 'place' | 'promoterId' | 'day'>>,
  stage: Stage,
): Promise<number> {
  return db.count(VISITS, { ...where, [`${stage}AtMs`]: above(0) });
}
