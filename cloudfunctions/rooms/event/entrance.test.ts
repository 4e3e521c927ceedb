import {
  aPlan,
  budget,
  cancel,
  checkIn,
  couponsOf,
  EVENT,
  eventOf,
  eventWorld,
  partyOf,
  signUp,
  toTheDoors,
} from '../../../tests/support/event-world';
import type { World } from '../../../tests/support/world';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../kernel/period';
import type { EventView } from './contract';
import { PARTY_MOVES } from './domain/party';

const view = async (world: World, name: string): Promise<EventView> => {
  const reply = await world.call(name, 'event.view', { eventId: EVENT });
  if (!reply.ok) throw new Error(reply.code);
  return (reply.data as { event: EventView }).event;
};

describe('at the entrance', () => {
  const there = async (...names: string[]) => {
    const world = await eventWorld();
    for (const name of names) await signUp(world, name, 2);
    toTheDoors(world);
    return world;
  };

  test('a scan gives one coupon of ¥5 that the campaign has paid for; a second one, by anyone, gives nothing', async () => {
    const world = await there('ann');
    const code = partyOf(world, 'ann')?.token;
    expect(await checkIn(world, 'ann')).toMatchObject({
      data: { name: '邻居', seats: 2, isRepeat: false, thanksTitle: '来集市谢谢您', came: 1 },
    });
    const again = await world.staffCall('xiaolin', 'event.checkIn', { eventId: EVENT, code });
    expect(again).toMatchObject({ data: { isRepeat: true, came: 1 } });
    const [coupon, ...more] = couponsOf(world, 'ann');
    expect(more).toEqual([]);
    expect(coupon).toMatchObject({ title: '来集市谢谢您', reserve: { cellId: 'budget_launch', q: { launch: 500 } } });
    expect(coupon?.validUntilMs).toBe(world.nowMs + 14 * DAY_MS);
  });

  test('two phones scan one code at once, ten times: one check-in, one coupon', async () => {
    const world = await there('ann', 'bob');
    const scans = Array.from({ length: 10 }, (_, index) => checkIn(world, 'ann', index % 2 ? 'xiaoma' : 'xiaolin'));
    const replies = await Promise.all([...scans, checkIn(world, 'bob')]);
    expect(replies.filter((reply) => reply.ok && !(reply.data as { isRepeat: boolean }).isRepeat)).toHaveLength(2);
    expect([couponsOf(world, 'ann').length, couponsOf(world, 'bob').length]).toEqual([1, 1]);
    world.advance(MINUTE_MS);
    await world.tick();
    await world.tick();
    expect([couponsOf(world, 'ann').length, eventOf(world).came]).toEqual([1, 2]);
    expect(eventOf(world).effectsDueAt).toBeUndefined();
  });

  test('the 8 digits do as well; a code of nobody is EVENT_CODE_UNKNOWN', async () => {
    const world = await there('ann');
    const code = (await view(world, 'ann')).mine?.code;
    expect(await world.staffCall('xiaoma', 'event.checkIn', { eventId: EVENT, code })).toMatchObject({ ok: true });
    const wrong = await world.staffCall('xiaoma', 'event.checkIn', { eventId: EVENT, code: 'f'.repeat(20) });
    expect(wrong).toMatchObject({ code: 'EVENT_CODE_UNKNOWN' });
  });

  test('one hour before the start to one hour after the end, to the ms', async () => {
    const world = await eventWorld();
    await signUp(world, 'ann');
    await signUp(world, 'bob');
    world.nowMs = aPlan().startsAtMs - HOUR_MS - 1;
    expect(await checkIn(world, 'ann')).toMatchObject({ code: 'EVENT_EARLY' });
    world.advance(1);
    expect(await checkIn(world, 'ann')).toMatchObject({ ok: true });
    world.nowMs = aPlan().endsAtMs + HOUR_MS;
    expect(await checkIn(world, 'bob')).toMatchObject({ code: 'EVENT_OVER' });
  });

  test("a promoter's own code is refused, a resident cannot check in, and who waits has no seat", async () => {
    const world = await eventWorld({ capacity: 1 });
    await signUp(world, 'xiaoma');
    await signUp(world, 'ann');
    toTheDoors(world);
    expect(await checkIn(world, 'xiaoma')).toMatchObject({ code: 'EVENT_OWN_CODE' });
    expect(await checkIn(world, 'ann')).toMatchObject({ code: 'EVENT_NO_SEAT' });
    expect(await checkIn(world, 'ann', 'ann')).toMatchObject({ code: 'FORBIDDEN' });
    expect(couponsOf(world, 'ann')).toEqual([]);
  });

  test('who came cannot cancel, nor sign up again', async () => {
    const world = await there('ann');
    await checkIn(world, 'ann');
    expect(await cancel(world, 'ann')).toMatchObject({ code: 'EVENT_CAME' });
    expect(await signUp(world, 'ann')).toMatchObject({ code: 'EVENT_CAME' });
    expect(PARTY_MOVES.came).toEqual([]);
  });
});

describe('the end', () => {
  test('an hour after it, the money of coupons that nobody earned is back: 2 of 120 came, ¥10 is spent', async () => {
    const world = await eventWorld();
    for (const name of ['ann', 'bob', 'cat']) await signUp(world, name);
    toTheDoors(world);
    for (const name of ['ann', 'bob']) await checkIn(world, name);
    world.nowMs = aPlan().endsAtMs + HOUR_MS;
    for (let n = 0; n < 3; n += 1) {
      await world.tick();
      world.advance(MINUTE_MS);
    }
    expect(eventOf(world)).toMatchObject({ state: 'over', came: 2 });
    expect(budget(world)).toMatchObject({ left: { launch: 500_000 - 1_000 }, open: 0 });
  });

  test('a coupon that is not used within its 14 days gives its ¥5 back too', async () => {
    const world = await eventWorld();
    await signUp(world, 'ann');
    toTheDoors(world);
    await checkIn(world, 'ann');
    world.nowMs = aPlan().endsAtMs + HOUR_MS;
    await world.tick();
    world.advance(15 * DAY_MS);
    for (let n = 0; n < 4; n += 1) {
      await world.tick();
      world.advance(11 * MINUTE_MS);
    }
    expect(budget(world).left.launch).toBe(500_000);
  });

  test('one that is called off says why, takes nobody, and its money is back at once', async () => {
    const world = await eventWorld();
    world.asStaff('boss', ['owner']);
    await signUp(world, 'ann');
    const off = await world.staffCall('boss', 'event.callOff', { eventId: EVENT, why: '下大雨' });
    expect(off).toMatchObject({ data: { state: 'called-off', calledOffWhy: '下大雨' } });
    expect(await world.staffCall('boss', 'event.callOff', { eventId: EVENT, why: '下大雨' })).toMatchObject({
      ok: true,
    });
    expect(await signUp(world, 'bob')).toMatchObject({ code: 'EVENT_CALLED_OFF' });
    expect((await view(world, 'ann')).calledOffWhy).toBe('下大雨');
    expect(budget(world).left.launch).toBe(500_000);
  });
});
