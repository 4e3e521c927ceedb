import type { Context, Log } from '../../cloudfunctions/platform/context';
import type { PayPort } from '../../cloudfunctions/platform/ports';
import { answerPayment, type PaymentReply } from '../../cloudfunctions/platform/serve/answer';
import type { Assembly } from '../../cloudfunctions/platform/serve/assembly';
import { type CallDoor, dispatch } from '../../cloudfunctions/platform/serve/dispatch';
import type { Envelope } from '../../cloudfunctions/platform/serve/envelope';
import { jobsInTurn } from '../../cloudfunctions/platform/timer/in-turn';
import type { Shop } from '../support/shop';
import type { Dice } from './dice';
import { anInstance, type DbWrapper, type Instance } from './instances';
import { aProcess, type Process, type Scheduler } from './scheduler';
import type { Told } from './told';

/** Machines whose clocks differ by this much at most. */
const SKEW_MS = 2_000;

export interface Call {
  readonly door: CallDoor;
  readonly name: string;
  readonly operation: string;
  readonly input: object;
  readonly requestKey?: string;
}

/** Runs functions as processes of the scheduler; nobody hears of those that die. */
export interface Invoker {
  call(call: Call): Promise<Envelope | 'no answer'>;
  callback(orderId: string): Promise<PaymentReply | 'no answer'>;
  /** The bank tells of a refund's end. */
  refundNotice(refundNumber: string): Promise<PaymentReply | 'no answer'>;
  job(name: string): Promise<'ran' | 'no answer'>;
  /** Names of all timer jobs that take part. */
  readonly jobs: readonly string[];
  /** Bugs that functions logged. */
  readonly bugs: readonly string[];
}

export interface InvokerParts {
  readonly shop: Shop;
  readonly scheduler: Scheduler;
  readonly dice: Dice;
  readonly told: Told;
  readonly assembly: Assembly;
  readonly pay: PayPort;
  readonly wrap: DbWrapper;
  readonly nowMs: () => number;
}

/** Jobs that settle what the protocol leaves, and the one that reckons it anew; sales counts and tier reviews do not meet it. */
const TAKES_PART = /^(order|coupon|holds|report)\./;

const isNoAnswer = (text: string): boolean => /NoAnswer|did not answer/.test(text);

/** That somebody did not answer is no bug; what is raised for a person to look at is judged when the house is at rest. */
const NO_BUG: ReadonlySet<string> = new Set(['no-answer', 'alert']);

/** Keeps what functions say of bugs. */
const logInto = (bugs: string[]): Log => ({
  info: () => {},
  error: (event, detail) => {
    const text = `${event} ${JSON.stringify(detail)}`;
    if (!NO_BUG.has(event) && !isNoAnswer(text)) bugs.push(text);
  },
});

type Invoke = <T>(run: (context: Context, process: Process) => Promise<T>, name: string) => Promise<T | 'no answer'>;

/** A process on an instance, which is warm for the next one unless the process dies. */
function invokeOn({ shop, scheduler, dice, assembly, pay: bank, wrap, nowMs }: InvokerParts, log: Log): Invoke {
  const warm: Instance[] = [];
  const world = { db: shop.engine, pay: bank };
  const instanceFor = (process: Process): Instance => {
    const taken = dice.chance(0.85) ? warm.pop() : undefined;
    if (!taken) return anInstance(scheduler, world, process, wrap);
    taken.process = process;
    return taken;
  };
  return (run, name) =>
    new Promise((resolve, reject) => {
      const process = aProcess(name);
      const instance = instanceFor(process);
      const { db, pay } = instance;
      process.onDeath = () => resolve('no answer');
      const skewMs = dice.below(2 * SKEW_MS) - SKEW_MS;
      const context: Context = {
        ...shop.context(),
        ...{ db, pay, log },
        effects: assembly.effects,
        carriers: assembly.carriers,
        outboxes: assembly.outboxes,
        nowMs: nowMs() + skewMs,
      };
      run(context, process).then((value) => {
        if (!process.isAlive) return;
        warm.push(instance);
        resolve(value);
      }, reject);
    });
}

export function anInvoker(parts: InvokerParts): Invoker {
  const { shop, told, assembly } = parts;
  const bugs: string[] = [];
  const invoke = invokeOn(parts, logInto(bugs));
  const jobs = new Map([...jobsInTurn(assembly)].filter(([name]) => TAKES_PART.test(name)));
  return {
    bugs,
    jobs: [...jobs.keys()],
    call: ({ door, name, operation, input, requestKey }) => {
      const { openid, appid } = shop.as(name);
      const begun = told.begin();
      return invoke(async (context, process) => {
        const caller = { source: 'wx_client', openid, appid };
        const reply = await dispatch(door, assembly, context, caller, { operation, requestKey, input });
        if (requestKey !== undefined && process.isAlive && door === 'resident')
          told.note({
            operation,
            requestKey,
            begun,
            reply,
            wroteOrder: operation === 'order.place' && process.wrote.has('orders'),
          });
        return reply;
      }, `${operation} of ${name}`);
    },
    callback: (orderId) =>
      invoke((context) => {
        const caller = { source: 'wx_paycallback', openid: null, appid: null };
        return answerPayment(assembly, context, caller, shop.pay.callback(orderId));
      }, `callback of ${orderId}`),
    refundNotice: (refundNumber) =>
      invoke((context) => {
        const caller = { source: 'wx_paycallback', openid: null, appid: null };
        return answerPayment(assembly, context, caller, shop.pay.refundNotice(refundNumber));
      }, `notice of ${refundNumber}`),
    job: (name) =>
      invoke(async (context) => {
        await jobs
          .get(name)
          ?.run(context)
          .catch((error: unknown) => context.log.error('job-failed', { job: name, stack: stackOf(error) }));
        return 'ran' as const;
      }, `job ${name}`),
  };
}

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
