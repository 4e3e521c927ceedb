import { orderId as orderIdOf } from '../../cloudfunctions/kernel/ids';
import type { Envelope } from '../../cloudfunctions/platform/serve/envelope';
import type { Quote } from '../../cloudfunctions/rooms/settlement';
import { ADDRESS } from '../support/shop';
import type { Dice } from './dice';
import { chanceAtStart, DRAW, type Person, TEMPLATE } from './house';
import type { Invoker } from './invoker';
import type { Mood } from './moods';
import { askAnew } from './people-exchanges';
import { askBack, sendAllBack, shortOf, tellOfRefunds } from './people-refunds';

/** What people meet besides the doors, in one process or over the wire. */
export interface Town {
  /** A request key, born now. */
  key(): string;
  residentId(name: string): string;
  advance(ms: number): void;
  /** At the cashier. */
  settle(orderId: string): Promise<'paid' | 'refused'>;
  /** Numbers of the refunds that the bank has of an order. */
  refundsOf(orderId: string): readonly string[];
}

/** People live through the house; each call of theirs is a function's process that may die under their hands. */
export interface Street {
  readonly town: Town;
  readonly dice: Dice;
  readonly invoker: Invoker;
  readonly mood: Mood;
  /** Waits for the dice, `steps` times; false: the day is over, go home. */
  pause(steps?: number): Promise<boolean>;
  readonly placings: Map<string, string>;
  readonly claims: Map<string, string>;
  /** Paid orders, and whether the pay platform was told that they are known. */
  readonly paid: Map<string, boolean>;
  /** Everything that was asked under a key, to be asked again. */
  readonly asked: { name: string; operation: string; input: object; requestKey: string }[];
}

/** The same call from one or two devices at once, and again where nothing was heard. */
export async function insist(street: Street, name: string, operation: string, input: object, requestKey?: string) {
  const { dice, invoker } = street;
  const call = () =>
    invoker.call({ door: 'resident', name, operation, input, ...(requestKey === undefined ? {} : { requestKey }) });
  if (requestKey !== undefined) street.asked.push({ name, operation, input, requestKey });
  let heard: Envelope | undefined;
  for (let tried = 0; tried < 3; tried += 1) {
    const replies = await Promise.all(dice.chance(0.3) ? [call(), call()] : [call()]);
    heard = replies.find((reply): reply is Envelope => reply !== 'no answer' && (reply.ok || reply.code !== 'BUSY'));
    if (heard || dice.chance(0.3) || !(await street.pause())) break;
  }
  return heard;
}

export async function shopper(street: Street, name: Person): Promise<void> {
  const { dice } = street;
  for (let orders = 1 + dice.below(street.mood.orders); orders > 0; orders -= 1) {
    if (!(await street.pause(dice.below(10)))) return;
    const orderId = await buy(street, name);
    if (orderId === null) continue;
    if (dice.chance(0.2))
      void street.invoker.call({ door: 'resident', name, operation: 'order.cancel', input: { orderId } });
    if (!dice.chance(0.85)) continue;
    await payFor(street, name, orderId);
    await afterwards(street, name, orderId);
  }
}

async function buy(street: Street, name: Person): Promise<string | null> {
  const { town, dice, invoker } = street;
  const wanted = { rice: dice.below(3), milk: dice.below(3), eggs: dice.below(2) };
  const lines = Object.entries(wanted).flatMap(([skuId, quantity]) => (quantity > 0 ? [{ skuId, quantity }] : []));
  if (lines.length === 0) return null;
  const asked = { lines, pointsWish: dice.pick([0, 300, 500]), addressId: ADDRESS };
  const quoted = await invoker.call({ door: 'resident', name, operation: 'order.quote', input: asked });
  if (quoted === 'no answer' || !quoted.ok || !(await street.pause())) return null;
  const { fingerprint } = (quoted.data as { quote: Quote }).quote;
  const requestKey = town.key();
  const orderId = orderIdOf(town.residentId(name), requestKey);
  street.placings.set(requestKey, orderId);
  await insist(street, name, 'order.place', { ...asked, fingerprint }, requestKey);
  return orderId;
}

/** Asks for the payment, pays at the cashier, and the platform says so once or more, soon or late. */
async function payFor(street: Street, name: Person, orderId: string): Promise<void> {
  const { dice, town } = street;
  const asked = await insist(street, name, 'order.pay', { orderId });
  if (!asked?.ok || !(await street.pause(dice.below(4)))) return;
  if ((await town.settle(orderId)) === 'refused') return;
  street.paid.set(orderId, false);
  const callbacks = Array.from({ length: 1 + dice.below(3) }, () => oneCallback(street, orderId));
  if (dice.chance(0.7)) await Promise.all(callbacks);
}

export async function oneCallback(street: Street, orderId: string): Promise<void> {
  const { dice, invoker } = street;
  for (let tried = 0; tried < 3; tried += 1) {
    if (!(await street.pause(dice.below(6)))) return;
    const reply = await invoker.callback(orderId);
    if (reply === 'no answer' || reply.errcode !== 0) continue;
    street.paid.set(orderId, true);
    return;
  }
}

async function afterwards(street: Street, name: Person, orderId: string): Promise<void> {
  const { dice, invoker, mood } = street;
  const staff = (operation: string, input: object) => invoker.call({ door: 'staff', name: 'sam', operation, input });
  if (dice.chance(mood.cancels)) void insist(street, name, 'order.cancel', { orderId });
  if (dice.chance(mood.cancels)) void staff('order.cancelByShop', { orderId });
  for (const to of ['picked', 'dispatched', 'delivered']) {
    if (dice.chance(mood.refunds)) void askBack(street, name, orderId);
    if (dice.chance(mood.refunds / 3)) void shortOf(street, name, orderId);
    if (!(await street.pause(dice.below(3))) || dice.chance(0.06)) return;
    const moves = Array.from({ length: dice.chance(0.2) ? 2 : 1 }, () => staff('order.move', { orderId, to }));
    const [reply] = await Promise.all(moves);
    if (reply === 'no answer') await staff('order.move', { orderId, to });
  }
  if (dice.chance(0.1) || !(await street.pause())) return;
  if (dice.chance(mood.refunds)) void askBack(street, name, orderId);
  if (dice.chance(mood.refunds)) void askAnew(street, name, orderId);
  await insist(street, name, 'order.receive', { orderId });
  if (dice.chance(mood.refunds)) void afterSales(street, name, orderId);
  if (await street.pause()) await spin(street, name, `order:${orderId}:1`);
  // All of it goes back after the draw: what its chance won goes with it.
  if (dice.chance(mood.refunds) && (await street.pause())) await sendAllBack(street, name, orderId);
}

/** Once, or again and again until nothing is left, for money or for the same goods; the bank tells of what it did. */
async function afterSales(street: Street, name: Person, orderId: string): Promise<void> {
  for (let times = 1 + street.dice.below(3); times > 0; times -= 1) {
    if (!(await street.pause(street.dice.below(5)))) return;
    await (street.dice.chance(0.4) ? askAnew : askBack)(street, name, orderId);
    if (street.dice.chance(0.5)) await tellOfRefunds(street, orderId);
  }
}

/** Two devices of one resident with a key each, or the same key again. */
export async function spin(street: Street, name: Person, chanceId: string): Promise<void> {
  const { town, dice } = street;
  const input = { drawId: DRAW, chanceId };
  const devices = Array.from({ length: dice.chance(0.4) ? 2 : 1 }, () =>
    insist(street, name, 'draw.spin', input, town.key()),
  );
  await Promise.all(devices);
}

export async function gambler(street: Street, name: Person): Promise<void> {
  if (await street.pause(street.dice.below(30))) await spin(street, name, chanceAtStart(name));
}

export async function claimer(street: Street, name: Person): Promise<void> {
  const { town, dice } = street;
  for (let keys = 1 + dice.below(2); keys > 0; keys -= 1) {
    if (!(await street.pause(dice.below(20)))) return;
    const requestKey = town.key();
    street.claims.set(requestKey, name);
    await insist(street, name, 'coupon.claim', { templateId: TEMPLATE }, requestKey);
  }
}

/** The timer as often as it likes, any number of its jobs at once. */
export async function timekeeper(street: Street): Promise<void> {
  const { dice, invoker, mood } = street;
  while (await street.pause(1 + dice.below(8))) void invoker.job(dice.pick(mood.jobs ?? invoker.jobs));
}
