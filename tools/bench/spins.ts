import { residentId } from '../../cloudfunctions/kernel/ids';
import { DAY_MS } from '../../cloudfunctions/kernel/period';
import type { Chance } from '../../cloudfunctions/kernel/wallet';
import { strongRandom } from '../../cloudfunctions/platform/random';
import { publishDraw } from '../../cloudfunctions/rooms/draw';
import { LOCAL_APPID, TEST_NOW_MS } from '../seed/base';
import { storeDb } from '../seed/store-db';
import { type Ground, openGround } from './ground';

const RUSH = 'rush';
const CALLERS = 32;
const SPINS = 640;
/** All in one cell, so that every spin takes from one document. */
const UNITS = 160;
/** Of spins whose resident saw anything but a result. */
const MOST_LOST_PERCENT = 5;

/**
 * 32 callers spin at once, every spin draws the same prize of one cell, three of four find it gone. A conflict that a resident
 * sees is a reply that is no result: BUSY, or no reply. True: fewer than 5 % are.
 */
export async function benchSpins(): Promise<boolean> {
  const ground = await openGround({ workers: 4 });
  try {
    await publishRush(ground);
    const people = Array.from({ length: SPINS }, () => withChance(ground));
    const outcomes: Outcome[] = [];
    await Promise.all(
      Array.from({ length: CALLERS }, async () => {
        for (let openid = people.pop(); openid; openid = people.pop()) outcomes.push(await spin(ground, openid));
      }),
    );
    const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
    const lostPercent = (100 * count('lost')) / SPINS;
    const said = `${SPINS} spins, ${CALLERS} callers, one cell of ${UNITS}: ${count('won')} won, ${count('turned')} turned`;
    console.log(`${said}, ${lostPercent.toFixed(1)} % lost to conflicts (< ${MOST_LOST_PERCENT} %)`);
    return lostPercent < MOST_LOST_PERCENT && count('won') === UNITS;
  } finally {
    await ground.stop();
  }
}

type Outcome = 'won' | 'turned' | 'lost';

async function spin(ground: Ground, openid: string): Promise<Outcome> {
  const input = { drawId: RUSH, chanceId: chanceIn(openid) };
  try {
    const { spin: told } = await ground.call<{ spin: { turned: string | null } }>(
      'resident',
      openid,
      'draw.spin',
      input,
      ground.key(),
    );
    return told.turned === null ? 'won' : 'turned';
  } catch {
    return 'lost';
  }
}

const chanceIn = (openid: string): string => `order:${openid}:9`;

function withChance(ground: Ground): string {
  const openid = ground.someone();
  const chance: Chance = {
    ...{ state: 'open', drawId: RUSH, at: TEST_NOW_MS, orderId: null },
    expiresAtMs: TEST_NOW_MS + DAY_MS,
  };
  ground.cloud.store.modifyNow(
    'wallets',
    { _id: residentId(LOCAL_APPID, openid) },
    { $set: { [`chances.${chanceIn(openid)}`]: { ...chance } } },
  );
  return openid;
}

async function publishRush({ cloud }: Ground): Promise<void> {
  const base = { picture: 'milk', valueFen: 1, claimDays: 7, perResident: null, unit: '盒', tier: null };
  const published = await publishDraw(
    { db: storeDb(cloud.store), nowMs: TEST_NOW_MS, random: strongRandom },
    {
      ...{ drawId: RUSH, campaignId: null, title: '测速', headline: '测速', layout: 'wheel', chanceSale: null },
      ...{ organiser: '测速', rules: ['测速'], chancesPerOrder: 1 },
      startsAtMs: TEST_NOW_MS - DAY_MS,
      endsAtMs: TEST_NOW_MS + 30 * DAY_MS,
      prizes: [
        {
          ...{ ...base, drawPrizeId: 'milk', title: '牛奶', oddsPpm: 1_000_000, kind: 'product', consolation: false },
          stock: { count: UNITS, cellCount: 1, burst: UNITS, perDay: null },
        },
        {
          ...{ ...base, drawPrizeId: 'thanks', title: '参与奖', oddsPpm: 0, kind: 'points', points: 5 },
          ...{ consolation: true, stock: null },
        },
      ],
    },
  );
  if (!published.ok) throw new Error(JSON.stringify(published));
}

if (require.main === module) void benchSpins().then((isMet) => process.exit(isMet ? 0 : 1));
