import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../cloudfunctions/kernel/period';
import type { Localcloud } from '../../localcloud';
import { type BaseHighlights, seedForTests } from './base';
import { PROMOTER } from './data/people';
import { driverOf } from './driver';
import { claiming, claimingLately, live, movingIn, ordering, timers } from './history';
import { inviting } from './inviting';
import { comingByLink } from './links';
import { planOrders } from './plan';
import { runTimeAround } from './publish';
import { seededRandom } from './random';

export interface Highlights extends BaseHighlights {
  readonly orders: number;
}

export interface SeedOptions {
  readonly seed?: number;
  /** Where the history ends; default: the machine's now. */
  readonly endMs?: number;
  /** Takes only this many of the planned orders, evenly, those under way always: for tests. */
  readonly mostOrders?: number;
}

const LEAST_HISTORY_MS = 3 * DAY_MS;

/**
 * Demo data: the shop is published, then lived in. Every order, payment, step, receipt and spin is a call through the
 * doors of this cloud under its moved clock; nothing of the history is written by hand. The cloud must have been started
 * with its clock about 31 days back; it ends at the machine's now. The same seed gives the same history.
 */
export async function seed(cloud: Localcloud, options: SeedOptions = {}): Promise<Highlights> {
  const { seed: number = 1, endMs = Date.now() } = options;
  const startMs = cloud.clock.nowMs();
  if (endMs - startMs < LEAST_HISTORY_MS) throw new Error('start the cloud with its clock about 31 days back');
  const time = runTimeAround(endMs, endMs - startMs);
  const base = await seedForTests(cloud, { nowMs: startMs, time, seed: number });
  const random = seededRandom(number);
  const driver = driverOf(cloud, number);
  const plan = planOrders({ startMs, endMs, mostOrders: options.mostOrders }, random);
  const { happenings, homes } = movingIn(driver, startMs + HOUR_MS, base.flyers.active);
  await live(cloud, [
    ...happenings,
    ...claiming(driver, startMs + 2 * HOUR_MS),
    ...claimingLately(driver, endMs - DAY_MS),
    ...plan.flatMap((order) => ordering(cloud, driver, homes, order)).filter(({ atMs }) => atMs < endMs),
    ...inviting(driver, startMs, endMs),
    ...timers(cloud, startMs, endMs),
    ...promoterToday(driver, base, endMs),
    ...comingByLink(driver, endMs),
  ]);
  if (endMs > cloud.clock.nowMs()) cloud.clock.moveTo(endMs);
  await cloud.fireTimers();
  return { ...base, orders: plan.length };
}

/** This morning the promoter looked at the flyers, and three neighbours stopped to scan. */
function promoterToday(driver: ReturnType<typeof driverOf>, { flyers }: BaseHighlights, endMs: number) {
  const scans = ['o_passer1', 'o_passer2', 'o_passer3'].map((who, index) => ({
    atMs: endMs - (30 - index) * MINUTE_MS,
    who,
    run: async () => {
      await driver.resident(who, 'account.session', {});
      await driver.resident(who, 'outreach.land', { scene: flyers.active });
    },
  }));
  const look = async () => {
    await driver.staff(PROMOTER.openid, 'outreach.myFlyers', {});
  };
  return [...scans, { atMs: endMs - 20 * MINUTE_MS, who: PROMOTER.openid, run: look }];
}
