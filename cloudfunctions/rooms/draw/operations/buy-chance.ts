import { hashOf } from '../../../kernel/ids';
import { isInPeriod } from '../../../kernel/period';
import { type Result, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import { changeWallet, readWallet } from '../../../platform/holds/wallets';
import type { Call } from '../../../platform/room';
import { activeStaff } from '../../../platform/staff';
import { readHead } from '../../campaign';
import { isPaused } from '../../coupon';
import { type BoughtChance, buyChance as buy } from '../domain/chance-sale';
import { periodOf } from '../domain/draw';
import { knownDraw } from './draws';
import { chancePurse } from './purse';

/**
 * One chance for points: the wallet alone decides. Warm: 2 round trips. Refusals: CHANCES_NOT_SOLD, CHANCES_OF_DAY,
 * POINTS_SHORT, DRAW_UNKNOWN, DRAW_NOT_RUNNING, DRAW_PAUSED, STAFF_EXCLUDED, TOO_MANY_TRIES, REQUEST_KEY_REUSED, BUSY.
 */
export async function buyChance(
  context: ResidentContext,
  { drawId }: { readonly drawId: string },
  call: Call,
): Promise<Result<BoughtChance>> {
  const { db, residentId, nowMs } = context;
  const op = `bc_${hashOf(residentId, call.requestKey)}`;
  const [wallet, head, staff] = await Promise.all([
    readWallet(db, residentId),
    readHead(db),
    activeStaff(db, residentId),
  ]);
  if (staff) return refuse('STAFF_EXCLUDED', {});
  const known = await knownDraw(context, head, drawId);
  if (!known) return refuse('DRAW_UNKNOWN', {});
  const { draw } = known;
  const isNew = wallet.journal[op] === undefined;
  if (isNew && isPaused(head, draw.campaignId, drawId)) return refuse('DRAW_PAUSED', {});
  if (isNew && !isInPeriod(periodOf(draw), nowMs))
    return refuse('DRAW_NOT_RUNNING', { opensAtMs: draw.startsAtMs, endsAtMs: draw.endsAtMs });
  const buying = { op, inputHash: call.inputHash, atMs: call.atMs, nowMs, draw, purse: chancePurse };
  const answer = await changeWallet<Result<BoughtChance>>(db, residentId, (now) => buy(now, buying), wallet);
  return answer.ok ? answer.data : answer;
}
