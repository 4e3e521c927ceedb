import { revokeEffect, rewardEffect } from '../../../../kernel/reward';
import { chanceUntilMs } from '../../../campaign';
import type { Order, PromisedChances } from '../../document';
import type { Effects } from './kinds';

type Promising = Pick<Order, '_id' | 'residentId' | 'chances'>;

/** Draw chances on receipt, numbered through the order: `order:<id>:1` and on. */
export function chanceRewards(order: Promising, nowMs: number): Effects {
  return Object.fromEntries(
    numbered(order).map(({ firstN, promised }) => [
      `chance_${firstN}`,
      rewardEffect(chanceReward(order, firstN, promised, nowMs)),
    ]),
  );
}

/** With the last unit: chances that were not used leave, prizes that nobody has yet are revoked. */
export function chanceRevokes(order: Promising, nowMs: number): Effects {
  return Object.fromEntries(
    numbered(order).map(({ firstN, promised }) => [
      `revoke_chance_${firstN}`,
      revokeEffect({ ...chanceReward(order, firstN, promised, nowMs), reason: 'order-refunded' }),
    ]),
  );
}

function chanceReward({ _id, residentId }: Promising, firstN: number, promised: PromisedChances, nowMs: number) {
  const { drawId, chances } = promised;
  const benefit = { form: 'chances', drawId, chances, firstN, expiresAtMs: chanceUntilMs(promised, nowMs) } as const;
  return { rule: 'order-received', causeId: _id, residentId, n: firstN, benefit, atMs: nowMs } as const;
}

function numbered({ chances }: Promising): { readonly firstN: number; readonly promised: PromisedChances }[] {
  let next = 1;
  return chances.map((promised) => {
    const firstN = next;
    next += promised.chances;
    return { firstN, promised };
  });
}
