import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { makeRequestKey, residentId } from '../../../cloudfunctions/kernel/ids';
import type { Stored } from '../../../cloudfunctions/platform/db';
import type { Envelope } from '../../../cloudfunctions/platform/serve/envelope';
import { type Localcloud, startLocalcloud } from '../../../localcloud';
import { LOCAL_APPID } from '../../../tools/seed/base';
import type { Shop } from '../../support/shop';
import { openidOf } from '../../support/world';

const dist = path.join(__dirname, '../../../dist/cloudfunctions');

/** A house of one process, moved behind the embedded cloud: the bundled functions, the genuine SDK, the real wire. */
export interface WireHouse {
  readonly cloud: Localcloud;
  /** Through a door; throws what the platform says of a function that died. */
  call(name: string, operation: string, input: object, requestKey?: string): Promise<Envelope>;
  staffCall(name: string, operation: string, input: object): Promise<Envelope>;
  key(): string;
  residentId(name: string): string;
  dump<T extends Stored>(collection: string): T[];
  /** Everything in the store as it was at first; what functions keep warm stays true. */
  tidyUp(): void;
  stop(): Promise<void>;
}

export async function onTheWire(shop: Shop, names: readonly string[], { workers = 3 } = {}): Promise<WireHouse> {
  const cloud = await startLocalcloud({
    functionsDir: dist,
    databaseFile: path.join(dist, 'database.json'),
    startAtMs: shop.nowMs + 1_000,
    workers,
  });
  const first = documentsFor(shop, names);
  const fill = (): void => {
    for (const [collection, documents] of first) if (documents.length > 0) cloud.store.insertNow(collection, documents);
  };
  fill();
  await shop.engine.store.close();
  const through = (door: string) => (name: string, operation: string, input: object, requestKey?: string) =>
    cloud.invoke(
      door,
      { operation, input, ...(requestKey === undefined ? {} : { requestKey }) },
      { openid: openidOf(name) },
    ) as Promise<Envelope>;
  return {
    cloud,
    call: through('resident'),
    staffCall: through('staff'),
    key: () => makeRequestKey(cloud.clock.nowMs(), randomBytes(16)),
    residentId: (name) => residentId(LOCAL_APPID, openidOf(name)),
    dump: <T extends Stored>(collection: string) => cloud.store.dump(collection) as unknown as T[],
    tidyUp: () => {
      for (const [collection] of first) cloud.store.removeNow(collection, {}, { multi: true });
      fill();
    },
    stop: () => cloud.stop(),
  };
}

/** The house's documents, with its people as the embedded cloud's mini-program knows them. */
function documentsFor(shop: Shop, names: readonly string[]): Map<string, Stored[]> {
  const ids = new Map(names.map((name) => [shop.residentId(name), residentId(LOCAL_APPID, openidOf(name))]));
  const renamed = (text: string): string => text.replace(/r_[0-9a-f]{32}/g, (id) => ids.get(id) ?? id);
  return new Map(
    Object.entries(shop.engine.store.snapshot()).map(([collection, documents]) => [
      collection,
      JSON.parse(renamed(JSON.stringify(documents))) as Stored[],
    ]),
  );
}
