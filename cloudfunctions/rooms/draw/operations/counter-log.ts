import { PAGE_ROWS, type Page } from '../../../contract';
import { hashOf } from '../../../kernel/ids';
import { DAY_MS, shanghaiDay, startOfShanghaiDay } from '../../../kernel/period';
import { ok, type Result } from '../../../kernel/result';
import type { StaffContext } from '../../../platform/context';
import type { Db } from '../../../platform/db';
import { journalEntriesOf } from '../../../platform/holds/entries';
import { ledgerId } from '../../../platform/holds/ledger';
import { BROUGHT, countStaffLog, logStaffAction, type StaffLogEntry, staffLogUntil } from '../../../platform/staff';
import type { HandOverRow } from '../domain/staff-views';
import { type Faces, shownName } from '../domain/winners';
import type { FoundPrize } from './counter';
import { facesOf } from './faces';

export const GIVEN = 'draw.handOver';
export const DECLINED = 'draw.declineHandOver';

export interface Told {
  readonly op: string;
  readonly code: string;
  readonly by: 'scan' | 'typed' | null;
  readonly found?: FoundPrize;
  readonly reason?: string | undefined;
}

/** What the log keeps of a try; of the code its last four signs alone. */
type Try = {
  readonly op: string;
  readonly by: 'scan' | 'typed' | 'order' | null;
  readonly codeTail: string | null;
  readonly residentId: string | null;
  readonly title: string | null;
  readonly picture: string | null;
  readonly refusal: HandOverRow['refusal'];
  readonly usedAtMs: number | null;
  readonly reason?: string;
};

/** One entry an op and code, so that no key of a phone hides a second hand-over: asked again it is there. */
export async function logAtCounter(
  context: StaffContext,
  operation: string,
  { op, code, by, found, reason }: Told,
  refusal: string | null,
): Promise<HandOverRow> {
  const prize = found?.prize;
  const isUsed = prize?.state === 'handed-over';
  const after: Try = {
    ...{ op, by, codeTail: code.slice(-4), residentId: found?.wallet._id ?? null },
    ...{ title: prize?.title ?? null, picture: prize?.picture ?? null },
    refusal: (refusal as HandOverRow['refusal']) ?? null,
    usedAtMs: isUsed ? (prize.endedAtMs ?? null) : null,
    ...(reason ? { reason } : {}),
  };
  const before = { state: prize?.state ?? null };
  const logId = `${op.slice(0, 3)}${hashOf(op, code)}`;
  await logStaffAction(context, { logId, operation, target: found?.wallet._id ?? op, before, after });
  const { staffId, staffName, nowMs } = context;
  const entry = { _id: logId, atMs: nowMs, staffId, staffName, operation, target: '', before, after };
  return rowOf(entry, after, { staffId, faces: new Map(), isGiven: false });
}

/** Of today (Shanghai), last first, the whole shop's. 3 round trips {role} → {log} → {who has what}. */
export async function handOvers(
  context: StaffContext,
  { cursor }: { readonly cursor?: string | undefined },
): Promise<Result<Page<HandOverRow> & { readonly givenToday: number }>> {
  const { db, nowMs, staffId } = context;
  const startMs = startOfShanghaiDay(shanghaiDay(nowMs));
  const untilMs = cursor === undefined ? startMs + DAY_MS : Number(cursor.split('~')[0]);
  const [entries, givenToday] = await Promise.all([
    entriesUntil(db, startMs, untilMs),
    countStaffLog(db, [GIVEN, BROUGHT], startMs, { refusal: null }),
  ]);
  const at = entries.findIndex((entry) => cursorOf(entry) === cursor);
  const page = entries.slice(cursor === undefined ? 0 : at + 1).slice(0, PAGE_ROWS);
  const rest = entries.length - (cursor === undefined ? 0 : at + 1) - page.length;
  const last = page.at(-1);
  const rows = await rowsOf(db, page, staffId);
  return ok({ rows, givenToday, next: last && rest > 0 ? cursorOf(last) : null });
}

const cursorOf = ({ atMs, _id }: StaffLogEntry): string => `${atMs}~${_id}`;

/** By the moment of the last row, with what shares its moment. */
async function entriesUntil(db: Db, startMs: number, untilMs: number): Promise<StaffLogEntry[]> {
  const of = (operation: string) => staffLogUntil(db, operation, untilMs, 2 * PAGE_ROWS + 1);
  const found = (await Promise.all([of(GIVEN), of(DECLINED), of(BROUGHT)])).flat();
  return found.filter(({ atMs }) => atMs >= startMs).sort((a, b) => b.atMs - a.atMs || (a._id < b._id ? -1 : 1));
}

/** The log tells of tries; the wallet's entry of that op, or the ledger's, says that it was given. */
async function rowsOf(db: Db, entries: readonly StaffLogEntry[], staffId: string): Promise<HandOverRow[]> {
  const tries = entries.map((entry) => [entry, entry.after as unknown as Try] as const);
  const named = tries.flatMap(([{ operation }, { residentId, op, refusal }]) =>
    operation === GIVEN && residentId !== null && refusal === null ? [{ target: residentId, op }] : [],
  );
  const [given, faces] = await Promise.all([
    journalEntriesOf(db, named),
    facesOf(
      db,
      tries.flatMap(([, { residentId }]) => residentId ?? []),
    ),
  ]);
  return tries.map(([entry, tried]) => {
    const isGiven = tried.residentId !== null && given.has(ledgerId(tried.residentId, tried.op));
    return rowOf(entry, tried, { staffId, faces, isGiven });
  });
}

function rowOf(
  { _id: rowId, atMs, staffName, staffId: byId, operation }: StaffLogEntry,
  tried: Try,
  facts: { readonly staffId: string; readonly faces: Faces; readonly isGiven: boolean },
): HandOverRow {
  const { residentId, refusal, usedAtMs, by, title, picture, codeTail } = tried;
  const isLost = operation === GIVEN && refusal === null && !facts.isGiven;
  return {
    ...{ rowId, atMs, staffName, isMine: byId === facts.staffId, by, title, picture, codeTail, usedAtMs },
    outcome: operation === BROUGHT ? 'brought' : facts.isGiven ? 'given' : 'refused',
    refusal: isLost ? 'PRIZE_CODE_USED' : refusal,
    who: residentId === null ? null : shownName(residentId, facts.faces.get(residentId), null),
  };
}
