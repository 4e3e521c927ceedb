import type { Transfers } from '../pay/transfers';
import { type Exchange, header, readBody, send, sendJson } from './http';

const MAX_BODY_BYTES = 64 * 1024;

/** /v3/*: what api.mch.weixin.qq.com answers to a merchant's signed requests. */
export async function handleV3(transfers: Transfers, { method, url, request, response }: Exchange): Promise<void> {
  const body = (await readBody(request, MAX_BODY_BYTES)).toString();
  const path = `${url.pathname}${url.search}`;
  const authorization = header(request, 'authorization');
  const reply = await transfers.answer({ method, path, authorization, body });
  send(response, reply.status, 'application/json; charset=utf-8', reply.body, reply.headers);
}

/** POST /local/transfer `{"package": …}`: wx.requestMerchantTransfer, tapped "收款". */
export async function takeTransfer(transfers: Transfers, { request, response }: Exchange): Promise<void> {
  const body = (await readBody(request, MAX_BODY_BYTES)).toString();
  const asked = JSON.parse(body) as Record<string, unknown>;
  const isTaken = await transfers.take(String(asked.package));
  sendJson(response, isTaken ? 200 : 400, { errMsg: `requestMerchantTransfer:${isTaken ? 'ok' : 'fail'}` });
}
