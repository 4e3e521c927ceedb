import { orderId as orderIdOf } from '../../cloudfunctions/kernel/ids';
import type { Envelope } from '../../cloudfunctions/platform/serve/envelope';
import type { Quote } from '../../cloudfunctions/rooms/settlement';
import { ADDRESS } from '../support/shop';
import { diceOf } from './dice';
import { DRAW, TEMPLATE } from './house';
import type { Call } from './invoker';
import { calm } from './moods';
import { recover } from './recovery';
import type { Fate, Request } from './scheduler';
import { onStage, type Stage } from './stage';

/** One trouble on the way: the n-th write (or call of the pay platform) meets this fate. */
export interface Trouble {
  readonly atWrite: number;
  readonly fate: Fate;
  /** Whether the person asks again, with the same key, or goes home. */
  readonly person: 'asks again' | 'goes home';
}

export interface Walk {
  /** Writes of the whole way; fewer than `atWrite`: the trouble never came. */
  readonly writes: number;
  readonly arrived: boolean;
  readonly violations: readonly string[];
}

const NAME = 'ann';
const CLOCKS_AGREE_MS = 10_000;

/** claim → place → pay → callback → hand over → receive → spin, with one trouble, then the recovery. */
export function walk(trouble: Trouble): Promise<Walk> {
  let writes = 0;
  const fateOf = ({ writes: written, silence }: Request): Fate | undefined => {
    const isPay = silence().name === 'PayNoAnswer';
    if (!written && !isPay) return 'answer';
    writes += 1;
    return writes === trouble.atWrite ? trouble.fate : 'answer';
  };
  const dice = diceOf(1);
  return onStage({ seed: 1, dice, mood: calm, fateOf }, async (stage) => {
    let isOver = false;
    let arrived = false;
    const way = theWay(stage, trouble.person).then((result) => {
      isOver = true;
      arrived = result;
    });
    while (!isOver) {
      stage.street.town.advance(200);
      await stage.scheduler.step();
    }
    await way;
    const onTheWay = writes;
    await recover(stage.street, stage.scheduler);
    return { writes: onTheWay, arrived, violations: stage.violations() };
  });
}

async function theWay({ street }: Stage, person: Trouble['person']): Promise<boolean> {
  const { town, invoker } = street;
  const tries = person === 'asks again' ? 3 : 1;
  const ask = async (call: Call): Promise<Envelope | null> => {
    const { name, operation, input, requestKey } = call;
    if (requestKey !== undefined) street.asked.push({ name, operation, input, requestKey });
    for (let tried = 0; tried < tries; tried += 1) {
      const reply = await invoker.call(call);
      if (reply !== 'no answer' && (reply.ok || reply.code !== 'BUSY')) return reply.ok ? reply : null;
    }
    return null;
  };
  const resident = (operation: string, input: object, requestKey?: string) =>
    ask({ door: 'resident', name: NAME, operation, input, ...(requestKey === undefined ? {} : { requestKey }) });

  const claimKey = town.key();
  street.claims.set(claimKey, NAME);
  if (!(await resident('coupon.claim', { templateId: TEMPLATE }, claimKey))) return false;
  // Machines whose clocks differ do not agree yet whether the coupon is valid already.
  town.advance(CLOCKS_AGREE_MS);
  const lines = [
    { skuId: 'rice', quantity: 2 },
    { skuId: 'milk', quantity: 2 },
    { skuId: 'eggs', quantity: 1 },
  ];
  const asked = { lines, pointsWish: 500, addressId: ADDRESS };
  const quoted = await resident('order.quote', asked);
  if (!quoted?.ok) return false;
  const { fingerprint } = (quoted.data as { quote: Quote }).quote;
  const placeKey = town.key();
  const orderId = orderIdOf(town.residentId(NAME), placeKey);
  street.placings.set(placeKey, orderId);
  if (!(await resident('order.place', { ...asked, fingerprint }, placeKey))) return false;
  if (!(await resident('order.pay', { orderId })) || (await town.settle(orderId)) !== 'paid') return false;
  street.paid.set(orderId, false);
  for (let tried = 0; tried < tries && !street.paid.get(orderId); tried += 1) {
    const told = await invoker.callback(orderId);
    street.paid.set(orderId, told !== 'no answer' && told.errcode === 0);
  }
  if (!street.paid.get(orderId)) return false;
  await invoker.job('order.outbox');
  for (const to of ['picked', 'dispatched', 'delivered'])
    if (!(await ask({ door: 'staff', name: 'sam', operation: 'order.move', input: { orderId, to } }))) return false;
  if (!(await resident('order.receive', { orderId }))) return false;
  // The page of the order, opened next, carries out what a function that died left owing.
  if (!(await resident('order.detail', { orderId }))) return false;
  const spun = await resident('draw.spin', { drawId: DRAW, chanceId: `order:${orderId}:1` }, town.key());
  return spun !== null;
}
