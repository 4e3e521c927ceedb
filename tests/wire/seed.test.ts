import path from 'node:path';
import type { Cell } from '../../cloudfunctions/kernel/cell';
import type { Wallet } from '../../cloudfunctions/kernel/wallet';
import type { Order } from '../../cloudfunctions/rooms/order';
import { type Localcloud, startLocalcloud } from '../../localcloud';
import { seed } from '../../tools/seed';

const dist = path.join(__dirname, '../../dist/cloudfunctions');
/** 2026-11-17 10:00 to 2026-11-22 20:00 in Shanghai. */
const START_MS = Date.UTC(2026, 10, 17, 2);
const END_MS = Date.UTC(2026, 10, 22, 12);

async function aLivedInCloud(): Promise<Localcloud> {
  const cloud = await startLocalcloud({
    functionsDir: dist,
    databaseFile: path.join(dist, 'database.json'),
    startAtMs: START_MS,
  });
  await seed(cloud, { endMs: END_MS, mostOrders: 16 });
  return cloud;
}

const dump = <T>(cloud: Localcloud, collection: string) => cloud.store.dump(collection) as unknown as T[];

describe('a history lived through the doors of the embedded cloud', () => {
  let cloud: Localcloud;
  beforeAll(async () => {
    cloud = await aLivedInCloud();
  }, 120_000);
  afterAll(() => cloud.stop());

  test('ends at its end, with orders in every state that residents and staff meet', () => {
    expect(cloud.clock.nowMs()).toBeGreaterThanOrEqual(END_MS);
    const states = new Set(dump<Order>(cloud, 'orders').map(({ state }) => state));
    for (const state of ['placed', 'paid', 'picked', 'dispatched', 'delivered', 'received'])
      expect(states).toContain(state);
  });

  test('no alert was raised, and what left the shelves lies in orders', () => {
    expect(dump(cloud, 'alerts')).toEqual([]);
    const [shelf] = dump<Cell>(cloud, 'cells').filter(({ _id }) => _id === 'shelf_01');
    const live = dump<Order>(cloud, 'orders').filter(
      ({ state }) => !['aborted', 'closed', 'cancelled'].includes(state),
    );
    for (const skuId of Object.keys(shelf?.initial ?? {})) {
      const sold = live.flatMap(({ quote }) => [...quote.lines, ...quote.gifts]).filter((line) => line.skuId === skuId);
      const units = sold.reduce((sum, { quantity }) => sum + quantity, 0);
      expect([skuId, (shelf?.initial[skuId] ?? 0) - (shelf?.left[skuId] ?? 0)]).toEqual([skuId, units]);
    }
  });

  test('every received order brought its points and its chance', () => {
    const received = dump<Order>(cloud, 'orders').filter(({ state }) => state === 'received');
    const wallets = new Map(dump<Wallet>(cloud, 'wallets').map((wallet) => [wallet._id, wallet]));
    for (const { _id, residentId } of received) {
      const wallet = wallets.get(residentId);
      expect(Object.values(wallet?.lots ?? {}).some(({ cause }) => cause === `order:${_id}`)).toBe(true);
      expect(Object.keys(wallet?.chances ?? {}).concat(Object.keys(wallet?.prizes ?? {}))).toContain(`order:${_id}:1`);
    }
  });

  test('the same seed gives the same orders and the same prizes', async () => {
    const again = await aLivedInCloud();
    try {
      const facts = (one: Localcloud) => ({
        orders: dump<Order>(one, 'orders')
          .map(({ _id, state, quote }) => [_id, state, quote.payableFen])
          .sort(),
        prizes: dump<Wallet>(one, 'wallets')
          .flatMap(({ prizes }) => Object.entries(prizes).map(([id, { title }]) => [id, title]))
          .sort(),
      });
      expect(facts(again)).toEqual(facts(cloud));
    } finally {
      await again.stop();
    }
  }, 120_000);
});
