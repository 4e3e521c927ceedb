import type { Context } from '../../../platform/context';
import { isDone } from '../../../platform/holds/answers';
import type { OpenMark, Settler, Verdict } from '../../../platform/holds/marks';
import { changeEvent, findEvent } from '../store';

/** Prefix of what events take from budgets. */
export const MONEY_PREFIX = 'evb';

/**
 * What became of money that a publishing took: the event names its op, or it does not and then never will, because the
 * event is changed first and the request that is still on its way finds another `rev`.
 */
export const settleMoney: Settler = async (context: Context, { op, mark }: OpenMark): Promise<Verdict> => {
  const event = await findEvent(context.db, mark.by);
  if (!event) return 'release';
  if (event.money[op]) return 'capture';
  return (await isDone(changeEvent(context.db, event, { set: { plan: event.plan } }))) ? 'release' : 'leave';
};
