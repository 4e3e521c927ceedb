import { DAY_MS, minuteOfDay, shanghaiDate } from '../../../cloudfunctions/kernel/period';
import type { DrawDraft, DrawPrize } from '../../../cloudfunctions/rooms/draw';
import { LAUNCH, LAUNCH_DRAW, type RunTime } from './campaign';
import { TEMPLATES } from './coupons';

type PrizeFace = Pick<DrawPrize, 'drawPrizeId' | 'title' | 'picture' | 'valueFen' | 'oddsPpm' | 'unit' | 'tier'>;

const face = (
  [drawPrizeId, title, picture]: readonly [drawPrizeId: string, title: string, picture: string],
  [valueFen, oddsPpm]: readonly [valueFen: number, oddsPpm: number],
  [unit, tier]: readonly [unit: string, tier: number | null],
): PrizeFace => ({ drawPrizeId, title, picture, valueFen, oddsPpm, unit, tier });

/** Things that wait for their winner, each household one of a kind at most. */
const goods = (prize: PrizeFace, count: number, perDay: number, perResident: number | null): DrawPrize => ({
  ...prize,
  kind: 'product',
  stock: { count, cellCount: 1, burst: 1, perDay },
  perResident,
  claimDays: 7,
  consolation: false,
});

const coupon = (prize: PrizeFace, count: number, templateId: string): DrawPrize => ({
  ...prize,
  kind: 'coupon',
  templateId,
  stock: { count, cellCount: 4, burst: 4, perDay: null },
  perResident: null,
  claimDays: 7,
  consolation: false,
});

const points = (prize: PrizeFace, given: number, consolation = false): DrawPrize => ({
  ...prize,
  kind: 'points',
  points: given,
  stock: null,
  perResident: null,
  claimDays: 7,
  consolation,
});

/** Eight fields in the order of the wheel; the odds sum to 1,000,000. */
const PRIZES: readonly DrawPrize[] = [
  goods(face(['rice', '五常大米 5kg', 'rice'], [3_990, 2_000], ['袋', 1]), 20, 1, 1),
  points(face(['points5', '5 积分', 'seedling'], [5, 400_000], ['份', null]), 5, true),
  goods(face(['milk', '鲜牛奶 1 盒', 'milk'], [1_250, 30_000], ['盒', 3]), 200, 20, null),
  points(face(['points20', '20 积分', 'honey'], [20, 200_000], ['份', null]), 20),
  coupon(face(['coupon60', '满 60 减 8 券', 'basket'], [800, 80_000], ['张', null]), 600, TEMPLATES.prize60),
  points(face(['points88', '88 积分', 'cookie'], [88, 178_000], ['份', null]), 88),
  goods(face(['egg', '鲜鸡蛋 15 枚', 'egg'], [2_100, 10_000], ['盒', 2]), 60, 6, 1),
  coupon(face(['freight', '免运费券', 'scooter'], [500, 100_000], ['张', null]), 800, TEMPLATES.prizeFreight),
];

const ORGANISER = '邻礼桂花里店';

/** Orders of the last day are received within a week, and their chance then lives for another. */
const AFTER_CAMPAIGN_MS = 14 * DAY_MS;

/** Without its seed: publishing draws one and shows its fingerprint. */
export function launchDraw({ startsAtMs, endsAtMs: campaignEndsAtMs }: RunTime): DrawDraft {
  const endsAtMs = campaignEndsAtMs + AFTER_CAMPAIGN_MS;
  return {
    drawId: LAUNCH_DRAW,
    campaignId: LAUNCH,
    title: '收货抽奖',
    headline: '收到一单，抽一次',
    layout: 'wheel',
    chanceSale: { points: 100, perDay: 1 },
    organiser: ORGANISER,
    rules: [
      `时间：${shanghaiWords(startsAtMs).trimStart()}到${shanghaiWords(endsAtMs)}`,
      `机会：${shanghaiWords(campaignEndsAtMs).trim()} 前下的单，每收到一单得 1 次，满额加餐另送 1 次；转发、拉人都不给机会`,
      '换机会：100 积分换 1 次，每人每天最多 1 次；邀请邻居得的积分不能换',
      `期限：机会留到 ${shanghaiWords(campaignEndsAtMs).trim()}，收货不满 7 天的留满 7 天，抽奖结束后作废`,
      '限制：每户大米、鸡蛋各最多中 1 次；每天每样有份数，发完给 5 积分',
      '领奖：券和积分马上到账；实物 7 天内到店报码领，或者随下一单送',
      `主办：${ORGANISER}，店员不参加`,
      '活动开始后，只会加奖品，不会减',
    ],
    startsAtMs,
    endsAtMs,
    // One of the launch, and one more of an add-on.
    chancesPerOrder: 2,
    prizes: PRIZES,
  };
}

/** 11 月 20 日 10:00 */
function shanghaiWords(atMs: number): string {
  const { month, day } = shanghaiDate(atMs);
  const minute = minuteOfDay(atMs);
  const two = (n: number) => String(n).padStart(2, '0');
  return ` ${month} 月 ${day} 日 ${two(Math.floor(minute / 60))}:${two(minute % 60)} `;
}
