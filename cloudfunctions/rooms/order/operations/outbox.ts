import type { Context } from '../../../platform/context';
import { dueEffects } from '../store';
import { carryOutEffects } from './effects';

/** The timer's part of the outbox: whatever was left, also by a function that died between two writes. */
export async function carryOutDue(context: Context): Promise<void> {
  for (const order of await dueEffects(context.db, context.nowMs)) {
    try {
      await carryOutEffects(context, order);
    } catch (error) {
      context.log.error('effects-not-carried-out', { orderId: order._id, why: String(error) });
    }
  }
}
