import { orderId as orderIdOf } from '../../cloudfunctions/kernel/ids';
import { MINUTE_MS } from '../../cloudfunctions/kernel/period';
import type { Envelope } from '../../cloudfunctions/platform/serve/envelope';
import type { Quote } from '../../cloudfunctions/rooms/settlement';
import { ADDRESS } from '../support/shop';
import { diceOf } from './dice';
import { DRAW, type Person, TEMPLATE } from './house';
import { calm } from './moods';
import type { Street } from './people';
import { recover } from './recovery';
import type { Fate, Request } from './scheduler';
import { onStage, type Sabotage } from './stage';

/** One trouble on the way: the n-th write (or call of the pay platform) meets this fate. */
export interface Trouble {
  readonly atWrite: number;
  readonly fate: Fate;
  /** Whether the person asks again, with the same key, or goes home. */
  readonly person: 'asks again' | 'goes home';
}

export interface Walk {
  /** Writes of the part of the way on which trouble lies; fewer than `atWrite`: it never came. */
  readonly writes: number;
  readonly arrived: boolean;
  readonly violations: readonly string[];
}

/** A way through the house; `watched` runs the part of it that trouble may meet. True: arrived at its end. */
export type Way = (walker: Walker) => Promise<boolean>;

export interface Walker {
  readonly street: Street;
  watched<T>(part: () => Promise<T>): Promise<T>;
  /** Null: refused, or nothing was heard. */
  ask(name: Person | 'sam', operation: string, input: object, requestKey?: string): Promise<Envelope | null>;
}

/** Goes one way with one trouble, then the recovery, then the accounts. */
export function walk(way: Way, trouble: Trouble, sabotage: Sabotage = {}): Promise<Walk> {
  let writes = 0;
  let isWatched = false;
  const fateOf = ({ writes: written, silence }: Request): Fate => {
    const isPay = silence().name === 'PayNoAnswer';
    if (!isWatched || (!written && !isPay)) return 'answer';
    writes += 1;
    return writes === trouble.atWrite ? trouble.fate : 'answer';
  };
  return onStage(
    { seed: 1, dice: diceOf(1), mood: calm, fateOf, sabotage },
    async ({ street, scheduler, violations }) => {
      const watched = async <T>(part: () => Promise<T>): Promise<T> => {
        isWatched = true;
        const result = await part();
        isWatched = false;
        return result;
      };
      let arrived: boolean | undefined;
      const going = way({ street, watched, ask: askerOn(street, trouble.person) }).then((isThere) => {
        arrived = isThere;
      });
      while (arrived === undefined) {
        street.town.advance(200);
        await scheduler.step();
      }
      await going;
      isWatched = false;
      await recover(street, scheduler);
      return { writes, arrived, violations: violations() };
    },
  );
}

function askerOn(street: Street, person: Trouble['person']): Walker['ask'] {
  const tries = person === 'asks again' ? 3 : 1;
  return async (name, operation, input, requestKey) => {
    const key = requestKey === undefined ? {} : { requestKey };
    if (requestKey !== undefined) street.asked.push({ name, operation, input, requestKey });
    const door = name === 'sam' ? 'staff' : 'resident';
    for (let tried = 0; tried < tries; tried += 1) {
      const reply = await street.invoker.call({ door, name, operation, input, ...key });
      if (reply !== 'no answer' && (reply.ok || reply.code !== 'BUSY')) return reply.ok ? reply : null;
    }
    return null;
  };
}

/** Machines whose clocks differ agree by then that a coupon just claimed is valid. */
const CLOCKS_AGREE_MS = 10_000;
const LINES = [
  { skuId: 'rice', quantity: 2 },
  { skuId: 'milk', quantity: 2 },
  { skuId: 'eggs', quantity: 1 },
];

/** claim → place → pay → callback → hand over → receive → spin. */
export const toThePrize: Way = ({ street, watched, ask }) =>
  watched(async () => {
    const name = 'ann';
    const claimKey = street.town.key();
    street.claims.set(claimKey, name);
    if (!(await ask(name, 'coupon.claim', { templateId: TEMPLATE }, claimKey))) return false;
    street.town.advance(CLOCKS_AGREE_MS);
    const orderId = await buyAndPay({ street, watched, ask }, name);
    if (orderId === null) return false;
    await street.invoker.job('order.outbox');
    for (const to of ['picked', 'dispatched', 'delivered'])
      if (!(await ask('sam', 'order.move', { orderId, to }))) return false;
    if (!(await ask(name, 'order.receive', { orderId }))) return false;
    // The page of the order, opened next, carries out what a function that died left owing.
    if (!(await ask(name, 'order.detail', { orderId }))) return false;
    const spun = await ask(name, 'draw.spin', { drawId: DRAW, chanceId: `order:${orderId}:1` }, street.town.key());
    return spun !== null;
  });

/**
 * A paid order is cancelled, a neighbour buys the same, and the outbox sleeps until the cells have been pruned: what is
 * given back then meets horizons that have passed its birth.
 */
export const backAgain: Way = async (walker) => {
  const { street, watched, ask } = walker;
  const orderId = await buyAndPay(walker, 'ann');
  if (orderId === null) return false;
  await street.invoker.job('order.outbox');
  const cancelled = await watched(() => ask('ann', 'order.cancel', { orderId }));
  street.town.advance(MINUTE_MS);
  const theirs = await buyAndPay(walker, 'bob');
  street.town.advance(3 * MINUTE_MS);
  await street.invoker.job('holds.cells');
  street.town.advance(11 * MINUTE_MS);
  await street.invoker.job('holds.prune');
  return cancelled !== null && theirs !== null;
};

/** Null: it did not come to that. */
export async function buyAndPay({ street, ask }: Walker, name: Person): Promise<string | null> {
  const { town, invoker } = street;
  const asked = { lines: LINES, pointsWish: 500, addressId: ADDRESS };
  const quoted = await ask(name, 'order.quote', asked);
  if (!quoted?.ok) return null;
  const { fingerprint } = (quoted.data as { quote: Quote }).quote;
  const requestKey = town.key();
  const orderId = orderIdOf(town.residentId(name), requestKey);
  street.placings.set(requestKey, orderId);
  if (!(await ask(name, 'order.place', { ...asked, fingerprint }, requestKey))) return null;
  if (!(await ask(name, 'order.pay', { orderId })) || (await town.settle(orderId)) !== 'paid') return null;
  street.paid.set(orderId, false);
  // WeChat repeats what was not answered.
  for (let tried = 0; tried < 3 && !street.paid.get(orderId); tried += 1) {
    const told = await invoker.callback(orderId);
    street.paid.set(orderId, told !== 'no answer' && told.errcode === 0);
  }
  return street.paid.get(orderId) ? orderId : null;
}
