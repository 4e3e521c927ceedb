import { hashOf } from '../kernel/ids';
import type { Context, StaffContext, StaffRole } from './context';
import { atLeast, atMost, type Db, type Json, oneOf, type Scalar, type Stored } from './db';

/** Who works for the shop; `_id` is the person's resident id. Read on every call of the staff door. */
export interface StaffMember extends Stored {
  readonly name: string;
  readonly roles: readonly StaffRole[];
  /** False: has left; the entry stays for the log. */
  readonly active: boolean;
}

export const STAFF = 'staff';

export async function activeStaff(db: Db, residentId: string): Promise<StaffMember | null> {
  const member = await db.get<StaffMember>(STAFF, residentId);
  return member?.active ? member : null;
}

const STAFF_LOG = 'staffLog';
/** A prize that came with an order (rooms/order): the draw's counter lists it with those handed over there. */
export const BROUGHT = 'prize.bring';

export interface StaffLogEntry extends Stored {
  readonly atMs: number;
  readonly staffId: string;
  readonly staffName: string;
  readonly operation: string;
  /** `_id` of the document that was changed. */
  readonly target: string;
  readonly before: Json;
  readonly after: Json;
}

/**
 * Every staff action is logged with before and after. The entry's id names the call too: pause, resume, pause are three.
 * `logId`: of an act whose retry is the same act.
 */
export async function logStaffAction(
  context: StaffContext,
  action: {
    readonly logId?: string;
    readonly operation: string;
    readonly target: string;
    readonly before: Json;
    readonly after: Json;
  },
): Promise<void> {
  const { staffId, staffName, nowMs, traceId } = context;
  const what = [
    staffId,
    traceId,
    action.operation,
    action.target,
    JSON.stringify(action.before),
    JSON.stringify(action.after),
  ];
  const { logId = hashOf(...what), ...told } = action;
  await context.db.insert<StaffLogEntry>(STAFF_LOG, {
    _id: logId,
    atMs: nowMs,
    staffId,
    staffName,
    ...told,
  });
}

/** Entries of one operation, the last first, from that moment back. */
export const staffLogUntil = (db: Db, operation: string, untilMs: number, limit: number): Promise<StaffLogEntry[]> =>
  db.find<StaffLogEntry>(STAFF_LOG, {
    where: { operation, atMs: atMost(untilMs) },
    orderBy: [
      ['atMs', 'desc'],
      ['_id', 'asc'],
    ],
    limit,
  });

/** Entries of these operations since then, that say this of what came of it. */
export const countStaffLog = (
  db: Db,
  operations: readonly string[],
  sinceMs: number,
  after: { readonly [field: string]: Scalar },
): Promise<number> => db.count(STAFF_LOG, { operation: oneOf(operations), atMs: atLeast(sinceMs), after });

/** Something that a person must look at. The id comes from the cause: the same trouble is one alert. */
export async function raiseAlert(context: Context, kind: string, cause: string, detail: Json): Promise<void> {
  context.log.error('alert', { kind, cause });
  await context.db.insert('alerts', {
    _id: hashOf(kind, cause),
    kind,
    cause,
    detail,
    atMs: context.nowMs,
    seen: false,
  });
}
