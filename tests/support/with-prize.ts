import { DAY_MS, MINUTE_MS } from '../../cloudfunctions/kernel/period';
import type { PrizeState } from '../../cloudfunctions/kernel/wallet';
import type { Envelope } from '../../cloudfunctions/platform/serve/envelope';
import { publishDraw } from '../../cloudfunctions/rooms/draw';
import { aChance, aConsolation, aDraw, aProduct } from '../../cloudfunctions/rooms/draw/domain/support/builders';
import { withAnn } from './ann';
import type { Shop } from './shop';

export const KETTLES = 'prize_wheel_kettle_0';
export const PRIZE = 'order:old:1';

/** Every spin draws one of three kettles; Ann has one, of an order of hers before, and wants it with the next one. */
export async function annWithKettle(way: 'next-order' | 'pick-up' = 'next-order'): Promise<Shop> {
  const shop = await withAnn();
  const prizes = [aProduct({ oddsPpm: 1_000_000 }), aConsolation()];
  const published = await publishDraw(
    shop.context(),
    aDraw({ drawId: 'wheel', endsAtMs: shop.nowMs + 90 * DAY_MS, prizes }),
  );
  if (!published.ok) throw new Error(JSON.stringify(published));
  const chances = { [PRIZE]: aChance({ drawId: 'wheel', orderId: 'old' }) };
  shop.engine.put('wallets', { ...shop.wallet('ann'), chances });
  said(await shop.call('ann', 'draw.spin', { drawId: 'wheel', chanceId: PRIZE }, shop.key()));
  said(await shop.call('ann', 'draw.claim', { prizeId: PRIZE, way }));
  return shop;
}

export function said(reply: Envelope): Envelope {
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply;
}

export const kettleState = (shop: Shop): PrizeState | undefined => shop.wallet('ann').prizes[PRIZE]?.state;

/** The timer, a minute apart; a run that dies is started again by the clock. */
export async function minutes(shop: Shop, count: number): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) {
    shop.advance(MINUTE_MS);
    await shop.tick().catch(() => []);
  }
}
