import { DAY_MS } from '../../cloudfunctions/kernel/period';
import type { Wallet } from '../../cloudfunctions/kernel/wallet';
import type { Stored } from '../../cloudfunctions/platform/db';
import { openCell } from '../../cloudfunctions/platform/holds/open-cell';
import { aTemplate } from '../../cloudfunctions/rooms/coupon/domain/support/builders';
import { publishTemplate } from '../../cloudfunctions/rooms/coupon/operations/publish';
import { publishDraw } from '../../cloudfunctions/rooms/draw';
import {
  aChance,
  aConsolation,
  aDraw,
  aProduct,
  aStock,
} from '../../cloudfunctions/rooms/draw/domain/support/builders';
import type { Offer } from '../../cloudfunctions/rooms/settlement';
import { aShop, CAMPAIGN, exampleCoupon, exampleOffers, GOODS, SHELF, type Shop, someLots } from '../support/shop';
import { START_MS } from '../support/world';
import type { Dice } from './dice';
import type { Mood } from './moods';

export const PEOPLE = ['ann', 'bob', 'cat'] as const;
export type Person = (typeof PEOPLE)[number];

export const TEMPLATE = 'neighbour';
export const DRAW = 'wheel';
export const GRAND_PRIZE = 'kettle';
export const POINTS_AT_START = 500;
export const COUPON_AT_START = 'c1';
/** Eggs stand on a shelf of their own, so that one order holds in two cells. */
export const SECOND_SHELF = 'shelf_02';

/** Days that a claimed coupon lives: less than the recovery lasts, so that reserves of unused ones come back. */
const COUPON_DAYS = 2;
/** The wheel turns as long as any chance of the campaign lives. */
const ENDS_AT_MS = START_MS + 90 * DAY_MS;

export interface HouseSize {
  readonly stock: { readonly [skuId: string]: number };
  readonly budgetFen: number;
  readonly coupons: number;
  readonly prizes: number;
}

/** Two milk bring an egg from the other shelf, and rice once the eggs are gone. */
const eggsWithMilk: Offer = {
  offerId: 'eggs_with_milk',
  kind: 'gift',
  campaignId: CAMPAIGN,
  title: null,
  scope: { skuIds: ['milk'] },
  startsAtMs: START_MS - DAY_MS,
  endsAtMs: START_MS + 30 * DAY_MS,
  parameters: {
    per: { form: 'each', units: 2 },
    gift: {
      giftSkuId: 'eggs',
      quantity: 1,
      valueUnitFen: 300,
      substitute: { giftSkuId: 'rice', valueUnitFen: 200 },
    },
  },
};

/** A house so small that neighbours are in each other's way all the time. */
export const sizeOf = (dice: Dice, { plenty }: Pick<Mood, 'plenty'>): HouseSize => ({
  stock: {
    rice: plenty * (2 + dice.below(3)),
    milk: plenty * (3 + dice.below(4)),
    eggs: plenty * (1 + dice.below(3)),
  },
  budgetFen: plenty * (4_000 + dice.below(5) * 1_000),
  coupons: 2 + dice.below(2),
  prizes: 2,
});

export const chanceAtStart = (name: string): string => `gift:${name}:1`;

/** Every room in one process with the offers of the worked example, two shelves, a coupon with a reserve, a wheel. */
export async function aHouse(size: HouseSize, seed = 1): Promise<Shop> {
  const shop = await aShop({
    seed,
    stock: size.stock,
    offers: [...exampleOffers(), eggsWithMilk],
    budgetFen: size.budgetFen,
    draw: { drawId: DRAW, chancesPerOrder: 1 },
  });
  await standEggsApart(shop, size.stock.eggs ?? 0);
  await publishTemplate(shop.context(), {
    ...aTemplate({ _id: TEMPLATE, campaignId: CAMPAIGN, budgetKeys: [CAMPAIGN], total: size.coupons, cellCount: 2 }),
    terms: { kind: 'percentage', payRateBps: 9_000, capFen: 600, minSpendFen: 0, scope: { all: true }, group: 'b' },
    validity: { days: COUPON_DAYS },
    endsAtMs: ENDS_AT_MS,
  });
  const grand = aProduct({
    oddsPpm: 800_000,
    valueFen: 500,
    stock: aStock({ count: size.prizes, burst: size.prizes, cellCount: 2 }),
  });
  const wheel = {
    drawId: DRAW,
    campaignId: CAMPAIGN,
    endsAtMs: ENDS_AT_MS,
    prizes: [grand, aConsolation({ oddsPpm: 200_000 })],
  };
  const published = await publishDraw(shop.context(), aDraw(wheel));
  if (!published.ok) throw new Error(JSON.stringify(published));
  for (const name of PEOPLE) await shop.settleIn(name, belongingsOf(name));
  shop.asStaff('sam', ['owner']);
  return shop;
}

async function standEggsApart({ engine }: Shop, units: number): Promise<void> {
  const eggs = engine.dump<Stored>('skus').find(({ _id }) => _id === 'eggs');
  engine.put('skus', { ...eggs, _id: 'eggs', shelfCellId: SECOND_SHELF } as Stored);
  await openCell(engine, SECOND_SHELF, { eggs: units });
  const shelf = engine.dump<Stored & { left: object; initial: object }>('cells').find(({ _id }) => _id === SHELF);
  if (!shelf) throw new Error('the shop has no shelf');
  const without = (units: object) => Object.fromEntries(Object.entries(units).filter(([skuId]) => skuId !== 'eggs'));
  engine.put('cells', { ...shelf, left: without(shelf.left), initial: without(shelf.initial) } as Stored);
}

const belongingsOf = (name: string): Partial<Wallet> => ({
  coupons: { [COUPON_AT_START]: exampleCoupon() },
  lots: someLots(POINTS_AT_START),
  chances: { [chanceAtStart(name)]: aChance({ drawId: DRAW, orderId: null, expiresAtMs: ENDS_AT_MS }) },
});

export const SKUS = Object.keys(GOODS);
