import {
  aPlan,
  cancel,
  checkSeats,
  EVENT,
  eventOf,
  eventWorld,
  partyOf,
  signUp,
} from '../../../tests/support/event-world';
import type { World } from '../../../tests/support/world';
import { HOUR_MS, MINUTE_MS } from '../../kernel/period';
import type { EventView } from './contract';

const view = async (world: World, name: string): Promise<EventView> => {
  const reply = await world.call(name, 'event.view', { eventId: EVENT });
  if (!reply.ok) throw new Error(reply.code);
  return (reply.data as { event: EventView }).event;
};
const states = (world: World, ...names: string[]) => names.map((name) => partyOf(world, name)?.state);

describe('signing up', () => {
  test('3 seats of 120: 117 are left, and the code is 8 digits and a picture', async () => {
    const world = await eventWorld();
    expect(await signUp(world, 'ann', 3)).toMatchObject({ ok: true, data: { state: 'going', seats: 3 } });
    const seen = await view(world, 'ann');
    expect(seen).toMatchObject({
      left: 117,
      mine: { state: 'going', seats: 3, code: expect.stringMatching(/^\d{8}$/) },
    });
    expect(seen.mine?.scanText).toMatch(/^linli:event:ev_market:[0-9a-f]{20}$/);
    expect((await view(world, 'bob')).mine).toBeNull();
  });

  test('a household of 4 is refused where 3 may come', async () => {
    const world = await eventWorld();
    expect(await signUp(world, 'ann', 4)).toMatchObject({ code: 'EVENT_HOUSEHOLD', detail: { limit: 3 } });
  });

  test('200 households at once for 120 seats: 120 go, 80 wait in line, none is told to try again', async () => {
    const world = await eventWorld();
    const names = Array.from({ length: 200 }, (_, index) => `n${index}`);
    const replies = await Promise.all(names.map((name) => signUp(world, name)));
    const answered = replies.map((reply) => (reply.ok ? (reply.data as { state: string }).state : reply.code));
    expect(answered.filter((state) => state === 'going')).toHaveLength(120);
    expect(answered.filter((state) => state === 'waiting')).toHaveLength(80);
    checkSeats(world);
  });

  test('120 households at once for 1 seat: 1 goes, 100 wait, 19 are told that the line is full', async () => {
    const world = await eventWorld({ capacity: 1, perHousehold: 1 });
    const names = Array.from({ length: 120 }, (_, index) => `n${index}`);
    const replies = await Promise.all(names.map((name) => signUp(world, name)));
    const waiting = replies.filter((reply) => reply.ok && (reply.data as { state: string }).state === 'waiting');
    const full = replies.filter((reply) => !reply.ok && reply.code === 'EVENT_LINE_FULL');
    expect([waiting.length, full.length]).toEqual([100, 19]);
    checkSeats(world);
  });

  test('the same key gives the same reply, byte for byte; with another number it is REQUEST_KEY_REUSED', async () => {
    const world = await eventWorld();
    const key = world.key();
    const first = await signUp(world, 'ann', 2, key);
    expect(await signUp(world, 'ann', 2, key)).toEqual(first);
    expect(await signUp(world, 'ann', 3, key)).toMatchObject({ code: 'REQUEST_KEY_REUSED' });
    expect(eventOf(world).left).toBe(118);
  });

  test('a late duplicate of a sign-up that was cancelled since does not sign up again', async () => {
    const world = await eventWorld();
    const key = world.key();
    await signUp(world, 'ann', 2, key);
    await cancel(world, 'ann');
    expect(await signUp(world, 'ann', 2, key)).toMatchObject({ ok: true, data: { state: 'going' } });
    expect(states(world, 'ann')).toEqual(['gone']);
    expect(eventOf(world).left).toBe(120);
  });

  test('from 2 to 3 seats and down to 1: the free seats follow; more than are left is EVENT_FULL', async () => {
    const world = await eventWorld({ capacity: 3 });
    await signUp(world, 'ann', 2);
    await signUp(world, 'ann', 3);
    expect(eventOf(world).left).toBe(0);
    await signUp(world, 'ann', 1);
    expect(eventOf(world).left).toBe(2);
    await signUp(world, 'bob', 2);
    expect(await signUp(world, 'ann', 2)).toMatchObject({ code: 'EVENT_FULL', detail: { left: 0 } });
    checkSeats(world);
  });

  test('until the event ends, and not at its end; not to one that is called off or not there', async () => {
    const world = await eventWorld();
    world.nowMs = aPlan().endsAtMs - 1;
    expect(await signUp(world, 'ann')).toMatchObject({ ok: true });
    world.advance(1);
    expect(await signUp(world, 'bob')).toMatchObject({ code: 'EVENT_OVER' });
    expect(await world.call('bob', 'event.signUp', { eventId: 'ev_none', seats: 1 }, world.key())).toMatchObject({
      code: 'EVENT_UNKNOWN',
    });
  });

  test('it takes 2 round trips, and so does cancelling with nobody in line', async () => {
    const world = await eventWorld();
    for (const act of [() => signUp(world, 'ann'), () => cancel(world, 'ann')]) {
      world.db.restart();
      await act();
      expect(world.db.meter.sequential).toBe(2);
    }
  });

  test('20 changes of mind a day, and no more', async () => {
    const world = await eventWorld();
    for (let n = 0; n < 10; n += 1) {
      await signUp(world, 'ann');
      await cancel(world, 'ann');
    }
    expect(await signUp(world, 'ann')).toMatchObject({ code: 'TOO_MANY_CHANGES' });
    expect(Object.keys(partyOf(world, 'ann')?.deeds ?? {})).toHaveLength(20);
  });
});

describe('the line', () => {
  const full = async () => {
    const world = await eventWorld({ capacity: 3 });
    await signUp(world, 'ann', 3);
    for (const [name, seats] of [
      ['bob', 2],
      ['cat', 1],
      ['dan', 1],
    ] as const) {
      world.advance(1);
      await signUp(world, name, seats);
    }
    return world;
  };

  test('moves up by itself when seats are freed, in order, and a seat is kept for 2 hours', async () => {
    const world = await full();
    expect((await view(world, 'dan')).mine).toMatchObject({ state: 'waiting', place: 3, code: null });
    await cancel(world, 'ann');
    expect(states(world, 'ann', 'bob', 'cat', 'dan')).toEqual(['gone', 'offered', 'offered', 'waiting']);
    expect((await view(world, 'bob')).mine?.untilMs).toBe(world.nowMs + 2 * HOUR_MS);
    expect((await view(world, 'dan')).mine?.place).toBe(1);
    checkSeats(world);
  });

  test('nobody overtakes: 1 seat is free, 2 are wanted at the head, so it stays free and newcomers join the end', async () => {
    const world = await full();
    await signUp(world, 'ann', 2);
    expect(eventOf(world).left).toBe(1);
    expect(states(world, 'bob', 'cat')).toEqual(['waiting', 'waiting']);
    expect(await signUp(world, 'eve')).toMatchObject({ data: { state: 'waiting' } });
    expect((await view(world, 'eve')).left).toBe(0);
    await cancel(world, 'bob');
    expect(states(world, 'cat', 'dan', 'eve')).toEqual(['offered', 'waiting', 'waiting']);
  });

  test('an offer is taken up within 2 hours less one ms; at 2 hours it goes to the next one', async () => {
    const world = await full();
    await cancel(world, 'ann');
    world.advance(2 * HOUR_MS - 1);
    expect(await signUp(world, 'bob', 2)).toMatchObject({ data: { state: 'going' } });
    world.advance(1);
    await world.tick();
    expect(states(world, 'bob', 'cat', 'dan')).toEqual(['going', 'gone', 'offered']);
    expect((await view(world, 'cat')).mine).toMatchObject({ state: 'gone', lapsed: true });
    checkSeats(world);
  });

  test('who takes 1 of 2 offered seats leaves the other to the line', async () => {
    const world = await full();
    await cancel(world, 'ann');
    await signUp(world, 'bob', 1);
    expect(states(world, 'bob', 'cat', 'dan')).toEqual(['going', 'offered', 'offered']);
    checkSeats(world);
  });

  test('who waits may want fewer seats and keeps the place, or leave it', async () => {
    const world = await full();
    await signUp(world, 'bob', 1);
    expect((await view(world, 'bob')).mine).toMatchObject({ place: 1, seats: 1 });
    await cancel(world, 'bob');
    expect((await view(world, 'cat')).mine).toMatchObject({ place: 1 });
    checkSeats(world);
  });

  test('10 at once, then 10 seats freed at once: offered to exactly the first 10', async () => {
    const world = await eventWorld({ capacity: 10 });
    const first = Array.from({ length: 10 }, (_, index) => `a${index}`);
    for (const name of first) await signUp(world, name);
    const waiting = Array.from({ length: 20 }, (_, index) => `w${index}`);
    for (const name of waiting) {
      world.advance(1);
      await signUp(world, name);
    }
    await Promise.all(first.map((name) => cancel(world, name)));
    world.advance(MINUTE_MS);
    await world.tick();
    expect(states(world, ...waiting)).toEqual([...Array(10).fill('offered'), ...Array(10).fill('waiting')]);
    checkSeats(world);
  });
});
