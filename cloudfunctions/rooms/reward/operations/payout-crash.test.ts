import { approved, confirm, due, numberOf, payoutOf, payoutWorld, receive } from '../../../../tests/support/payouts';
import { atEveryWrite, calm, TROUBLES, troubleAt } from '../../../../tests/support/trouble';
import type { World } from '../../../../tests/support/world';
import { MINUTE_MS } from '../../../kernel/period';

async function minutes(world: World, count: number): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) {
    world.advance(MINUTE_MS);
    await world.tick();
  }
}

/** A call that the trouble kills is no answer; everything after it is asked again. */
const try_ = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined);

async function paidOnce(world: World, payoutId: string): Promise<void> {
  calm(world);
  await world.db.playLate();
  await minutes(world, 3);
  await confirm(world, payoutId);
  await receive(world, payoutId);
  for (const number of world.pay.transfers.live()) world.pay.transfers.take(number);
  await receive(world, payoutId);
  await minutes(world, 5);
  expect([payoutOf(world, payoutId).state, world.pay.transfers.paidFen()]).toEqual(['paid', 500]);
  const [day] = world.engine.dump<{ _id: string; taken: object }>('payoutDays');
  expect(Object.keys(day?.taken ?? {})).toHaveLength(1);
}

describe.each(TROUBLES)('%s at every write', (trouble) => {
  test('of the approval: it is paid once', async () => {
    const writes = await atEveryWrite(async (n) => {
      const world = payoutWorld();
      const payoutId = await due(world);
      await approved(world);
      const { met } = troubleAt(world, n, trouble);
      await try_(confirm(world, payoutId));
      await paidOnce(world, payoutId);
      return met();
    });
    expect(writes).toBeGreaterThanOrEqual(4);
  });

  test('of the asking: it is paid once', async () => {
    const writes = await atEveryWrite(async (n) => {
      const world = payoutWorld();
      const payoutId = await due(world);
      await approved(world);
      await confirm(world, payoutId);
      const { met } = troubleAt(world, n, trouble);
      await try_(receive(world, payoutId));
      await paidOnce(world, payoutId);
      return met();
    });
    expect(writes).toBeGreaterThanOrEqual(2);
  });
});

test.each([
  ['its answer is lost', 1, 0],
  ['nobody answers, three times', 0, 3],
])('%s: asked again by its number, one transfer', async (_, lost, silent) => {
  const world = payoutWorld();
  const payoutId = await due(world);
  await approved(world);
  await confirm(world, payoutId);
  world.pay.transfers.lost = lost;
  world.pay.silent = silent;
  await receive(world, payoutId);
  expect(payoutOf(world, payoutId).state).toBe('sending');
  await minutes(world, 10);
  expect(payoutOf(world, payoutId)).toMatchObject({ state: 'waiting' });
  expect(world.pay.transfers.live()).toEqual([numberOf(world, payoutId)]);
});

test('two phones and the timer at once: one transfer', async () => {
  const world = payoutWorld();
  const payoutId = await due(world);
  await approved(world);
  await confirm(world, payoutId);
  await Promise.all([receive(world, payoutId), receive(world, payoutId), world.tick(), receive(world, payoutId)]);
  expect(world.pay.transfers.live()).toHaveLength(1);
});
