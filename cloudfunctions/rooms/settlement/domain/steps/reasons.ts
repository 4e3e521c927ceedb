import { type Option, takeOf } from '../choice/option';
import { byId, sorted } from '../order';
import type { NotApplied } from '../quote';
import type { Candidates } from './candidates';
import { missedInstead } from './missed';

/** Names what did not apply and why, offers before coupons, by id. */
export function notAppliedOf(
  missed: readonly NotApplied[],
  candidates: Candidates,
  used: readonly Option[],
): NotApplied[] {
  const named = missed.slice();
  for (const reached of [candidates.goods, candidates.freightBase, candidates.freightCoupon])
    namePassedOver(reached, used, named);
  return sorted(named, byPlace);
}

/** Of what is reached the one that is used says nothing; rungs of one offer stand together, and it is named once. */
function namePassedOver(reached: readonly Option[], used: readonly Option[], named: NotApplied[]): void {
  let lastId: string | null = null;
  for (const { from, groupKey, rung, baseFen } of reached) {
    if (from.id === lastId) continue;
    lastId = from.id;
    let insteadId: string | null = null;
    let isUsed = false;
    for (const one of used) {
      isUsed ||= one.from === from;
      if (insteadId === null && one.groupKey === groupKey) insteadId = one.from.id;
    }
    if (isUsed) continue;
    const takesSomething = insteadId !== null && takeOf(rung.terms, baseFen) > 0;
    named.push(missedInstead(from, takesSomething ? 'NOT_BETTER' : 'TAKES_NOTHING', insteadId));
  }
}

function byPlace(a: NotApplied, b: NotApplied): number {
  if (a.source !== b.source) return a.source === 'offer' ? -1 : 1;
  return byId(a.id, b.id) || byId(a.reason, b.reason);
}
