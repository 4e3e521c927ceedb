import type { Context } from '../context';
import type { Carried, Effect } from '../effects';

/** Carries out an effect by the room that owns its kind. Throws where no room does: then it is tried again, and told. */
export function carryByTable(
  context: Context,
  cause: { readonly causeId: string; readonly residentId: string },
  effect: Effect,
): Promise<Carried> {
  const carry = context.carriers[effect.kind];
  if (!carry) throw new Error(`no room carries out ${effect.kind} of ${cause.causeId}`);
  return carry(context, effect, { ...cause, op: effect.op, nowMs: context.nowMs });
}
