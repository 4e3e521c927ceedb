import path from 'node:path';
import { hashOf, makeRequestKey } from '../../cloudfunctions/kernel/ids';
import { assemble } from '../../cloudfunctions/platform/serve/assembly';
import { rooms } from '../../cloudfunctions/rooms/assembly';
import type { Order } from '../../cloudfunctions/rooms/order';
import { type Localcloud, startLocalcloud } from '../../localcloud';
import { OSMANTHUS, OWNER, seedForTests, TEST_NOW_MS } from '../../tools/seed/base';
import { residentExamples, staffExamples } from './support/examples';
import { fieldsOf, withValue } from './support/fields';
import { HOSTILE_IN_JSON } from './support/hostile';
import { LINES } from './support/house';

const dist = path.join(__dirname, '../../dist/cloudfunctions');
const assembly = assemble(rooms);
const ANN = 'o_ann';

interface Reply<T = unknown> {
  readonly ok: boolean;
  readonly code?: string;
  readonly detail?: { readonly field?: string };
  readonly data: T;
}

let cloud: Localcloud;
let orderId = '';
let addressId = '';
let flyers = { active: '', sleeping: '', retired: '' };
let taps = 0;

function key(): string {
  taps += 1;
  return makeRequestKey(cloud.clock.nowMs(), Buffer.from(hashOf('tap', taps), 'hex'));
}

const call = (openid: string, door: string, operation: string, input: unknown): Promise<Reply> =>
  cloud.invoke(door, { operation, input, requestKey: key() }, { openid }) as Promise<Reply>;

async function dataOf<T>(operation: string, input: object): Promise<T> {
  const reply = await call(ANN, 'resident', operation, input);
  if (!reply.ok) throw new Error(`${operation}: ${JSON.stringify(reply)}`);
  return reply.data as T;
}

const orders = () => cloud.store.dump('orders') as unknown as Order[];
/** Every document of the shop's; what the embedded cloud notes of its own (payments, callbacks) is not the shop's. */
const snapshot = () =>
  Object.fromEntries(Object.entries(cloud.store.snapshot()).filter(([name]) => !name.startsWith('_local')));
/** Functions that no client may invoke: the rules that are shipped and deployed say so before the function does. */
const DENIED = /PERMISSION_DENIED/;

beforeAll(async () => {
  cloud = await startLocalcloud({
    functionsDir: dist,
    databaseFile: path.join(dist, 'database.json'),
    startAtMs: TEST_NOW_MS,
    workers: 2,
  });
  flyers = (await seedForTests(cloud)).flyers;
  await dataOf('account.session', {});
  const home = { estateId: OSMANTHUS, building: '3 号楼', room: '101', contactName: '安', phone: '13800138009' };
  const { addresses } = await dataOf<{ addresses: { addressId: string }[] }>('account.saveAddress', home);
  addressId = addresses[0]?.addressId ?? '';
}, 120_000);
afterAll(() => cloud.stop());

beforeEach(async () => {
  const asked = { lines: LINES, addressId };
  const { quote } = await dataOf<{ quote: { fingerprint: string } }>('order.quote', asked);
  orderId = (await dataOf<{ orderId: string }>('order.place', { ...asked, fingerprint: quote.fingerprint })).orderId;
  await dataOf('order.pay', { orderId });
});

test('every field of every operation of both doors, hostile in JSON through the genuine SDK, is INVALID_INPUT by name', async () => {
  const house = { addressId, orderId, flyers };
  const examples = { resident: residentExamples(house), staff: staffExamples(house) };
  const before = snapshot();
  const trouble: unknown[] = [];
  let walked = 0;
  for (const door of ['resident', 'staff'] as const) {
    for (const [name, { contract }] of assembly[door]) {
      for (const { path: field } of fieldsOf(contract.input)) {
        for (const value of HOSTILE_IN_JSON) {
          const input = withValue(examples[door][name], field, value);
          const reply = await call(door === 'staff' ? OWNER.openid : ANN, door, name, input);
          walked += 1;
          const named = reply.detail?.field ?? '';
          const isNamed = named === field || named.startsWith(`${field}.`);
          if (reply.code !== 'INVALID_INPUT' || !isNamed) trouble.push({ name, field, value, reply });
        }
      }
    }
  }
  expect(trouble).toEqual([]);
  expect(walked).toBeGreaterThan(200);
  expect(snapshot()).toEqual(before);
}, 120_000);

describe('the payment function', () => {
  const honest = () => ({
    ...{ returnCode: 'SUCCESS', resultCode: 'SUCCESS', outTradeNo: orderId, totalFee: payable(), cashFee: payable() },
    ...{
      subOpenid: ANN,
      subMchId: '1900000109',
      transactionId: '4200000000000000000000000000',
      timeEnd: '20261122102400',
    },
  });
  const payable = () => orders().find(({ _id }) => _id === orderId)?.payableFen ?? 0;
  const stateNow = () => orders().find(({ _id }) => _id === orderId)?.state;

  test('is denied to clients by the function rules; where those fail, it refuses whoever has an OPENID', async () => {
    const before = snapshot();
    await expect(cloud.invoke('payment', honest(), { openid: ANN })).rejects.toThrow(DENIED);
    const chained = await cloud.invoke('payment', honest(), { openid: ANN, source: 'wx_paycallback' });
    expect(chained).toEqual({ errcode: 403, errmsg: 'FORBIDDEN' });
    expect(snapshot()).toEqual(before);
  });

  test('a callback for an order that nobody paid changes no order: the platform is asked, and knows better', async () => {
    const reply = await cloud.invoke('payment', honest(), { source: 'wx_paycallback' });
    expect(reply).toEqual({ errcode: 0, errmsg: 'OK' });
    expect(stateNow()).toBe('placed');
  });

  test.each([
    ['amount', { totalFen: 1 }],
    ['payer', { payer: 'o_eve' }],
  ])(
    'another %s: nothing is taken, an alert is raised, success is answered so that it is not repeated',
    async (_, how) => {
      const alertsBefore = cloud.store.dump('alerts').length;
      const { alerts: _alerts, ...before } = snapshot();
      await cloud.pay.pay(orderId, how);
      const { alerts: _now, ...after } = snapshot();
      expect(after).toEqual(before);
      expect(cloud.store.dump('alerts')).toHaveLength(alertsBefore + 1);
      const [view] = cloud.pay.list().filter(({ _id }) => _id === orderId);
      expect(view?.notices.map((notice) => JSON.stringify(notice))).toEqual([expect.stringContaining('"attempts":1')]);
    },
  );

  test('two duplicates and one late callback pay once', async () => {
    await cloud.pay.pay(orderId, { times: 2 });
    expect(stateNow()).toBe('paid');
    cloud.clock.advance(60_000);
    await cloud.pay.sendCallback(orderId);
    expect(stateNow()).toBe('paid');
    expect(orders().find(({ _id }) => _id === orderId)?.refunds).toEqual({});
  });
});

describe('the timer function', () => {
  test('does nothing for a client, though an order is overdue; for its trigger it closes it', async () => {
    cloud.clock.advance(20 * 60_000);
    const before = snapshot();
    await expect(cloud.invoke('timer', {}, { openid: ANN })).rejects.toThrow(DENIED);
    const forged = { Type: 'Timer', TriggerName: 'every-minute', Time: '2026-11-22T02:24:00Z' };
    expect(await cloud.invoke('timer', forged, { openid: ANN, source: 'wx_trigger' })).toEqual({ ran: [] });
    expect(snapshot()).toEqual(before);
    await cloud.fireTimers();
    expect(orders().find(({ _id }) => _id === orderId)?.state).not.toBe('placed');
  });
});

describe('who is asking', () => {
  test('comes from WeChat alone: an OPENID in the event or the input is ignored or refused', async () => {
    const event = {
      operation: 'order.detail',
      input: { orderId },
      openid: ANN,
      OPENID: ANN,
      userInfo: { openId: ANN },
    };
    expect(await cloud.invoke('resident', event, { openid: 'o_eve' })).toMatchObject({ code: 'ORDER_UNKNOWN' });
    const inside = { operation: 'order.detail', input: { orderId, openid: ANN } };
    expect(await cloud.invoke('resident', inside, { openid: 'o_eve' })).toMatchObject({
      code: 'INVALID_INPUT',
      detail: { field: 'openid' },
    });
  });

  test('a resident at the staff door is FORBIDDEN; nobody at all is FORBIDDEN', async () => {
    const before = snapshot();
    expect(await call(ANN, 'staff', 'order.move', { orderId, to: 'picked' })).toMatchObject({ code: 'FORBIDDEN' });
    const event = { operation: 'order.cancelByShop', input: { orderId } };
    expect(await cloud.invoke('staff', event, { source: 'wx_trigger' })).toMatchObject({ code: 'FORBIDDEN' });
    expect(snapshot()).toEqual(before);
  });

  test('no door answers with an OPENID', async () => {
    const told = await Promise.all([
      call(ANN, 'resident', 'account.session', {}),
      call(ANN, 'resident', 'order.detail', { orderId }),
      call(OWNER.openid, 'staff', 'order.board', { state: 'paid' }),
    ]);
    expect(JSON.stringify(told)).not.toMatch(/"o_[a-z]/);
  });
});

test('events that are no calls: each is refused, none is a failed invocation, nothing changes', async () => {
  const before = snapshot();
  const deep = JSON.parse(`${'{"a":'.repeat(50)}1${'}'.repeat(50)}`);
  const events = [
    {},
    { operation: null, input: {} },
    { operation: { $ne: '' }, input: {} },
    { operation: ['order.detail'], input: { orderId } },
    { operation: '__proto__', input: {} },
    { operation: 'constructor', input: {} },
    { operation: 'order.detail', input: deep },
    { operation: 'order.detail', input: { orderId: 'x'.repeat(110_000) } },
  ];
  for (const event of events) {
    const reply = (await cloud.invoke('resident', event, { openid: ANN })) as Reply;
    expect(['INVALID_INPUT', 'UNKNOWN_OPERATION']).toContain(reply.code);
  }
  expect(snapshot()).toEqual(before);
});
