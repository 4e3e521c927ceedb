import { type Option, takeOf } from '../choice/option';
import { byId } from '../order';
import type { NotApplied } from '../quote';
import { adjustmentKindOf, type Missed, titleOf } from './candidates';

/** Names what did not apply and why, offers before coupons, by id. */
export function notAppliedOf(
  missed: readonly Missed[],
  reached: readonly Option[],
  used: readonly Option[],
): NotApplied[] {
  const applied = new Set(used.map(({ from }) => from.id));
  const byGroup = new Map(used.map(({ groupKey, from }) => [groupKey, from.id]));
  const passedOver = new Map<string, NotApplied>();
  for (const option of reached) {
    const { from, groupKey } = option;
    if (applied.has(from.id) || passedOver.has(from.id)) continue;
    const insteadId = byGroup.get(groupKey) ?? null;
    const takesSomething = insteadId !== null && takeOf(option.rung.terms, option.baseFen) > 0;
    const reason = takesSomething ? 'NOT_BETTER' : 'TAKES_NOTHING';
    passedOver.set(from.id, named({ from, reason, gapFen: null, opensAtMs: null }, insteadId));
  }
  const all = [...missed.map((one) => named(one, one.insteadId ?? null)), ...passedOver.values()];
  const rank = (one: NotApplied) => (one.source === 'offer' ? 0 : 1);
  return all.sort((a, b) => rank(a) - rank(b) || byId(a.id, b.id) || byId(a.reason, b.reason));
}

function named({ from, reason, gapFen, gapUnits, opensAtMs }: Missed, insteadId: string | null): NotApplied {
  return {
    source: from.source,
    id: from.id,
    kind: adjustmentKindOf(from),
    title: titleOf(from),
    reason,
    gapFen,
    gapUnits: gapUnits ?? null,
    opensAtMs,
    insteadId,
  };
}
