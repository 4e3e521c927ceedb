import type { OutputOf } from '../../cloudfunctions/contract';
import { hashOf } from '../../cloudfunctions/kernel/ids';
import type { drawContract } from '../../cloudfunctions/rooms/draw/contract';
import { SHOP } from './data/people';
import type { Driver } from './driver';

type Spun = OutputOf<(typeof drawContract)['draw.spin']>;
type Claimed = OutputOf<(typeof drawContract)['draw.claim']>;

/** What people do with goods that they won: have them brought, come by for them, mean to come by, or not think of it yet. */
const HABITS = ['next-order', 'fetched', 'pick-up', 'later'] as const;

/** Spins a chance and does with a prize what this person would. */
export async function spinAndFetch(driver: Driver, openid: string, drawId: string, chanceId: string, atMs: number) {
  const { prize } = await driver.resident<Spun>(openid, 'draw.spin', { drawId, chanceId }, driver.key(atMs, chanceId));
  if (!prize || prize.ways.length === 0) return;
  const habit = HABITS[Number.parseInt(hashOf('habit', chanceId).slice(-2), 16) % HABITS.length] ?? 'later';
  if (habit === 'later') return;
  const way = habit === 'next-order' ? 'next-order' : 'pick-up';
  const { claim } = await driver.resident<Claimed>(openid, 'draw.claim', { prizeId: prize.prizeId, way });
  if (habit !== 'fetched' || claim?.way !== 'pick-up') return;
  const given = { code: claim.code, by: 'scan' };
  await driver.staff(SHOP.openid, 'draw.handOver', given, driver.key(atMs, `${chanceId} handed over`));
}
