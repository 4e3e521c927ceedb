import { DAY_MS, HOUR_MS } from '../../cloudfunctions/kernel/period';
import { GUI, NEIGHBOURS } from './data/people';
import type { Driver } from './driver';
import type { Happening } from './history';

/** The one whose first order, once received, brought both homes their coupon. */
const ZHENG = NEIGHBOURS.find(({ name }) => name === '郑阿姨');
/** Came by the poster lately, and have not ordered yet. */
const LOOKERS = ['o_he', 'o_wu'];

const deviceOf = (openid: string): string => openid.padEnd(22, '-').slice(0, 22);

/** On the first day 桂姨 makes her card and 郑阿姨 takes it before her first order; two more came within the last days. */
export function inviting(driver: Driver, startMs: number, endMs: number): Happening[] {
  let scene = '';
  const makeCard = async () => {
    const dress = { name: '桂姨', lineId: 'fresh', showsBuilding: true, showsGoods: true };
    const card = await driver.resident<{ scene: string }>(GUI.openid, 'referral.card', {
      deviceId: deviceOf(GUI.openid),
    });
    scene = card.scene;
    await driver.resident(GUI.openid, 'referral.dressCard', dress);
  };
  const take = (who: string, atMs: number): Happening => ({
    atMs,
    who,
    run: async () => {
      await driver.resident(who, 'account.session', {});
      await driver.resident(who, 'referral.land', { scene });
      const bind = { scene, deviceId: deviceOf(who) };
      await driver.resident(who, 'referral.bind', bind, driver.key(atMs, `${who} card`));
    },
  });
  const madeAtMs = startMs + 1.5 * HOUR_MS;
  return [
    { atMs: madeAtMs, who: GUI.openid, run: makeCard },
    ...(ZHENG ? [take(ZHENG.openid, madeAtMs + HOUR_MS / 4)] : []),
    ...LOOKERS.map((who, index) => take(who, endMs - (index + 1) * DAY_MS)),
  ];
}
