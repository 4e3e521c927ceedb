import { MINUTE_MS } from '../../cloudfunctions/kernel/period';
import { type Reward, revokeEffect, rewardEffect } from '../../cloudfunctions/kernel/reward';
import type { Effect } from '../../cloudfunctions/platform/effects';
import type { Decider } from '../../cloudfunctions/platform/outbox/decider';
import { type Outbox, outboxJob, outboxOf } from '../../cloudfunctions/platform/outbox/outbox';
import { rewardRoom } from '../../cloudfunctions/rooms/reward';
import { outBillNo, type Payout } from '../../cloudfunctions/rooms/reward/domain/payout';
import { aWorld, START_MS, type World } from './world';

const CAUSES = 'orders';

/** A collection whose documents owe rewards, as a referral does. */
const causes: Outbox = outboxOf<Decider>({ collection: CAUSES, asRead: () => ({}), residentOf: () => 'r_ann' });

export const payoutWorld = (): World =>
  aWorld([rewardRoom, { outboxes: [causes], jobs: { 'test.outbox': outboxJob(causes) } }]);

export const REFERENCE = '法务意见书 2026-11-03';

/** ¥5 for Ann, who invited a neighbour. */
export const fiveYuan = (world: World, over: Partial<Reward> = {}): Reward => ({
  ...{ rule: 'referral-inviter', causeId: 'c1', residentId: world.residentId('ann'), n: 1 },
  ...{ benefit: { form: 'payout', fen: 500 }, atMs: START_MS },
  ...over,
});

/** Its cause owes these effects; they are carried out by the timer. */
export async function owe(world: World, causeId: string, ...effects: readonly Effect[]): Promise<void> {
  const byId = Object.fromEntries(effects.map((effect, n) => [`e${n}`, effect]));
  world.engine.put(CAUSES, { _id: causeId, effects: byId, effectsDueAt: world.nowMs } as never);
  world.advance(MINUTE_MS);
  await world.tick();
}

export async function due(world: World, over: Partial<Reward> = {}): Promise<string> {
  const effect = rewardEffect(fiveYuan(world, over));
  await owe(world, over.causeId ?? 'c1', effect);
  return effect.op;
}

export const undo = (world: World, over: Partial<Reward> = {}): Promise<void> =>
  owe(
    world,
    `undo_${over.causeId ?? 'c1'}`,
    revokeEffect({ ...fiveYuan(world, over), atMs: world.nowMs, reason: 'referral-refunded' }),
  );

export async function approved(world: World): Promise<void> {
  world.asStaff('owen', ['owner']);
  const input = { rule: 'referral-inviter', approvedBy: '王律师', approvedAtMs: START_MS - 1, reference: REFERENCE };
  const reply = await world.staffCall('owen', 'reward.recordApproval', input, world.key());
  if (!reply.ok) throw new Error(reply.code);
}

export const confirm = (world: World, payoutId: string, who = 'owen') =>
  world.staffCall(who, 'reward.confirmPayout', { payoutId }, world.key());

export const receive = (world: World, payoutId: string, who = 'ann') =>
  world.call(who, 'reward.receivePayout', { payoutId });

export function payoutOf(world: World, payoutId: string): Payout {
  const found = world.engine.dump<Payout>('payouts').find(({ _id }) => _id === payoutId);
  if (!found) throw new Error(`no payout ${payoutId}`);
  return found;
}

/** Under which WeChat Pay knows it now. */
export const numberOf = (world: World, payoutId: string): string => outBillNo(payoutOf(world, payoutId));

export const codeOf = (reply: { readonly ok: boolean }): string => ('code' in reply ? String(reply.code) : 'ok');
