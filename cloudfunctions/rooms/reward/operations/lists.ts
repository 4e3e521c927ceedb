import { type OutputOf, PAGE_ROWS, type ParsedInputOf } from '../../../contract';
import { yyyymmdd } from '../../../kernel/period';
import { ok, type Result } from '../../../kernel/result';
import type { ResidentContext, StaffContext } from '../../../platform/context';
import type { PayoutBounds, rewardContract, staffRewardContract } from '../contract';
import { MOST_OF_DAY_FEN, MOST_OF_RESIDENT_FEN, MOST_PAYOUT_FEN, type PayoutDay } from '../domain/payout-limits';
import { approvalView, myPayout, payoutCard } from '../domain/views';
import {
  approvals,
  countLetters,
  countPayouts,
  findPayoutDay,
  openLetters,
  payoutsOfResident,
  payoutsOfTab,
} from '../store';
import { letterCard } from './letter-card';
import { pageOf, readCursor } from './paging';

type Mine = typeof rewardContract;
type Staff = typeof staffRewardContract;

export async function myPayouts(
  { db, residentId }: ResidentContext,
  { cursor }: ParsedInputOf<Mine['reward.myPayouts']>,
): Promise<Result<OutputOf<Mine['reward.myPayouts']>>> {
  const after = readCursor(cursor);
  if (!after.ok) return after;
  return ok(pageOf(await payoutsOfResident(db, residentId, after.data, PAGE_ROWS + 1), ({ at }) => at, myPayout));
}

export async function payouts(
  { db, nowMs }: StaffContext,
  { tab, cursor }: ParsedInputOf<Staff['reward.payouts']>,
): Promise<Result<OutputOf<Staff['reward.payouts']>>> {
  const after = readCursor(cursor);
  if (!after.ok) return after;
  const [rows, all, day, toApprove, underWay, trouble] = await Promise.all([
    payoutsOfTab(db, tab, after.data, PAGE_ROWS + 1),
    approvals(db),
    findPayoutDay(db, yyyymmdd(nowMs)),
    countPayouts(db, 'to-approve'),
    countPayouts(db, 'under-way'),
    countPayouts(db, 'trouble'),
  ]);
  return ok({
    ...pageOf(rows, ({ at }) => at, payoutCard),
    counts: { 'to-approve': toApprove, 'under-way': underWay, trouble },
    bounds: boundsOf(day),
    approvals: all.map(approvalView),
  });
}

const boundsOf = (day: PayoutDay | null): PayoutBounds => ({
  ...{ mostFen: MOST_PAYOUT_FEN, residentDayFen: MOST_OF_RESIDENT_FEN, dayFen: MOST_OF_DAY_FEN },
  todayFen: Object.values(day?.taken ?? {}).reduce((sum, { fen }) => sum + fen, 0),
});

export async function deadLetters(
  { db }: StaffContext,
  { cursor }: ParsedInputOf<Staff['reward.deadLetters']>,
): Promise<Result<OutputOf<Staff['reward.deadLetters']>>> {
  const after = readCursor(cursor);
  if (!after.ok) return after;
  const [rows, open] = await Promise.all([openLetters(db, after.data, PAGE_ROWS + 1), countLetters(db)]);
  return ok({ ...pageOf(rows, ({ atMs }) => atMs, letterCard), open });
}
