import { createSign, createVerify } from 'node:crypto';
import { PayNoAnswer } from './pay-answer';
import type { TransferAccount } from './transfer-account';

/** An answer of WeChat Pay's API v3 whose signature was good. */
export interface V3Answer {
  readonly status: number;
  readonly body: { readonly [field: string]: unknown };
}

export interface V3Parts {
  readonly account: TransferAccount;
  nowMs(): number;
  nonce(): string;
}

/** A cloud function lives 20 seconds; a receipt asks twice. */
const PATIENCE_MS = 8_000;
/** WeChat Pay: an answer older than this is no answer to us. */
const MOST_AGE_S = 300;

/**
 * One signed request (WECHATPAY2-SHA256-RSA2048). Only an answer that WeChat Pay signed counts: without a good signature nothing
 * is known, whatever the answer says. @throws PayNoAnswer
 */
export async function askV3(parts: V3Parts, method: 'GET' | 'POST', path: string, body: string): Promise<V3Answer> {
  const { account } = parts;
  const api = `${method} ${path.split('?')[0]}`;
  const headers = {
    Authorization: authorization(parts, method, path, body),
    Accept: 'application/json',
    'Content-Type': 'application/json',
    'User-Agent': 'linli',
    'Wechatpay-Serial': account.platformKeyId,
  };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const asked = method === 'POST' ? { method, headers, body, signal } : { method, headers, signal };
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(`${account.baseUrl}${path}`, asked);
    text = await answer.text();
  } catch (error) {
    throw new PayNoAnswer(api, String(error));
  }
  if (!isSigned(parts, answer.headers, text)) throw new PayNoAnswer(api, 'an answer without a good signature');
  return { status: answer.status, body: parsed(api, text) };
}

function authorization({ account, nowMs, nonce }: V3Parts, method: string, path: string, body: string): string {
  const timestamp = String(Math.floor(nowMs() / 1_000));
  const nonceText = nonce();
  const signer = createSign('RSA-SHA256').update(`${method}\n${path}\n${timestamp}\n${nonceText}\n${body}\n`);
  const fields = {
    mchid: account.merchantId,
    nonce_str: nonceText,
    signature: signer.sign(account.privateKey, 'base64'),
    timestamp,
    serial_no: account.serial,
  };
  const said = Object.entries(fields).map(([name, value]) => `${name}="${value}"`);
  return `WECHATPAY2-SHA256-RSA2048 ${said.join(',')}`;
}

function isSigned({ account, nowMs }: V3Parts, headers: Headers, text: string): boolean {
  const timestamp = headers.get('Wechatpay-Timestamp') ?? '';
  const signature = headers.get('Wechatpay-Signature') ?? '';
  if (headers.get('Wechatpay-Serial') !== account.platformKeyId) return false;
  if (Math.abs(nowMs() / 1_000 - Number(timestamp)) > MOST_AGE_S) return false;
  const signed = `${timestamp}\n${headers.get('Wechatpay-Nonce') ?? ''}\n${text}\n`;
  return createVerify('RSA-SHA256').update(signed).verify(account.platformKey, signature, 'base64');
}

function parsed(api: string, text: string): V3Answer['body'] {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as V3Answer['body'];
  } catch {
    // Said below.
  }
  throw new PayNoAnswer(api, 'no JSON');
}
