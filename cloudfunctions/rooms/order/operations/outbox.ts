import type { Context } from '../../../platform/context';
import { dueEffects } from '../store';
import { eachOrder } from './each-order';
import { carryOutEffects } from './effects/carry-out';

/** The timer's part of the outbox: whatever was left, also by a function that died between two writes. */
export async function carryOutDue(context: Context): Promise<void> {
  await eachOrder(context, 'outbox', await dueEffects(context.db, context.nowMs), (order) =>
    carryOutEffects(context, order),
  );
}
