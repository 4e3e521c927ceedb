import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Transfers } from '../../../localcloud/pay/transfers';
import { memoryBackend } from '../../../localcloud/records';
import { DAY_MS } from '../../kernel/period';
import { PayNoAnswer } from './pay-answer';
import { transferPort } from './transfer';
import { type TransferAccount, transferAccount } from './transfer-account';

const NUMBER = 'a1'.repeat(16);
const ask = (over: object = {}) => ({
  outBillNo: NUMBER,
  openid: 'o_ann',
  amountFen: 500,
  remark: '邻礼奖励',
  ...over,
});

let nowMs = 0;
let transfers: Transfers;
let server: Server;
let account: TransferAccount;
/** What the way does to an answer of the platform. */
let spoil: (body: string) => { status?: number; body?: string; hangUp?: true } = () => ({});

beforeAll(async () => {
  nowMs = Date.UTC(2026, 10, 22, 2);
  transfers = await Transfers.open(memoryBackend(), () => nowMs);
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { method = '', url: path = '', headers } = request;
    const { authorization = '' } = headers;
    const reply = await transfers.answer({ method, path, authorization, body: Buffer.concat(chunks).toString() });
    const spoilt = spoil(reply.body);
    if (spoilt.hangUp) return void request.destroy();
    response.writeHead(spoilt.status ?? reply.status, reply.headers).end(spoilt.body ?? reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { serial, privateKey, platformKeyId, platformKey } = transfers.keys();
  const env = {
    ...{ WX_APPID: 'wx01', LINLI_PAY_SERIAL: serial, LINLI_PAY_PRIVATE_KEY: privateKey.replaceAll('\n', '\\n') },
    ...{ LINLI_PAY_PLATFORM_KEY_ID: platformKeyId, LINLI_PAY_PLATFORM_KEY: platformKey },
    LINLI_PAY_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  };
  const found = transferAccount(env, '1900000109');
  if (!found) throw new Error('not set up');
  account = found;
});
afterAll(() => server.close());
beforeEach(() => {
  spoil = () => ({});
});

const port = (over: Partial<TransferAccount> = {}) =>
  transferPort({ account: { ...account, ...over }, nowMs: () => nowMs, nonce: () => 'n0nce' });

test('a transfer waits for its tap; asked again it is the same one; taken, it has succeeded', async () => {
  expect(await port().queryTransfer(NUMBER)).toMatchObject({ state: 'unknown' });
  const first = await port().transfer(ask());
  expect(first).toMatchObject({ state: 'waiting', amountFen: 500, packageInfo: expect.any(String) });
  expect(await port().transfer(ask())).toEqual(first);
  expect(transfers.all()).toHaveLength(1);
  if ('refused' in first) throw new Error(first.refused);
  expect(await transfers.take(first.packageInfo ?? '')).toBe(true);
  expect(await port().queryTransfer(NUMBER)).toMatchObject({ state: 'succeeded', amountFen: 500, packageInfo: null });
});

test('the same number with another amount, or a number with a dash, is refused with its code', async () => {
  expect(await port().transfer(ask({ amountFen: 501 }))).toEqual({ refused: 'INVALID_REQUEST' });
  expect(await port().transfer(ask({ outBillNo: 'rw_1' }))).toEqual({ refused: 'PARAM_ERROR' });
});

test('not taken for 24 hours: it came back', async () => {
  const outBillNo = 'b2'.repeat(16);
  await port().transfer(ask({ outBillNo }));
  nowMs += DAY_MS;
  expect(await port().queryTransfer(outBillNo)).toMatchObject({ state: 'returned', reason: 'OVERDUE_CLOSE' });
});

test.each([
  ['nobody answers', () => ({ hangUp: true as const })],
  ['an answer was changed on the way', (body: string) => ({ body: body.replace('SUCCESS', 'FAIL') })],
  ['it says 500', () => ({ status: 500 })],
  ['it says that it is asked too often', () => ({ status: 429 })],
])('%s: nothing is known', async (_, how) => {
  spoil = how;
  await expect(port().queryTransfer(NUMBER)).rejects.toThrow(PayNoAnswer);
  if ('status' in how('')) await expect(port().transfer(ask())).rejects.toThrow(PayNoAnswer);
});

test("an answer under another key than WeChat Pay's is none", async () => {
  await expect(port({ platformKeyId: 'PUB_KEY_ID_0' }).queryTransfer(NUMBER)).rejects.toThrow('good signature');
});

test('not set up: there is no merchant to show, and nothing is ever said to be unknown', async () => {
  expect(transferAccount({ WX_APPID: 'wx01' }, '1900000109')).toBeNull();
  const silent = transferPort(null);
  expect(silent.merchant).toBeNull();
  await expect(silent.queryTransfer(NUMBER)).rejects.toThrow(PayNoAnswer);
});
