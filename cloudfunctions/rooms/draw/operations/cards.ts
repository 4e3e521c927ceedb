import { ok, type Result } from '../../../kernel/result';
import type { StaffContext } from '../../../platform/context';
import { type Head, readHead } from '../../campaign';
import { isPaused } from '../../coupon';
import type { Draw } from '../domain/draw';
import type { DrawCard } from '../domain/staff-views';
import { stateOf } from '../domain/view';
import { findSettlements } from '../store';
import { knownDraw } from './draws';

export function cardOf(draw: Draw, head: Head, nowMs: number, settledAtMs: number | null): DrawCard {
  const { drawId, title, startsAtMs, endsAtMs, oddsVersion, campaignId } = draw;
  const state = settledAtMs === null ? stateOf(draw, isPaused(head, campaignId, drawId), nowMs) : 'settled';
  return { drawId, title, startsAtMs, endsAtMs, oddsVersion, state };
}

/** Every draw that was ever published, the newest first. */
export async function listDraws(context: StaffContext): Promise<Result<{ readonly draws: readonly DrawCard[] }>> {
  const head = await readHead(context.db);
  const drawIds = Object.keys(head.drawVersions);
  const [settlements, ...known] = await Promise.all([
    findSettlements(context.db, drawIds),
    ...drawIds.map((drawId) => knownDraw(context, head, drawId)),
  ]);
  const draws = known.flatMap((one) => {
    if (!one) return [];
    return [cardOf(one.draw, head, context.nowMs, settlements.get(one.draw.drawId)?.settledAtMs ?? null)];
  });
  return ok({ draws: draws.sort((a, b) => b.startsAtMs - a.startsAtMs || (a.drawId < b.drawId ? -1 : 1)) });
}
