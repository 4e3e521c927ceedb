import path from 'node:path';
import { DAY_MS } from '../../cloudfunctions/kernel/period';
import { type Localcloud, startLocalcloud } from '../../localcloud';
import { seed } from '../../tools/seed';
import { type BaseHighlights, PEOPLE, seedForTests, TEST_NOW_MS } from '../../tools/seed/base';
import { type Driver, driverOf } from '../../tools/seed/driver';
import { localTransfers } from '../../tools/start/transfer-keys';

import { openPhone, type PhoneOptions } from './browser';
import { Visitor } from './visitor';

const dist = path.join(__dirname, '../../dist');

/** The whole shop on its first morning, in one process, with people who hold phones in front of it. */
export interface House {
  cloud: Localcloud;
  flyers: BaseHighlights['flyers'];
  /** Someone with a phone of their own: an empty browser profile, opened at a page's address (`urlOf`). */
  enter(openid: string, page?: string, options?: PhoneOptions): Promise<Visitor>;
  /** Speaks to the doors as a phone does, without one. @throws Refused */
  driver: Driver;
  /** Documents of a collection. */
  dump<T>(collection: string): T[];
  close(): Promise<void>;
}

export interface HouseOptions {
  /** So many days and orders lie behind the shop, lived through its doors; absent: it opened this morning. */
  history?: { days: number; orders: number };
}

/** The clock stands at 10:24: the morning market is open, and stays so unless a test moves it. */
export async function openHouse({ history }: HouseOptions = {}): Promise<House> {
  const functionsDir = path.join(dist, 'cloudfunctions');
  const cloud = await startLocalcloud({
    functionsDir,
    databaseFile: path.join(functionsDir, 'database.json'),
    staticDir: path.join(dist, 'h5'),
    people: [...PEOPLE],
    environment: localTransfers,
    startAtMs: TEST_NOW_MS - (history?.days ?? 0) * DAY_MS,
    workers: 2,
  });
  const { flyers } = history
    ? await seed(cloud, { endMs: TEST_NOW_MS, mostOrders: history.orders })
    : await seedForTests(cloud);
  const visitors: Visitor[] = [];
  return {
    cloud,
    flyers,
    driver: driverOf(cloud, 1),
    async enter(openid, page = '/pages/home/index', options = {}) {
      const phone = await openPhone(options);
      const visitor = new Visitor(phone, cloud.url, openid);
      visitors.push(visitor);
      await visitor.open(page);
      return visitor;
    },
    dump: <T>(collection: string) => cloud.store.dump(collection) as unknown as T[],
    async close() {
      for (const visitor of visitors) await visitor.leave();
      await cloud.stop();
    },
  };
}
