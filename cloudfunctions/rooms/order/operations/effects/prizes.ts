import { bringPrizes, type CarriedPrize } from '../../../../kernel/prizes';
import type { StaffContext } from '../../../../platform/context';
import { walletEffect } from '../../../../platform/effects';
import { BROUGHT, logStaffAction } from '../../../../platform/staff';
import type { Order } from '../../document';
import type { OrderPatch } from '../../store';
import { type Effects, effect } from './kinds';

/** Prizes that an order carries became their winner's with its delivery. */
export const BRING = 'prize.bring';

export const bringEffect = walletEffect((wallet, _, { causeId, nowMs }) => ({
  wallet: bringPrizes(wallet, causeId, nowMs),
  cause: causeId,
}));

export const carriedPrizes = ({
  heldInWallet,
}: Pick<Order, 'heldInWallet'>): readonly (readonly [string, CarriedPrize])[] =>
  Object.entries(heldInWallet?.prizes ?? {});

/** Written with the delivery. */
export function bringing(order: Order, nowMs: number): OrderPatch {
  if (carriedPrizes(order).length === 0) return {};
  const effects: Effects = { bring: effect(BRING, order.residentId, `bring_${order._id}`, nowMs) };
  return { effects, effectsDueAt: nowMs };
}

/** For the counter's list of the day: one entry a prize. */
export async function logBrought(context: StaffContext, order: Order): Promise<void> {
  const { residentId, _id: target } = order;
  await Promise.all(
    carriedPrizes(order).map(([prizeId, { title, picture }]) => {
      const op = `bring_${order._id}_${prizeId.replaceAll(/[^a-z0-9]/g, '_')}`;
      const told = { op, by: 'order', codeTail: null, residentId, title, picture, refusal: null, usedAtMs: null };
      return logStaffAction(context, {
        logId: op,
        operation: BROUGHT,
        target,
        before: { state: 'in-order' },
        after: told,
      });
    }),
  );
}

/** They come back with an order that did not bring them. */
export const prizesComeBack = (order: Order): boolean =>
  carriedPrizes(order).length > 0 && order.timeline.delivered === undefined;
