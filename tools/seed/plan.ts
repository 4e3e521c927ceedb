import { DAY_MS, HOUR_MS, MINUTE_MS, shanghaiDay, startOfShanghaiDay } from '../../cloudfunctions/kernel/period';
import type { Random } from '../../cloudfunctions/platform/context';
import { CHEN, type DemoResident, GUI, LIN, NEIGHBOURS, ZHOU } from './data/people';

/** How far an order of the history got. */
export type Ending =
  | 'spun'
  | 'received'
  | 'self-received'
  | 'cancelled'
  | 'unpaid'
  | 'paid'
  | 'picked'
  | 'dispatched'
  | 'delivered';

export interface PlannedOrder {
  readonly person: DemoResident;
  readonly atMs: number;
  readonly lines: readonly { readonly skuId: string; readonly quantity: number }[];
  readonly ending: Ending;
}

type Basket = readonly (readonly [skuId: string, quantity: number])[];

/** What people like these buy. Each basket is one visit; a person goes round theirs. */
const SMALL: readonly Basket[] = [
  [
    ['milk_950', 2],
    ['toast_400', 1],
  ],
  [
    ['egg_15', 1],
    ['greens_300', 2],
    ['tomato_500', 2],
  ],
  [
    ['rice_5', 1],
    ['salt_400', 1],
  ],
  [
    ['broccoli_1', 1],
    ['carrot_400', 1],
    ['potato_500', 2],
    ['garlic_3', 1],
  ],
  [
    ['dumpling_500', 2],
    ['cucumber_500', 1],
  ],
  [
    ['apple_4', 1],
    ['banana_1', 1],
    ['milk_950', 1],
  ],
  [
    ['tissue_10', 1],
    ['soap_3', 1],
  ],
];
const FAMILY: readonly Basket[] = [
  [
    ['rice_5', 2],
    ['milk_950', 3],
    ['egg_15', 2],
    ['tissue_10', 1],
  ],
  [
    ['steak_200', 2],
    ['shrimp_400', 1],
    ['broccoli_1', 2],
    ['grape_500', 1],
  ],
  [
    ['fish_1', 1],
    ['egg_15', 1],
    ['greens_300', 3],
    ['tomato_500', 2],
    ['tea_100', 1],
    ['pear_1', 2],
  ],
  [
    ['strawberry_300', 2],
    ['cake_4', 2],
    ['juice_1', 2],
    ['cheese_12', 1],
    ['butter_200', 1],
    ['cookie_200', 2],
  ],
  [
    ['dumpling_500', 4],
    ['noodle_1', 2],
    ['grain_1000', 2],
    ['beans_500', 2],
    ['honey_500', 1],
  ],
];
const FEAST: readonly Basket[] = [
  [
    ['crab_4', 3],
    ['shrimp_400', 2],
    ['steak_200', 3],
    ['grape_500', 2],
  ],
  [
    ['crab_4', 2],
    ['honey_500', 3],
    ['tea_100', 3],
    ['strawberry_300', 2],
    ['milk_950', 4],
  ],
  [
    ['pot_22', 2],
    ['rice_5', 3],
    ['steak_200', 3],
    ['lotion_500', 2],
    ['tissue_10', 2],
  ],
];

/** Orders in thirty days: 周女士 stays normal, 陈叔 reaches silver, 桂姨 gold, 林老师 diamond. */
const HABITS: readonly {
  readonly person: DemoResident;
  readonly orders: number;
  readonly baskets: readonly Basket[];
}[] = [
  { person: ZHOU, orders: 3, baskets: SMALL },
  { person: CHEN, orders: 8, baskets: SMALL },
  { person: GUI, orders: 13, baskets: FAMILY },
  { person: LIN, orders: 12, baskets: FEAST },
  ...NEIGHBOURS.map((person, index) => ({
    person,
    orders: 6 + (index % 3),
    baskets: index % 2 === 0 ? SMALL : FAMILY,
  })),
];

/** Visits come when the shop is busy: the early market, the evening, now and then between. */
const BUSY: readonly (readonly [fromMinute: number, minutes: number])[] = [
  [10 * 60 + 5, 45],
  [10 * 60 + 5, 45],
  [17 * 60 + 10, 150],
  [13 * 60, 180],
];

/** The last days of each habit, so that boards, lists and the wheel have something to show now. */
const UNDER_WAY: readonly (readonly [person: DemoResident, minutesAgo: number, ending: Ending])[] = [
  [ZHOU, 1_500, 'received'],
  [ZHOU, 170, 'delivered'],
  [GUI, 150, 'dispatched'],
  [LIN, 110, 'picked'],
  [CHEN, 70, 'paid'],
  [NEIGHBOURS[0] ?? CHEN, 50, 'paid'],
  [NEIGHBOURS[3] ?? CHEN, 40, 'picked'],
  [GUI, 2, 'unpaid'],
];

export interface PlanWish {
  readonly startMs: number;
  readonly endMs: number;
  /** Default: all. */
  readonly mostOrders?: number;
}

/** The same seed gives the same plan. Sorted by time; everything lies in [startMs, endMs). */
export function planOrders({ startMs, endMs, mostOrders }: PlanWish, random: Random): PlannedOrder[] {
  const firstDay = shanghaiDay(startMs) + 1;
  const days = Math.max(1, shanghaiDay(endMs - HOUR_MS) - firstDay);
  const habitual = HABITS.flatMap(({ person, orders, baskets }, habit) =>
    Array.from({ length: orders }, (_, visit): PlannedOrder => {
      const day = firstDay + Math.floor(((visit + random.below(80) / 100) * days) / orders);
      const [fromMinute, minutes] = BUSY[random.below(BUSY.length)] ?? [600, 60];
      const atMs = startOfShanghaiDay(day) + (fromMinute + random.below(minutes)) * MINUTE_MS;
      const lines = linesOf(baskets[(visit + habit) % baskets.length] ?? []);
      return { person, atMs, lines, ending: endingOf(visit, habit) };
    }),
  );
  const lively = UNDER_WAY.map(([person, minutesAgo, ending], index): PlannedOrder => {
    const lines = linesOf(SMALL[index % SMALL.length] ?? []);
    return { person, atMs: endMs - minutesAgo * MINUTE_MS, lines, ending };
  });
  const past = habitual.filter(({ atMs }) => atMs < endMs - DAY_MS);
  const every = Math.max(
    1,
    Math.ceil(past.length / Math.max(1, (mostOrders ?? Number.MAX_SAFE_INTEGER) - lively.length)),
  );
  return [...past.filter((_, index) => index % every === 0), ...lively].sort((a, b) => a.atMs - b.atMs);
}

const linesOf = (basket: Basket) => basket.map(([skuId, quantity]) => ({ skuId, quantity }));

/** Nearly all are received and spun; some receive themselves after three days, one in a while is called off. */
function endingOf(visit: number, habit: number): Ending {
  const n = visit * 7 + habit * 3;
  if (n % 17 === 16) return 'cancelled';
  if (n % 23 === 22) return 'unpaid';
  return n % 11 === 10 ? 'self-received' : 'spun';
}
