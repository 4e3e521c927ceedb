import type { Cell } from '../../cloudfunctions/kernel/cell';
import { HOUR_MS } from '../../cloudfunctions/kernel/period';
import type { Wallet } from '../../cloudfunctions/kernel/wallet';
import { openCell } from '../../cloudfunctions/platform/holds/open-cell';
import { makeAccountRoom, publishEstate } from '../../cloudfunctions/rooms/account';
import { couponRoom } from '../../cloudfunctions/rooms/coupon';
import { drawRoom } from '../../cloudfunctions/rooms/draw';
import { eventReminder, eventRoom } from '../../cloudfunctions/rooms/event';
import type { EventPlan, NeighbourEvent, Thanks } from '../../cloudfunctions/rooms/event/domain/event';
import { loyaltyRoom } from '../../cloudfunctions/rooms/loyalty';
import { makeNoticeRoom } from '../../cloudfunctions/rooms/notice';
import { rewardRoom } from '../../cloudfunctions/rooms/reward';
import { aWorld, START_MS, type World } from './world';

export const EVENT = 'ev_market';
export const THANKS_FEN = 500;
export const BUDGET_FEN = 500_000;
const BUDGET = 'budget_launch';

/** A market that begins in 2 hours and lasts 2 and a half: 120 seats, 3 to a household, ¥5 off ¥30 for who comes. */
export const aPlan = (change: Partial<EventPlan> = {}): EventPlan => ({
  title: '周末集市',
  line: '尝冬枣、煮水饺，老面馒头现蒸',
  estateId: 'guihua',
  place: '桂花里东门小广场',
  placeNote: '从 5 号楼走过去 3 分钟',
  startsAtMs: START_MS + 2 * HOUR_MS,
  endsAtMs: START_MS + 4.5 * HOUR_MS,
  weatherNote: '下雨挪到下周日',
  pictures: ['dumpling', 'pot'],
  tint: 'peach',
  ...{ capacity: 120, perHousehold: 3, host: '邻礼桂花里店', contact: '小马', thanksTemplateId: 'thanks5' },
  ...change,
});

const THANKS: Thanks = {
  promise: {
    templateId: 'thanks5',
    title: '来集市谢谢您',
    terms: { kind: 'fixed', scope: { all: true }, minSpendFen: 3_000, offFen: THANKS_FEN, group: 'a' },
    days: 14,
  },
  campaignId: 'launch',
  reserve: { cellId: BUDGET, q: { launch: THANKS_FEN } },
};

/** An open event as publishing leaves it, its money taken from the campaign's budget. */
export async function eventWorld(change: Partial<EventPlan> = {}, seed = 1): Promise<World> {
  const rooms = [
    makeAccountRoom({ cartCount: async () => 0 }),
    couponRoom,
    loyaltyRoom,
    drawRoom,
    rewardRoom,
    eventRoom,
    makeNoticeRoom({ eventReminder }),
  ];
  const world = aWorld(rooms, { seed });
  await publishEstate(world.context(), {
    ...{ _id: 'guihua', name: '桂花里', district: '西湖', street: '桂花路 1 号', buildings: ['1 号楼'] },
    ...{ served: true, distanceMeters: 100, baseFreightFen: 500, rushFeeFen: null },
  });
  await openCell(world.engine, BUDGET, { launch: BUDGET_FEN });
  for (const name of ['xiaoma', 'xiaolin']) world.asStaff(name, ['promoter']);
  openEvent(world, aPlan(change));
  return world;
}

/** One more event, open as publishing leaves it. */
export function openEvent(world: World, plan: EventPlan, eventId = EVENT): void {
  const seats = plan.capacity;
  const [op, cell] = [`evb_${eventId}`, budget(world)];
  const mark = { q: { launch: seats * THANKS_FEN }, at: START_MS, s: 'c', by: eventId };
  const left = { launch: (cell.left.launch ?? 0) - seats * THANKS_FEN };
  world.engine.put('cells', { ...cell, left, held: { ...cell.held, [op]: mark } } as never);
  const event: NeighbourEvent = {
    ...{ _id: eventId, rev: 1, state: 'open', plan, createdAtMs: START_MS, shownUntilMs: plan.endsAtMs },
    ...{ changedAtMs: null, calledOffWhy: null, left: seats, waiting: 0, came: 0, parties: {}, effects: {} },
    ...{ thanks: THANKS, money: { [op]: { at: START_MS, seats } } },
  };
  world.engine.put('events', event);
}

const found = <T>(world: World, collection: string, _id: string): T | undefined =>
  world.engine.store.findNow(collection, { _id }, { limit: 1 })[0] as T | undefined;

export function budget(world: World): Cell {
  const cell = found<Cell>(world, 'cells', BUDGET);
  if (!cell) throw new Error('no budget');
  return cell;
}

export function eventOf(world: World, eventId = EVENT): NeighbourEvent {
  const event = found<NeighbourEvent>(world, 'events', eventId);
  if (!event) throw new Error(`no event ${eventId}`);
  return event;
}

export const partyOf = (world: World, name: string) => eventOf(world).parties[world.residentId(name)];

export const signUp = (world: World, name: string, seats = 1, key = world.key()) =>
  world.call(name, 'event.signUp', { eventId: EVENT, seats }, key);

export const cancel = (world: World, name: string, key = world.key()) =>
  world.call(name, 'event.cancel', { eventId: EVENT }, key);

/** Staff scans the code that the household shows; who has none shows one that nobody has. */
export const checkIn = (world: World, name: string, staff = 'xiaoma') =>
  world.staffCall(staff, 'event.checkIn', { eventId: EVENT, code: partyOf(world, name)?.token ?? '0'.repeat(20) });

export const couponsOf = (world: World, name: string) =>
  Object.entries(found<Wallet>(world, 'wallets', world.residentId(name))?.coupons ?? {}).map(([couponId, coupon]) => ({
    ...coupon,
    couponId,
  }));

/** To the moment when the doors are open. */
export const toTheDoors = (world: World): void => {
  world.nowMs = Math.max(world.nowMs, eventOf(world).plan.startsAtMs);
};

/** What must be so at any moment: no seat is given twice, and the counters are what the households add up to. */
export function checkSeats(world: World, eventId = EVENT): void {
  const { plan, left, waiting, came, parties } = eventOf(world, eventId);
  const all = Object.values(parties);
  const seatsOf = (...states: string[]) =>
    all.filter(({ state }) => states.includes(state)).reduce((sum, { seats }) => sum + seats, 0);
  expect(left).toBeGreaterThanOrEqual(0);
  expect(left + seatsOf('offered', 'going', 'came')).toBe(plan.capacity);
  expect(waiting).toBe(all.filter(({ state }) => state === 'waiting').length);
  expect(came).toBe(all.filter(({ state }) => state === 'came').length);
}
