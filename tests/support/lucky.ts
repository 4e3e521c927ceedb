import { drawSlot, prizeAtSlot } from '../../cloudfunctions/kernel/fairness';
import { chanceId, makeRequestKey, orderId, residentId } from '../../cloudfunctions/kernel/ids';
import type { Draw } from '../../cloudfunctions/rooms/draw';
import type { Localcloud } from '../../localcloud';
import { LAUNCH_DRAW, LOCAL_APPID } from '../../tools/seed/base';

interface Seed {
  readonly _id: string;
  readonly seedHex: string;
}

const MOST_TRIES = 100_000;

/**
 * A request key under which this person's order brings a chance of the launch draw that draws the prize: a chance's id
 * comes from its order's, the order's from the key, and a test may read the seed. Nobody else can.
 */
export function luckyKey({ store, clock }: Localcloud, openid: string, drawPrizeId: string): string {
  const nowMs = clock.nowMs();
  const { seedHex } = newest<Seed>(store.dump('drawSeeds'), ({ _id }) => _id === LAUNCH_DRAW);
  const draw = newest<Draw>(store.dump('draws'), ({ drawId }) => drawId === LAUNCH_DRAW);
  const odds = draw.prizes.map((prize) => ({ prizeId: prize.drawPrizeId, weight: prize.oddsPpm }));
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const random = Buffer.alloc(16);
    random.writeUInt32BE(tries, 0);
    const key = makeRequestKey(nowMs, random);
    const chance = chanceId('order', orderId(residentId(LOCAL_APPID, openid), key), 1);
    if (prizeAtSlot(odds, drawSlot(seedHex, LAUNCH_DRAW, chance)) === drawPrizeId) return key;
  }
  throw new Error(`no order of ${MOST_TRIES} draws ${drawPrizeId}`);
}

function newest<T>(documents: readonly unknown[], is: (document: T) => boolean): T {
  const found = (documents as readonly T[]).filter(is).pop();
  if (!found) throw new Error('the draw is not published');
  return found;
}
