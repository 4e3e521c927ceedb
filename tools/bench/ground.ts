import path from 'node:path';
import { hashOf, makeRequestKey, residentId } from '../../cloudfunctions/kernel/ids';
import { DAY_MS } from '../../cloudfunctions/kernel/period';
import { type Chance, emptyWallet, type PointsLot, type Prize } from '../../cloudfunctions/kernel/wallet';
import { openCell } from '../../cloudfunctions/platform/holds/open-cell';
import { newResident, type Resident } from '../../cloudfunctions/rooms/account';
import { publishTemplate } from '../../cloudfunctions/rooms/coupon';
import { type Localcloud, startLocalcloud } from '../../localcloud';
import { dist } from '../build/paths';
import { LAUNCH, LAUNCH_DRAW, LOCAL_APPID, OSMANTHUS, seedForTests, TEST_NOW_MS } from '../seed/base';
import { storeDb } from '../seed/store-db';

/** The demo shop behind the wire, with a hundred goods more and as many residents as are measured. */
export interface Ground {
  readonly cloud: Localcloud;
  /** Code of a flyer on the wall. */
  readonly flyer: string;
  /** Throws on a refusal: a bench measures what succeeds. */
  call<T>(door: 'resident' | 'staff', openid: string, operation: string, input: object, key?: string): Promise<T>;
  /** A resident with an address and a chance to spin; nobody before. */
  someone(): string;
  key(): string;
  stop(): Promise<void>;
}

export const BENCH_TEMPLATE = 'bench';
export const ADDRESS = 'home';
/** Everybody's one chance to spin: the id draws, so each draws something else. */
export const chanceOf = (openid: string): string => `order:${openid}:1`;
/** A prize that everybody has won, and nobody said yet how to have. */
export const prizeOf = (openid: string): string => `order:${openid}:2`;
/** ≤ 50 SKUs a shelf (protocol-of-holds.md, Cells). */
const SHELVES = ['shelf_91', 'shelf_92'] as const;
const SKUS_PER_SHELF = 50;
const PLENTY = 1_000_000;

export const benchSkus = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `bench_${String(index).padStart(3, '0')}`);

export async function openGround({ workers }: { readonly workers: number }): Promise<Ground> {
  const functionsDir = path.join(dist, 'cloudfunctions');
  const databaseFile = path.join(functionsDir, 'database.json');
  const cloud = await startLocalcloud({ functionsDir, databaseFile, startAtMs: TEST_NOW_MS, workers });
  const { flyers } = await seedForTests(cloud);
  await stockUp(cloud);
  let people = 0;
  let keys = 0;
  return {
    cloud,
    flyer: flyers.active,
    call: async <T>(door: string, openid: string, operation: string, input: object, key?: string) => {
      const event = { operation, input, ...(key === undefined ? {} : { requestKey: key }) };
      const reply = (await cloud.invoke(door, event, { openid })) as { ok: boolean; data: T };
      if (!reply.ok) throw new Error(`${operation}: ${JSON.stringify(reply).slice(0, 300)}`);
      return reply.data;
    },
    someone: () => {
      people += 1;
      return settle(cloud, `o_bench_${people}`);
    },
    key: () => {
      keys += 1;
      return makeRequestKey(cloud.clock.nowMs(), Buffer.from(hashOf('bench', keys), 'hex'));
    },
    stop: () => cloud.stop(),
  };
}

async function stockUp({ store }: Localcloud): Promise<void> {
  const db = storeDb(store);
  const [model] = store.findNow('skus', {}, { limit: 1 });
  const skus = benchSkus(SHELVES.length * SKUS_PER_SHELF);
  const shelfOf = (index: number): string => SHELVES[Math.floor(index / SKUS_PER_SHELF)] ?? SHELVES[0];
  const documents = skus.map((skuId, index) => ({
    ...model,
    _id: skuId,
    skuId,
    listFen: 990,
    shelfCellId: shelfOf(index),
  }));
  store.insertNow('skus', documents);
  for (const shelf of SHELVES) {
    const own = documents.filter(({ shelfCellId }) => shelfCellId === shelf);
    await openCell(db, shelf, Object.fromEntries(own.map(({ skuId }) => [skuId, PLENTY])));
  }
  await publishTemplate(
    { db },
    {
      ...{ _id: BENCH_TEMPLATE, campaignId: LAUNCH, budgetKeys: [LAUNCH], title: '测速', onShow: false },
      terms: { kind: 'fixed', scope: { all: true }, group: 'a', minSpendFen: 5_000, offFen: 1 },
      validity: { days: 7 },
      ...{ total: 10_000, cellCount: 16, perResident: 1, tierNeeded: null, residents: 'all', channels: ['centre'] },
      ...{ startsAtMs: TEST_NOW_MS - DAY_MS, endsAtMs: TEST_NOW_MS + DAY_MS },
    },
  );
}

const prize = (nowMs: number): Prize => ({
  ...{
    drawId: LAUNCH_DRAW,
    drawPrizeId: 'milk',
    drawTitle: '收货抽奖',
    title: '鲜牛奶 1 盒',
    unit: '盒',
    kind: 'product',
  },
  ...{
    wonAtMs: nowMs,
    claimUntilMs: nowMs + DAY_MS,
    state: 'to-claim',
    givenId: null,
    picture: 'milk',
    valueFen: 1_250,
  },
});

const lot = (nowMs: number): PointsLot => ({
  ...{ points: 1_000, earned: 1_000, earnedAtMs: nowMs, spendableFromMs: nowMs, cause: 'order:bench' },
  expiresAtMs: nowMs + DAY_MS,
});

/** By the store, not by the doors: arranging is not measured. */
function settle({ store, clock }: Localcloud, openid: string): string {
  const _id = residentId(LOCAL_APPID, openid);
  const nowMs = clock.nowMs();
  const address = {
    ...{ estateId: OSMANTHUS, estateName: '桂花里小区', building: '3 号楼', room: '101' },
    ...{ contactName: '测速', phone: '13800138009', isDefault: true, savedAtMs: nowMs },
  };
  const chance: Chance = { state: 'open', drawId: LAUNCH_DRAW, at: nowMs, orderId: null, expiresAtMs: nowMs + DAY_MS };
  const chances = { [chanceOf(openid)]: chance };
  const resident: Resident = { ...newResident(_id, nowMs), estateId: OSMANTHUS, addresses: { [ADDRESS]: address } };
  store.insertNow('residents', [resident]);
  const lots = { bench: lot(nowMs) };
  store.insertNow('wallets', [{ ...emptyWallet(_id), chances, lots, prizes: { [prizeOf(openid)]: prize(nowMs) } }]);
  return openid;
}
