import type { Fate } from '../../../tests/support/engine-db';
import {
  aPlan,
  BUDGET_FEN,
  budget,
  checkSeats,
  couponsOf,
  eventOf,
  eventWorld,
  openEvent,
  THANKS_FEN,
} from '../../../tests/support/event-world';
import { treeSeed } from '../../../tests/support/tree-seed';
import { seededRandom, type World } from '../../../tests/support/world';
import { HOUR_MS, MINUTE_MS } from '../../kernel/period';
import { opOfReward } from '../../kernel/reward';
import type { Envelope } from '../../platform/serve/envelope';
import { eventRoom } from '.';
import { nextInLine } from './domain/line';

const PEOPLE = ['an', 'bo', 'cai'];
const FATES: readonly Fate[] = ['lose', 'drop', 'late'];
/** Schedules of one world: its events and people are new in each. */
const A_WORLD = 25;

/** A wish of somebody, asked again with its key until it is answered. */
type Act = () => Promise<Envelope>;

interface Stage {
  readonly world: World;
  readonly eventId: string;
  readonly people: readonly string[];
  below(n: number): number;
}

function actOf({ world, eventId, people, below }: Stage): Act {
  const name = people[below(people.length)] ?? '';
  const key = world.key();
  const what = below(8);
  if (what < 3) return () => world.call(name, 'event.signUp', { eventId, seats: 1 + (what % 2) }, key);
  if (what < 5) return () => world.call(name, 'event.cancel', { eventId }, key);
  const staff = below(2) ? 'xiaoma' : 'xiaolin';
  const token = () => eventOf(world, eventId).parties[world.residentId(name)]?.token ?? '0'.repeat(20);
  return () => world.staffCall(staff, 'event.checkIn', { eventId, code: token() });
}

async function run(world: World, seed: number): Promise<number> {
  const { below } = seededRandom(seed);
  const people = PEOPLE.map((name) => `${name}${seed}`);
  const stage: Stage = { world, eventId: `ev_${seed}`, people, below };
  const startsAtMs = world.nowMs + below(2) * HOUR_MS;
  openEvent(world, aPlan({ startsAtMs, endsAtMs: startsAtMs + 3 * HOUR_MS, capacity: 2 }), stage.eventId);
  const percent = below(25);
  const troubled = () => (below(100) < percent ? (FATES[below(3)] ?? 'answer') : 'answer');
  const told = new Map<Act, string>();
  const acts: Act[] = [];
  for (let round = 0; round < 2; round += 1) {
    world.db.decide = troubled;
    acts.push(...Array.from({ length: 3 }, () => actOf(stage)));
    const replies = await Promise.all(acts.map(async (act) => [act, await act()] as const));
    for (const [act, reply] of replies) remember(told, act, reply);
    if (below(2) === 0) await world.db.playLate();
    world.advance(below(3) * 70 * MINUTE_MS);
    if (below(2) === 0) await timer(world).catch(() => undefined);
    checkSeats(world, stage.eventId);
  }
  world.db.decide = () => 'answer';
  await world.db.playLate();
  await settle(stage);
  // At rest nobody waits for a seat that is free.
  expect(nextInLine(eventOf(world, stage.eventId), world.nowMs)).toBeNull();
  return end(stage);
}

/** What was done stays said: the same key never hears another success. */
function remember(told: Map<Act, string>, act: Act, reply: Envelope): void {
  if (!reply.ok) {
    expect(reply.code).not.toBe('INTERNAL');
    return;
  }
  const { state } = reply.data as { state?: string };
  if (state === undefined) return;
  const said = JSON.stringify(reply.data);
  expect(told.get(act) ?? said).toBe(said);
  told.set(act, said);
}

async function timer(world: World): Promise<void> {
  for (const job of Object.values(eventRoom.jobs ?? {})) await job.run(world.context());
}

async function settle({ world, eventId }: Stage): Promise<void> {
  for (let n = 0; n < 2; n += 1) {
    world.advance(2 * MINUTE_MS);
    await timer(world);
  }
  checkSeats(world, eventId);
}

/** One coupon for each household that came and none for another; how many came. */
async function end(stage: Stage): Promise<number> {
  const { world, eventId, people } = stage;
  world.nowMs = Math.max(world.nowMs, eventOf(world, eventId).plan.endsAtMs + HOUR_MS);
  await settle(stage);
  const event = eventOf(world, eventId);
  expect([event.state, event.effectsDueAt]).toEqual(['over', undefined]);
  for (const name of people) {
    const residentId = world.residentId(name);
    const due = opOfReward({ rule: 'event-check-in', causeId: eventId, residentId, n: 1 });
    const came = event.parties[residentId]?.state === 'came' ? [due] : [];
    expect(couponsOf(world, name).map(({ couponId }) => couponId)).toEqual(came);
  }
  return event.came;
}

/** All money but that of the coupons that were given is back in the budget. */
function checkMoney(world: World, came: number): void {
  expect(budget(world)).toMatchObject({ left: { launch: BUDGET_FEN - came * THANKS_FEN }, open: 0 });
}

const SCHEDULES = Number(process.env.LINLI_SCHEDULES ?? 2_000);

test(`${SCHEDULES} seeded schedules of sign-ups, cancellations and scans under lost, dropped and late requests`, async () => {
  const first = treeSeed();
  for (let start = 0; start < SCHEDULES; start += A_WORLD) {
    const world = await eventWorld();
    // The market of the other tests: over before it begins, its money back.
    world.engine.put('events', { ...eventOf(world), state: 'over' });
    world.engine.put('cells', { ...budget(world), left: { launch: BUDGET_FEN }, held: {} } as never);
    let came = 0;
    for (let seed = first + start; seed < first + start + A_WORLD; seed += 1) {
      try {
        came += await run(world, seed);
        checkMoney(world, came);
      } catch (error) {
        throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    }
  }
}, 240_000);
