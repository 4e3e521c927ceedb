import {
  aPlan,
  budget,
  cancel,
  checkIn,
  checkSeats,
  couponsOf,
  eventOf,
  eventWorld,
  partyOf,
  signUp,
  toTheDoors,
} from '../../../tests/support/event-world';
import { atEveryWrite, calm, TROUBLES, troubleAt } from '../../../tests/support/trouble';
import type { World } from '../../../tests/support/world';
import { HOUR_MS, MINUTE_MS } from '../../kernel/period';
import { checkInTime } from './domain/event';

/** What is late arrives, and the timer comes by: everything that was left is done. */
async function rest(world: World): Promise<void> {
  calm(world);
  await world.db.playLate();
  for (let n = 0; n < 3; n += 1) {
    world.advance(3 * MINUTE_MS);
    await world.tick();
  }
  checkSeats(world);
  expect(eventOf(world).effectsDueAt).toBeUndefined();
}

/** A client that was told BUSY, or nothing, asks again with the same key. */
async function askAgain(ask: () => ReturnType<typeof signUp>): Promise<unknown> {
  const reply = await ask();
  return reply.ok ? reply.data : reply.code;
}

describe.each(TROUBLES)('trouble "%s" at every write', (trouble) => {
  test('of a sign-up: one seat is taken, and the same key says so', async () => {
    const writes = await atEveryWrite(async (n) => {
      const world = await eventWorld({ capacity: 2 });
      const key = world.key();
      const { met } = troubleAt(world, n, trouble);
      await signUp(world, 'ann', 2, key);
      calm(world);
      expect(await askAgain(() => signUp(world, 'ann', 2, key))).toEqual({ state: 'going', seats: 2 });
      await rest(world);
      expect(eventOf(world).left).toBe(0);
      return met();
    });
    expect(writes).toBeGreaterThanOrEqual(1);
  });

  test('of a cancellation that frees a seat for two who wait: the first has it, once, and the second does not', async () => {
    await atEveryWrite(async (n) => {
      const world = await eventWorld({ capacity: 1 });
      for (const name of ['ann', 'bob', 'cat']) {
        world.advance(1);
        await signUp(world, name);
      }
      const key = world.key();
      const { met } = troubleAt(world, n, trouble);
      await cancel(world, 'ann', key);
      calm(world);
      expect(await askAgain(() => cancel(world, 'ann', key))).toEqual({ state: 'gone', seats: 1 });
      await rest(world);
      expect([partyOf(world, 'bob')?.state, partyOf(world, 'cat')?.state]).toEqual(['offered', 'waiting']);
      return met();
    });
  });

  test('of a check-in, scanned again by another phone: one coupon, and ¥595 of ¥600 come back at the end', async () => {
    await atEveryWrite(async (n) => {
      const world = await eventWorld();
      await signUp(world, 'ann');
      toTheDoors(world);
      const { met } = troubleAt(world, n, trouble);
      await checkIn(world, 'ann');
      calm(world);
      expect(await checkIn(world, 'ann', 'xiaolin')).toMatchObject({ ok: true });
      await rest(world);
      expect(couponsOf(world, 'ann')).toHaveLength(1);
      world.nowMs = aPlan().endsAtMs + HOUR_MS;
      await rest(world);
      expect(budget(world)).toMatchObject({ left: { launch: 500_000 - 500 }, open: 0 });
      return met();
    });
  });

  test('of the timer that ends the event: the money of 119 coupons is back once', async () => {
    await atEveryWrite(async (n) => {
      const world = await eventWorld();
      await signUp(world, 'ann');
      toTheDoors(world);
      await checkIn(world, 'ann');
      world.nowMs = aPlan().endsAtMs + HOUR_MS;
      expect(checkInTime(aPlan(), world.nowMs)).toBe('late');
      const { met } = troubleAt(world, n, trouble);
      await world.tick().catch(() => undefined);
      await rest(world);
      world.advance(HOUR_MS);
      await rest(world);
      expect(eventOf(world).state).toBe('over');
      expect(budget(world).left.launch).toBe(500_000 - 500);
      return met();
    });
  });
});
