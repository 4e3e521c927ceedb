import { eachAtOnce } from '../../../platform/at-once';
import type { Context } from '../../../platform/context';
import type { OrderState } from '../../order';
import { referralOrders } from '../../order';
import { afterTime } from '../domain/decide';
import type { Referral } from '../domain/referral';
import { dueToExpire } from '../store';
import { carryOutReferral, changeReferral } from './change';
import { programmeById } from './programmes';

/** An order that may still be received; one that was and has not told of it yet is on its way too, for an open referral. */
const UNDER_WAY: readonly OrderState[] = [
  ...(['intent', 'placed', 'closing', 'paid', 'picked', 'dispatched', 'delivered', 'received'] as const),
];

/** Bindings whose 30 days are over, unless an order placed in time is still on its way. Any number of runs at once. */
export async function expireReferrals(context: Context): Promise<void> {
  const due = await dueToExpire(context.db, context.nowMs);
  const orders = await referralOrders(
    context,
    due.map(({ _id }) => _id),
  );
  const waiting = new Set(orders.filter(({ state }) => UNDER_WAY.includes(state)).map(({ referralId }) => referralId));
  await eachAtOnce(due, (referral) => tried(context, referral, () => expire(context, referral, waiting)));
}

async function expire(context: Context, referral: Referral, waiting: ReadonlySet<string>): Promise<void> {
  const programme = await programmeById(context, referral.programmeId);
  const { referral: now } = await changeReferral(context, referral, (as) =>
    afterTime(as, programme, waiting.has(as._id), context.nowMs),
  );
  await carryOutReferral(context, now);
}

/** One that cannot be settled does not keep the others waiting. */
async function tried({ log }: Context, { _id }: Referral, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error('referral-later', { referralId: _id, why: String(error) });
  }
}
