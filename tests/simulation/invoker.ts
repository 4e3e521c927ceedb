import type { Context, Log } from '../../cloudfunctions/platform/context';
import { answerPayment, type PaymentReply } from '../../cloudfunctions/platform/serve/answer';
import type { Assembly } from '../../cloudfunctions/platform/serve/assembly';
import { type CallDoor, dispatch } from '../../cloudfunctions/platform/serve/dispatch';
import type { Envelope } from '../../cloudfunctions/platform/serve/envelope';
import { sweepJobs } from '../../cloudfunctions/platform/timer/sweeps';
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
  readonly wrap: DbWrapper;
  readonly nowMs: () => number;
}

/** Jobs that settle what the protocol leaves; the others (sales counts, tier reviews) do not meet it. */
const TAKES_PART = /^(order|coupon|holds)\./;

const isNoAnswer = (text: string): boolean => /NoAnswer|did not answer/.test(text);

export function anInvoker(parts: InvokerParts): Invoker {
  const { shop, scheduler, dice, told, assembly, wrap, nowMs } = parts;
  const bugs: string[] = [];
  const log: Log = {
    info: () => {},
    error: (event, detail) => {
      const text = `${event} ${JSON.stringify(detail)}`;
      if (event !== 'no-answer' && !isNoAnswer(text)) bugs.push(text);
    },
  };
  const warm: Instance[] = [];
  const world = { db: shop.engine, pay: shop.pay };
  const jobs = new Map([...assembly.jobs, ...sweepJobs(assembly)].filter(([name]) => TAKES_PART.test(name)));

  const instanceFor = (process: Process): Instance => {
    const taken = dice.chance(0.85) ? warm.pop() : undefined;
    if (!taken) return anInstance(scheduler, world, process, wrap);
    taken.process = process;
    return taken;
  };
  /** A process on an instance; the instance is warm for the next one unless the process dies. */
  const invoke = <T>(name: string, run: (context: Context, process: Process) => Promise<T>): Promise<T | 'no answer'> =>
    new Promise((resolve, reject) => {
      const process = aProcess(name);
      const instance = instanceFor(process);
      process.onDeath = () => resolve('no answer');
      const skewMs = dice.below(2 * SKEW_MS) - SKEW_MS;
      const context: Context = {
        ...shop.context(),
        db: instance.db,
        pay: instance.pay,
        nowMs: nowMs() + skewMs,
        effects: assembly.effects,
        log,
      };
      run(context, process).then((value) => {
        if (!process.isAlive) return;
        warm.push(instance);
        resolve(value);
      }, reject);
    });

  return {
    bugs,
    jobs: [...jobs.keys()],
    call: ({ door, name, operation, input, requestKey }) => {
      const { openid, appid } = shop.as(name);
      const begun = told.begin();
      return invoke(`${operation} of ${name}`, async (context, process) => {
        const caller = { source: 'wx_client', openid, appid };
        const reply = await dispatch(door, assembly, context, caller, { operation, requestKey, input });
        if (requestKey !== undefined && process.isAlive)
          told.note({ operation, requestKey, begun, reply, wroteOrder: process.wrote.has('orders') });
        return reply;
      });
    },
    callback: (orderId) =>
      invoke(`callback of ${orderId}`, (context) => {
        const caller = { source: 'wx_paycallback', openid: null, appid: null };
        return answerPayment(assembly, context, caller, shop.pay.callback(orderId));
      }),
    job: (name) =>
      invoke(`job ${name}`, async (context) => {
        try {
          await jobs.get(name)?.run(context);
        } catch (error) {
          context.log.error('job-failed', { job: name, stack: error instanceof Error ? error.stack : String(error) });
        }
        return 'ran' as const;
      }),
  };
}
