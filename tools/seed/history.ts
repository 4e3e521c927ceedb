import type { OutputOf } from '../../cloudfunctions/contract';
import { DAY_MS, HOUR_MS, MINUTE_MS, shanghaiDay, startOfShanghaiDay } from '../../cloudfunctions/kernel/period';
import type { couponContract } from '../../cloudfunctions/rooms/coupon/contract';
import type { Localcloud } from '../../localcloud';
import { TEMPLATES } from './data/coupons';
import { COURIER, type DemoResident, GUI, NEIGHBOURS, RESIDENTS, SHOP, ZHOU } from './data/people';
import { type Driver, Refused } from './driver';
import type { Ending, PlannedOrder } from './plan';
import { spinAndFetch } from './prizes';

/** Something that someone does at a moment; people are independent of each other inside one. */
export interface Happening {
  readonly atMs: number;
  /** Happenings of one person keep their order. */
  readonly who: string;
  run(): Promise<void>;
}

/** How late after the order each step is. */
const STEP_MS = {
  pay: MINUTE_MS,
  picked: 15 * MINUTE_MS,
  dispatched: 40 * MINUTE_MS,
  delivered: 75 * MINUTE_MS,
} as const;
const RECEIVED_MS = 100 * MINUTE_MS;

/** Steps of an order that ends so, by staff and resident. */
const STEPS: { readonly [ending in Ending]: readonly (keyof typeof STEP_MS | 'received' | 'spin' | 'cancel')[] } = {
  unpaid: [],
  paid: ['pay'],
  cancelled: ['pay', 'cancel'],
  picked: ['pay', 'picked'],
  dispatched: ['pay', 'picked', 'dispatched'],
  delivered: ['pay', 'picked', 'dispatched', 'delivered'],
  'self-received': ['pay', 'picked', 'dispatched', 'delivered'],
  received: ['pay', 'picked', 'dispatched', 'delivered', 'received'],
  spun: ['pay', 'picked', 'dispatched', 'delivered', 'received', 'spin'],
};

interface Household {
  readonly person: DemoResident;
  addressId: string;
}

/** Everyone moves in on the first day: looks in, chooses the estate, writes the address; some come by the flyer. */
export function movingIn(
  driver: Driver,
  atMs: number,
  scene: string,
): { happenings: Happening[]; homes: Map<string, Household> } {
  const homes = new Map<string, Household>();
  const happenings = [...RESIDENTS, ...NEIGHBOURS].map((person, index): Happening => {
    const home: Household = { person, addressId: '' };
    homes.set(person.openid, home);
    return {
      atMs: atMs + index * MINUTE_MS,
      who: person.openid,
      run: () => moveIn(driver, home, atMs + index * MINUTE_MS, index % 3 === 0 ? null : scene),
    };
  });
  return { happenings, homes };
}

async function moveIn(driver: Driver, home: Household, atMs: number, scene: string | null): Promise<void> {
  const { openid, name, estateId, building, room, phone } = home.person;
  await driver.resident(openid, 'account.session', {});
  if (scene) {
    await driver.resident(openid, 'outreach.land', { scene });
    await driver.resident(openid, 'outreach.claim', { scene }, driver.key(atMs, `${openid} flyer`));
  }
  await driver.resident(openid, 'account.chooseEstate', { estateId });
  const address = { estateId, building, room, contactName: name, phone, isDefault: true };
  const saved = await driver.resident<{ addresses: { addressId: string }[] }>(
    openid,
    'account.saveAddress',
    address,
    driver.key(atMs, `${openid} address`),
  );
  home.addressId = saved.addresses[0]?.addressId ?? '';
}

/** On the first day six early birds take the last of the small coupon, and the regulars theirs. */
export function claiming(driver: Driver, atMs: number): Happening[] {
  const early = NEIGHBOURS.slice(0, 6).map((person) => [person, TEMPLATES.snapped] as const);
  const regulars = RESIDENTS.slice(1).map((person) => [person, TEMPLATES.save60] as const);
  return claims(driver, atMs, [...early, ...regulars]);
}

/** Yesterday some went to the coupon centre: these coupons lie in their wallets now. */
export function claimingLately(driver: Driver, atMs: number): Happening[] {
  return claims(driver, atMs, [
    [ZHOU, TEMPLATES.freight],
    [ZHOU, TEMPLATES.save60],
    [GUI, TEMPLATES.gold],
    [GUI, TEMPLATES.fresh],
  ]);
}

type Centre = OutputOf<(typeof couponContract)['coupon.centre']>;

function claims(driver: Driver, atMs: number, who: readonly (readonly [DemoResident, string])[]): Happening[] {
  return who.map(([{ openid }, templateId], index) => {
    const whenMs = atMs + index * MINUTE_MS;
    // As on the page: what the centre does not offer (a history cut short leaves 桂姨 below gold) is not tapped.
    const run = async () => {
      const { templates } = await driver.resident<Centre>(openid, 'coupon.centre', {});
      const offered = templates.some((template) => template.templateId === templateId && template.state === 'to-claim');
      if (!offered) return;
      await driver.resident(openid, 'coupon.claim', { templateId }, driver.key(whenMs, `${openid} ${templateId}`));
    };
    return { atMs: whenMs, who: openid, run };
  });
}

/** One order as its own chain of happenings. */
export function ordering(
  cloud: Localcloud,
  driver: Driver,
  homes: Map<string, Household>,
  order: PlannedOrder,
): Happening[] {
  const { openid } = order.person;
  const life = { orderId: '', payableFen: 0 };
  const at = (afterMs: number, run: () => Promise<void>): Happening => ({
    atMs: order.atMs + afterMs,
    who: openid,
    run,
  });
  const place = at(0, async () => {
    Object.assign(life, await placeOrder(driver, homes.get(openid), order));
  });
  const rest = STEPS[order.ending].map((step): Happening => {
    switch (step) {
      case 'pay':
        return at(STEP_MS.pay, () => payFor(cloud, driver, openid, life));
      case 'cancel':
        return at(5 * MINUTE_MS, async () => {
          await driver.resident(openid, 'order.cancel', { orderId: life.orderId });
        });
      case 'received':
        return at(RECEIVED_MS, async () => {
          await driver.resident(openid, 'order.receive', { orderId: life.orderId });
        });
      case 'spin':
        return at(RECEIVED_MS + MINUTE_MS, () => spinAll(driver, openid, order.atMs + RECEIVED_MS));
      default:
        return at(STEP_MS[step], async () => {
          const staff = step === 'picked' ? SHOP : COURIER;
          await driver.staff(staff.openid, 'order.move', { orderId: life.orderId, to: step });
        });
    }
  });
  return [place, ...rest];
}

interface Placed {
  readonly orderId: string;
  readonly payableFen: number;
}

/** Quotes, then places what was quoted; a price that changed in between is agreed to once more. */
async function placeOrder(driver: Driver, home: Household | undefined, order: PlannedOrder): Promise<Placed> {
  if (!home) throw new Error(`${order.person.name} has not moved in`);
  const asked = { lines: order.lines.map((line) => ({ ...line, selected: true })), addressId: home.addressId };
  const { openid } = order.person;
  const quoted = await driver.resident<{ quote: { fingerprint: string } }>(openid, 'order.quote', asked);
  const place = (fingerprint: string) =>
    driver.resident<Placed>(
      openid,
      'order.place',
      { ...asked, fingerprint },
      driver.key(order.atMs, `${openid} order`),
    );
  try {
    return await place(quoted.quote.fingerprint);
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'QUOTE_CHANGED') throw error;
    const { fresh } = error.detail as { fresh: { quote: { fingerprint: string } } };
    return place(fresh.quote.fingerprint);
  }
}

async function payFor(
  cloud: Localcloud,
  driver: Driver,
  openid: string,
  { orderId, payableFen }: Placed,
): Promise<void> {
  if (payableFen === 0) return;
  await driver.resident(openid, 'order.pay', { orderId });
  await cloud.pay.pay(orderId);
}

/** Uses every open chance, as someone does who opens the wheel. */
async function spinAll(driver: Driver, openid: string, atMs: number): Promise<void> {
  const view = await driver.resident<{ drawId: string; openChances: string[] }>(openid, 'draw.view', {});
  for (const chanceId of view.openChances) await spinAndFetch(driver, openid, view.drawId, chanceId, atMs);
}

/** Minutes before and after each midnight, when nobody is up: what is held is settled before the night's reckoning looks. */
const LAST_FIRING_MS = 5 * MINUTE_MS;
const FIRST_FIRING_MS = 10 * MINUTE_MS;

/** The timer runs three times a day: each job that is due does then what it would have done by and by. */
export function timers(cloud: Localcloud, startMs: number, endMs: number): Happening[] {
  const firing = (atMs: number): Happening => ({ atMs, who: 'clock', run: () => cloud.fireTimers() });
  const moments: number[] = [];
  for (let atMs = startMs + HOUR_MS; atMs < endMs - HOUR_MS; atMs += DAY_MS) moments.push(atMs);
  for (let day = shanghaiDay(startMs) + 1; startOfShanghaiDay(day) + FIRST_FIRING_MS < endMs; day += 1)
    moments.push(startOfShanghaiDay(day) - LAST_FIRING_MS, startOfShanghaiDay(day) + FIRST_FIRING_MS);
  return moments.filter((atMs) => atMs > startMs).map(firing);
}

/** A happening waits for those of the same person; different people inside one slot act at once. */
const SLOT_MS = 10 * MINUTE_MS;

/** Lives through everything in the order of time, moving the cloud's clock before each slot. */
export async function live(cloud: Localcloud, happenings: readonly Happening[]): Promise<void> {
  const sorted = [...happenings].sort((a, b) => a.atMs - b.atMs);
  for (let i = 0; i < sorted.length; ) {
    const slotMs = sorted[i]?.atMs ?? 0;
    const slot = sorted.slice(i).filter(({ atMs }) => atMs < slotMs + SLOT_MS);
    i += slot.length;
    const lastMs = slot.at(-1)?.atMs ?? slotMs;
    if (lastMs > cloud.clock.nowMs()) cloud.clock.moveTo(lastMs);
    await Promise.all([...chains(slot).values()].map(inTurn));
  }
}

function chains(slot: readonly Happening[]): Map<string, Happening[]> {
  const byPerson = new Map<string, Happening[]>();
  for (const happening of slot) byPerson.set(happening.who, [...(byPerson.get(happening.who) ?? []), happening]);
  return byPerson;
}

async function inTurn(chain: readonly Happening[]): Promise<void> {
  for (const { run } of chain) await run();
}
