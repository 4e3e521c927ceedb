import type { Activity } from '../timers';
import type { Answer, WxOptions, WxUse } from '../types';

export type WxFunction = (options?: WxOptions) => Promise<unknown> | undefined;
export type WxPart = Record<string, unknown>;

/** What the parts of `wx` share within one launch. */
export interface WxWorld {
  activity: Activity;
  used: WxUse[];
  /** A test's own answers by function name; looked up at each use, so that they may change between taps. */
  answers: Record<string, Answer>;
}

type Callback = ((result: unknown) => void) | undefined;

/**
 * A wx function in WeChat's style: callbacks when any is given, else a promise. Its use is noted; a WxError becomes
 * `{errMsg}`, and any other exception too, as nothing else crosses from the phone's native side.
 */
export function wxFunction(world: WxWorld, api: string, answer: Answer): WxFunction {
  return (options = {}) => {
    world.used.push({ api, options });
    const outcome = world.activity.during(`wx.${api}`, async () => (world.answers[api] ?? answer)(options));
    const [success, fail, complete] = [options.success, options.fail, options.complete] as Callback[];
    const settled = outcome.then(
      (result) => {
        const value = { errMsg: `${api}:ok`, ...asObject(result) };
        success?.(value);
        complete?.(value);
        return value;
      },
      (error: unknown) => {
        const refusal = { errMsg: errMsgOf(api, error) };
        fail?.(refusal);
        complete?.(refusal);
        if (!success && !fail && !complete) throw refusal;
        return undefined;
      },
    );
    return success || fail || complete ? undefined : settled;
  };
}

/** Every entry of `answers` as a wx function. */
export function wxFunctions(world: WxWorld, answers: Record<string, Answer>): WxPart {
  return Object.fromEntries(Object.entries(answers).map(([api, answer]) => [api, wxFunction(world, api, answer)]));
}

const asObject = (result: unknown): Record<string, unknown> =>
  typeof result === 'object' && result !== null ? (result as Record<string, unknown>) : {};

function errMsgOf(api: string, error: unknown): string {
  const { errMsg, message } = asObject(error) as { errMsg?: unknown; message?: unknown };
  if (typeof errMsg === 'string') return errMsg;
  return `${api}:fail ${typeof message === 'string' ? message : String(error)}`;
}
