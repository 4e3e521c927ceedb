import { MINUTE_MS } from '../../../cloudfunctions/kernel/period';
import type { PaymentReply } from '../../../cloudfunctions/platform/serve/answer';
import { paymentEvent } from '../../../localcloud/pay/events';
import { LOCAL_APPID } from '../../../tools/seed/base';
import { openBooks } from '../../simulation/books';
import { type Dice, diceOf } from '../../simulation/dice';
import { PEOPLE } from '../../simulation/house';
import type { Invoker } from '../../simulation/invoker';
import { calm } from '../../simulation/moods';
import { claimer, gambler, type Street, shopper } from '../../simulation/people';
import { type Accounts, violationsAtRest } from '../../simulation/rest';
import { aTold, type Told } from '../../simulation/told';
import type { WireHouse } from './wire-house';

const JUMPS_MS = [70_000, 130_000, 3 * MINUTE_MS];
/** Quiet time at the end: marks are swept, orders closed, cells pruned. */
const ROUNDS_MS = [3, 3, 16, 11, 3, 3].map((minutes) => minutes * MINUTE_MS);

export interface WireOutcome {
  readonly violations: readonly string[];
  readonly states: readonly string[];
  /** Faults that struck, by kind. */
  readonly faults: { readonly [kind: string]: number };
}

/** One random day of the street over the wire: requests are lost, late, doubled, and functions are killed. */
export async function wireSchedule(house: WireHouse, seed: number): Promise<WireOutcome> {
  const { cloud } = house;
  house.tidyUp();
  const dice = diceOf(seed);
  const told = aTold();
  const day = { isOver: false };
  const { opening } = openBooks(house);
  cloud.faults.random({
    seed,
    ...{ pDrop: 0.01, pLose: 0.015, pLate: 0.01, pDuplicate: 0.02, pDelay: 0.02, pCrash: 0.001, maxMs: 40 },
  });
  const street = streetOf(house, dice, told, day);
  const timer = minutes(street);
  await Promise.all([
    ...PEOPLE.map((name) => shopper(street, name)),
    ...PEOPLE.map((name) => claimer(street, name)),
    ...PEOPLE.map((name) => gambler(street, name)),
  ]);
  day.isOver = true;
  await timer;
  const faults: { [kind: string]: number } = {};
  for (const { act } of cloud.faults.fired) faults[act.kind] = (faults[act.kind] ?? 0) + 1;
  await recover(house, street);
  const { placings, claims } = street;
  const violations = violationsAtRest({ accounts: accountsOf(house), opening, told, placings, claims });
  const states = [...openBooks(house).orders.values()].map(({ state }) => state);
  return { violations: [...told.violations, ...violations], states, faults };
}

/** The trigger fires now and then, also while people are at it. */
async function minutes(street: Street): Promise<void> {
  while (await street.pause(20)) await street.invoker.job('timer');
}

async function recover({ cloud }: WireHouse, street: Street): Promise<void> {
  cloud.faults.clear();
  await cloud.faults.settle();
  for (const call of street.asked) await street.invoker.call({ door: 'resident', ...call });
  for (const passMs of ROUNDS_MS) {
    cloud.clock.advance(passMs);
    await cloud.fireTimers();
  }
}

function streetOf(house: WireHouse, dice: Dice, told: Told, day: { readonly isOver: boolean }): Street {
  const { cloud } = house;
  const pass = async (): Promise<void> => {
    cloud.clock.advance(dice.chance(0.03) ? dice.pick(JUMPS_MS) : dice.below(2_000));
    await new Promise((resolve) => setTimeout(resolve, dice.below(4)));
  };
  return {
    dice,
    mood: calm,
    invoker: invokerOf(house, told),
    town: {
      key: house.key,
      residentId: house.residentId,
      advance: (ms) => cloud.clock.advance(ms),
      refundsOf: (orderId) =>
        cloud.pay
          .list()
          .filter(({ _id }) => _id === orderId)
          .flatMap(({ refunds }) => refunds.map(({ _id }) => _id)),
      settle: async (orderId) => {
        try {
          await cloud.pay.confirm(orderId);
          return 'paid';
        } catch {
          return 'refused';
        }
      },
    },
    pause: async (steps = 1) => {
      for (let step = 0; step < steps && !day.isOver; step += 1) await pass();
      return !day.isOver;
    },
    placings: new Map(),
    claims: new Map(),
    paid: new Map(),
    asked: [],
  };
}

/** A function that was killed answers nobody. */
const orNothing = <T>(call: Promise<T>): Promise<T | 'no answer'> => call.catch(() => 'no answer' as const);

function invokerOf({ cloud, call, staffCall }: WireHouse, told: Told): Invoker {
  return {
    jobs: ['timer'],
    bugs: [],
    call: async ({ door, name, operation, input, requestKey }) => {
      const begun = told.begin();
      const reply = await orNothing(
        door === 'staff' ? staffCall(name, operation, input) : call(name, operation, input, requestKey),
      );
      if (reply !== 'no answer' && requestKey !== undefined)
        told.note({ operation, requestKey, begun, reply, wroteOrder: false });
      return reply;
    },
    refundNotice: async (refundNumber) => {
      await cloud.pay.sendRefundNotice(refundNumber).catch(() => undefined);
      return { errcode: 0, errmsg: '' };
    },
    callback: async (orderId) => {
      const payment = cloud.pay.find(orderId);
      if (!payment) return 'no answer';
      const event = paymentEvent(payment, LOCAL_APPID);
      return orNothing(cloud.invoke('payment', event, { source: 'wx_paycallback' }) as Promise<PaymentReply>);
    },
    job: async () => {
      await orNothing(cloud.fireTimers());
      return 'ran';
    },
  };
}

function accountsOf({ cloud, dump, residentId }: WireHouse): Accounts {
  return {
    dump,
    residentId,
    paidFen: (orderId) => {
      const payment = cloud.pay.find(orderId);
      return payment?.state.name === 'SUCCESS' ? payment.terms.totalFen : 0;
    },
    refundedFen: (orderId) => {
      const view = cloud.pay.list().find(({ _id }) => _id === orderId);
      return (view?.refunds ?? []).reduce((sum, { refundFen }) => sum + refundFen, 0);
    },
  };
}
