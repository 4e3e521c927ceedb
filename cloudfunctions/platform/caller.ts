import { residentId } from '../kernel/ids';
import { cloud } from './wechat/cloud';

/** Who calls, by WeChat's context alone: nothing of it is ever taken from input. */
export interface Caller {
  /** wx_client, wx_trigger, wx_paycallback …; a chain is joined by commas, the first caller first. */
  readonly source: string;
  readonly openid: string | null;
  readonly appid: string | null;
}

/** The SDK turns all-digit values into numbers, hence the text. */
export function callerFromWechat(): Caller {
  const context = cloud().getWXContext();
  const text = (value: unknown): string | null =>
    value === undefined || value === null || value === '' ? null : String(value);
  return { source: text(context.SOURCE) ?? '', openid: text(context.OPENID), appid: text(context.APPID) };
}

export const residentOf = ({ openid, appid }: Caller): string | null =>
  openid !== null && appid !== null ? residentId(appid, openid) : null;
