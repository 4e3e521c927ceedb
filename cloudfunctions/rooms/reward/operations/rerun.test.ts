import { codeOf } from '../../../../tests/support/payouts';
import { aWorld, START_MS, type World } from '../../../../tests/support/world';
import { MINUTE_MS } from '../../../kernel/period';
import { rewardEffect } from '../../../kernel/reward';
import type { Wallet } from '../../../kernel/wallet';
import type { Decider } from '../../../platform/outbox/decider';
import type { DeadLetter } from '../../../platform/outbox/letters';
import { outboxJob, outboxOf } from '../../../platform/outbox/outbox';
import { rewardRoom } from '..';

const causes = outboxOf<Decider>({ collection: 'orders', asRead: () => ({}), residentOf: () => 'r_ann' });
const causesRoom = { outboxes: [causes], jobs: { 'test.outbox': outboxJob(causes) } };

/** 200 points for Ann, whose wallet did not answer for six hours. */
async function withLetter(): Promise<{ world: World; letterId: string }> {
  const world = aWorld([rewardRoom, causesRoom]);
  const benefit = { form: 'points', points: 200, pendingDays: 0 } as const;
  const effect = rewardEffect({ rule: 'review', causeId: 'v1', residentId: 'r_ann', n: 1, benefit, atMs: START_MS });
  world.engine.put('orders', { _id: 'o1', effects: { points: effect }, effectsDueAt: START_MS } as never);
  world.db.decide = ({ collection }) => (collection === 'wallets' ? 'drop' : 'answer');
  for (let minute = 0; minute <= 400; minute += 20) {
    await world.tick();
    world.advance(20 * MINUTE_MS);
  }
  const [letter] = world.engine.dump<DeadLetter>('deadLetters');
  if (!letter) throw new Error('no letter');
  world.db.decide = () => 'answer';
  for (const name of ['sue', 'sam']) world.asStaff(name, ['support']);
  return { world, letterId: letter._id };
}

const points = (world: World): number =>
  Object.values(world.engine.dump<Wallet>('wallets')[0]?.lots ?? {}).reduce((sum, lot) => sum + lot.points, 0);
const rerun = (world: World, who: string, letterId: string) =>
  world.staffCall(who, 'reward.rerun', { letterId }, world.key());

test('two staff and the timer run it again at once: 200 points come once, the letter leaves the list, each is logged', async () => {
  const { world, letterId } = await withLetter();
  expect(await world.staffCall('sue', 'reward.deadLetters', {})).toMatchObject({
    data: { rows: [{ letterId, kind: 'reward.issue', target: 'r_ann', state: 'open' }], open: 1 },
  });
  await Promise.all([rerun(world, 'sue', letterId), rerun(world, 'sam', letterId), world.tick()]);
  expect(points(world)).toBe(200);
  expect(await rerun(world, 'sue', letterId)).toMatchObject({ data: { state: 'done' } });
  expect(points(world)).toBe(200);
  expect(await world.staffCall('sue', 'reward.deadLetters', {})).toMatchObject({ data: { rows: [], open: 0 } });
  const log = world.engine.dump<{ _id: string; operation: string }>('staffLog');
  expect(log.map(({ operation }) => operation)).toEqual(['reward.rerun', 'reward.rerun']);
});

test('a letter that nobody wrote, and somebody who only delivers', async () => {
  const { world, letterId } = await withLetter();
  expect(codeOf(await rerun(world, 'sue', '0'.repeat(32)))).toBe('LETTER_UNKNOWN');
  world.asStaff('cat', ['courier']);
  expect(codeOf(await rerun(world, 'cat', letterId))).toBe('FORBIDDEN');
});
