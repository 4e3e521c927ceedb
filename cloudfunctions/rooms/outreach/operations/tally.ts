import { MINUTE_MS } from '../../../kernel/period';
import { eachAtOnce, mapAtOnce } from '../../../platform/at-once';
import type { Context } from '../../../platform/context';
import { orUnknown } from '../../../platform/holds/answers';
import { readLedger } from '../../../platform/holds/ledger';
import { peekWallet } from '../../../platform/holds/wallets';
import { countVisits, hasJoined, residentsOf, STAGES, settleVisit, type Visit, visitsDue } from '../../account';
import { type FunnelOf, funnelsOf, NO_COUNTS, rankOf, visitsIn, withDay } from '../domain/funnel';
import { findFunnel, insertFunnel, writeFunnel } from '../store';

/** Visits of one run; the next minute takes the next. */
const MOST_VISITS = 300;
/** A claim of which the wallet knows nothing by then never was made: no function lives that long. */
const CLAIM_LIFE_MS = 10 * MINUTE_MS;
const ROUNDS = 6;

/**
 * Brings the funnels up to what the visits say. First each visit asks those who decide (the profile for joined, the wallet
 * for claimed), then every funnel that it is in counts its day anew. Nothing is added up, so a run that died anywhere, or ran
 * twice, counts nobody twice: the visit stays due until all of its funnels have been counted after it.
 */
export async function tally(context: Context): Promise<void> {
  const due = await visitsDue(context.db, context.nowMs, MOST_VISITS);
  if (due.length === 0) return;
  const residents = await residentsOf(context.db, [...new Set(due.map(({ residentId }) => residentId))]);
  const asked = await mapAtOnce(due, (visit) =>
    ask(context, visit, hasJoined(visit, residents.get(visit.residentId)?.firstTouch ?? null)),
  );
  const settled = asked.flatMap((visit) => visit ?? []);
  const days = new Map(
    settled.flatMap((visit) =>
      funnelsOf(visit).map((of) => [`${of._id} ${visit.day}`, { of, day: visit.day }] as const),
    ),
  );
  const counted = new Set<string>();
  await eachAtOnce([...days], async ([key, { of, day }]) => {
    if (await countDay(context, of, day)) counted.add(key);
  });
  const done = settled.filter((visit) => funnelsOf(visit).every(({ _id }) => counted.has(`${_id} ${visit.day}`)));
  await eachAtOnce(done, (visit) => orUnknown(settleVisit(context.db, visit, {}, nextDue(visit, context.nowMs))));
}

/** A claim whose outcome is not known yet is asked for again. */
const nextDue = ({ claims }: Visit, nowMs: number): number | null =>
  Object.keys(claims).length > 0 ? nowMs + MINUTE_MS : null;

/** The visit as those who decide have it; null: it was written meanwhile and is due again. */
async function ask(context: Context, visit: Visit, joined: boolean): Promise<Visit | null> {
  const joinedAtMs = visit.joinedAtMs ?? (joined ? visit.scannedAtMs : null);
  const { claimedAtMs, claims } = await askOfClaims(context, visit);
  const isSame =
    joinedAtMs === visit.joinedAtMs &&
    claimedAtMs === visit.claimedAtMs &&
    Object.keys(claims).length === Object.keys(visit.claims).length;
  if (isSame) return visit;
  const change = { joinedAtMs, claimedAtMs, claims };
  const wrote = await orUnknown(settleVisit(context.db, visit, change, visit.tallyDueAt ?? context.nowMs));
  return wrote === true ? { ...visit, ...change, rev: visit.rev + 1 } : null;
}

/** done: claimed. void: dropped. Nothing known of it: kept until nobody can be working on it any more. */
async function askOfClaims(context: Context, visit: Visit): Promise<Pick<Visit, 'claimedAtMs' | 'claims'>> {
  const { claimedAtMs, claims, residentId } = visit;
  const ops = Object.entries(claims);
  if (ops.length === 0) return { claimedAtMs, claims };
  const { journal } = await peekWallet(context.db, residentId);
  const said = await Promise.all(
    ops.map(async ([op, atMs]) => {
      const entry = journal[op] ?? (await readLedger(context.db, residentId, op));
      return { op, atMs, state: entry?.s ?? 'unknown' };
    }),
  );
  const made = said.flatMap(({ state, atMs }) => (state === 'done' ? [atMs] : []));
  const open = said.filter(({ state, atMs }) => state === 'unknown' && context.nowMs - atMs < CLAIM_LIFE_MS);
  const first = made.length > 0 ? Math.min(...made) : null;
  return { claimedAtMs: claimedAtMs ?? first, claims: Object.fromEntries(open.map(({ op, atMs }) => [op, atMs])) };
}

/** Counts one day of a funnel. The row is read before the visits, so that its CAS fails where another has counted since. */
async function countDay({ db }: Context, of: FunnelOf, day: string): Promise<boolean> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const row = await findFunnel(db, of._id);
    if (!row) {
      const empty = { ...of, rev: 0, ...NO_COUNTS, rank: rankOf(of._id, 0), days: {} };
      await orUnknown(insertFunnel(db, empty));
      continue;
    }
    const where = visitsIn(of, day);
    const [scanned = 0, joined = 0, claimed = 0, paid = 0] = await Promise.all(
      STAGES.map((stage) => countVisits(db, where, stage)),
    );
    const counts = { scanned, joined, claimed, paid };
    if ((await orUnknown(writeFunnel(db, row, day, withDay(row, day, counts)))) === true) return true;
  }
  return false;
}
