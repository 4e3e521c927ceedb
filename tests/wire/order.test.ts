import path from 'node:path';
import { hashOf, makeRequestKey } from '../../cloudfunctions/kernel/ids';
import type { Order } from '../../cloudfunctions/rooms/order';
import type { Quote } from '../../cloudfunctions/rooms/settlement';
import { type Localcloud, startLocalcloud } from '../../localcloud';
import { COURIER, OSMANTHUS, SHOP, seedForTests, TEST_NOW_MS } from '../../tools/seed/base';

const dist = path.join(__dirname, '../../dist/cloudfunctions');
const ANN = 'o_ann';

interface Reply<T> {
  readonly ok: boolean;
  readonly data: T;
  readonly code?: string;
}

describe('an order through the genuine SDK', () => {
  let cloud: Localcloud;
  let orderId = '';
  const sequential: { [operation: string]: number } = {};

  const call = async <T>(openid: string, operation: string, input: object, key?: string): Promise<T> => {
    const door = ['order.move'].includes(operation) ? 'staff' : 'resident';
    const event = { operation, input, ...(key === undefined ? {} : { requestKey: key }) };
    const reply = (await cloud.invoke(door, event, { openid })) as Reply<T>;
    sequential[operation] = cloud.meter.last(door)?.sequential ?? 0;
    if (!reply.ok) throw new Error(`${operation}: ${JSON.stringify(reply)}`);
    return reply.data;
  };
  const key = (cause: string) => makeRequestKey(cloud.clock.nowMs(), Buffer.from(hashOf(cause), 'hex'));

  beforeAll(async () => {
    cloud = await startLocalcloud({
      functionsDir: dist,
      databaseFile: path.join(dist, 'database.json'),
      startAtMs: TEST_NOW_MS,
      workers: 1,
    });
    await seedForTests(cloud);
    cloud.meter.start({ latencyMs: 8 });
  }, 120_000);
  afterAll(() => cloud.stop());

  test('is quoted in 2 round trips or fewer and placed in 4', async () => {
    await call(ANN, 'account.session', {});
    const home = { estateId: OSMANTHUS, building: '3 号楼', room: '101' };
    const who = { contactName: '安安', phone: '13800138009' };
    type Saved = { addresses: { addressId: string }[] };
    const saved = await call<Saved>(ANN, 'account.saveAddress', { ...home, ...who }, key('address'));
    const addressId = saved.addresses[0]?.addressId;
    const skuIds = ['apple_4', 'banana_1', 'beans_500', 'broccoli_1', 'butter_200', 'cake_4', 'carrot_400', 'crab_4'];
    const asked = { lines: skuIds.map((skuId) => ({ skuId, quantity: 1 })), addressId };
    const { quote } = await call<{ quote: Quote }>(ANN, 'order.quote', asked);
    const placing = { ...asked, fingerprint: quote.fingerprint };
    const placed = await call<{ orderId: string; payableFen: number }>(ANN, 'order.place', placing, key('order'));
    orderId = placed.orderId;
    expect(placed.payableFen).toBe(quote.payableFen);
    expect(sequential['order.quote']).toBeLessThanOrEqual(2);
    expect(sequential['order.place']).toBeLessThanOrEqual(4);
  });

  test('is paid by a callback in 2 round trips, and once by three', async () => {
    await call(ANN, 'order.pay', { orderId });
    await cloud.pay.pay(orderId, { times: 2 });
    expect(cloud.meter.last('payment')?.sequential).toBeLessThanOrEqual(2);
    await cloud.pay.sendCallback(orderId);
    const [order] = cloud.store.dump('orders') as unknown as Order[];
    expect(order?.state).toBe('paid');
  });

  test('is received with its rewards in 4', async () => {
    await cloud.fireTimers();
    await call(SHOP.openid, 'order.move', { orderId, to: 'picked' });
    for (const to of ['dispatched', 'delivered']) await call(COURIER.openid, 'order.move', { orderId, to });
    const received = await call<{ rewards: { points: number; chances: number } }>(ANN, 'order.receive', { orderId });
    expect(received.rewards).toMatchObject({ chances: 1 });
    expect(sequential['order.receive']).toBeLessThanOrEqual(4);
  });

  test('leaves no mark open and no alert', async () => {
    await cloud.fireTimers();
    expect((cloud.store.dump('cells') as unknown as { open: number }[]).map(({ open }) => open)).not.toContain(1);
    expect(cloud.store.dump('alerts')).toEqual([]);
  });
});
