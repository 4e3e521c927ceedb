import { FunctionFailure } from '../functions/errors';
import type { FunctionInvoker } from '../functions/invoker';
import type { WechatDesk } from '../openapi/desk';
import { openEventCloudIds } from '../openapi/open-data';
import { type Exchange, header, readBody, sendJson } from './http';
import { isKnownOrNew, type Person } from './people';

/** An event of at most 6 MB and a little around it. */
const MAX_BODY_BYTES = 6 * 1024 * 1024 + 1024;

export interface CallParts {
  invoker: FunctionInvoker;
  desk: WechatDesk;
  people: readonly Person[];
  appid: string;
}

/** Who the browser says it is. Throws CallRefusal when that is nobody. */
export function callerOf({ request }: Exchange, people: readonly Person[]): string {
  const openid = header(request, 'x-local-openid');
  if (!isKnownOrNew(people, openid)) throw new CallRefusal(401, -1, `x-local-openid names nobody: "${openid}"`);
  return openid;
}

/** A request that never reaches a function. */
export class CallRefusal extends Error {
  constructor(
    readonly status: number,
    readonly errCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** POST /call/<function>: what wx.cloud.callFunction does for a mini-program. */
export async function handleCall(parts: CallParts, exchange: Exchange): Promise<void> {
  const functionName = decodeURIComponent(exchange.url.pathname.slice('/call/'.length));
  const openid = callerOf(exchange, parts.people);
  const event = await readEvent(exchange);
  try {
    const result = await callAs(parts, functionName, event, openid);
    sendJson(exchange.response, 200, { result });
  } catch (error) {
    if (!(error instanceof FunctionFailure)) throw error;
    sendJson(exchange.response, 500, { errCode: error.errCode, errMsg: error.message });
  }
}

export function callAs(parts: CallParts, functionName: string, event: unknown, openid: string): Promise<unknown> {
  parts.desk.saw(openid);
  const opened = openEventCloudIds(parts.desk, parts.appid, event);
  return parts.invoker.invoke({ functionName, event: opened, source: 'wx_client', openid });
}

async function readEvent({ request }: Exchange): Promise<unknown> {
  const text = (await readBody(request, MAX_BODY_BYTES)).toString();
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    throw new CallRefusal(400, -501007, 'the body is not JSON');
  }
}
