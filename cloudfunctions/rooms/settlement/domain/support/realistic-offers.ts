import type { Scope } from '../../../../kernel/coupon';
import type { Offer } from '../input';
import { anOffer } from './build';
import { CATEGORIES, SHELF } from './realistic-shelf';
import { between, pick, type Random } from './seeded';

type Make = (offerId: string, random: Random) => Offer;

/** Everything, one or two categories, or a dozen goods. */
export function realisticScope(random: Random): Scope {
  const kind = random(4);
  if (kind < 2) return { all: true };
  if (kind === 2) return { categoryIds: [pick(random, CATEGORIES), pick(random, CATEGORIES)] };
  return { skuIds: someGoods(random, 12) };
}

/** Goods that stand together on the shelf are bought together. */
function someGoods(random: Random, count: number): string[] {
  const from = random(SHELF.length);
  return Array.from({ length: count }, (_, i) => SHELF[(from + i * 7) % SHELF.length]?.skuId ?? '');
}

const timeWindow: Make = (id, random) => {
  const windows = pick(random, [
    [],
    [{ fromMinute: 600, untilMinute: 660 }],
    [{ fromMinute: 1080, untilMinute: 1200 }],
  ]);
  const price = { form: 'rate', payRateBps: pick(random, [8000, 8500, 9000]) } as const;
  const scope: Scope =
    random(2) === 0 ? { categoryIds: [pick(random, CATEGORIES)] } : { skuIds: someGoods(random, 10) };
  return anOffer('time-window', id, { windows, price }, { scope });
};

const tierPrice: Make = (id, random) =>
  anOffer(
    'tier-price',
    id,
    { fromTier: pick(random, ['silver', 'gold']), price: { form: 'rate', payRateBps: 9500 } },
    { scope: { categoryIds: [pick(random, CATEGORIES)] } },
  );

const spendTiers: Make = (id, random) => {
  const group = pick(random, ['shop', 'category', 'merchants']);
  const share = between(random, 6, 12);
  const tiers = pick(random, [
    [3900, 7900, 15_900],
    [5000, 10_000, 20_000],
  ]).map((thresholdFen) => ({
    thresholdFen,
    off: { form: 'fixed' as const, offFen: Math.floor((thresholdFen * share) / 10_000) * 100 },
  }));
  const scope: Scope = group === 'shop' ? { all: true } : realisticScope(random);
  const funding = group === 'merchants' ? { m_bakery: 3000, m_dairy: 2500 } : undefined;
  return anOffer('spend-tiers', id, { group, reach: { form: 'best', tiers } }, { scope, funding });
};

const eachFull: Make = (id, random) => {
  const reach = { form: 'each', eachFullFen: 3000, offFen: between(random, 100, 300, 50), capFen: 2000 } as const;
  return anOffer('spend-tiers', id, { group: 'category', reach }, { scope: realisticScope(random) });
};

const percentTier: Make = (id, random) => {
  const off = { form: 'percentage', payRateBps: pick(random, [9000, 9500]), capFen: 3000 } as const;
  const reach = { form: 'best', tiers: [{ thresholdFen: 8800, off }] } as const;
  return anOffer('spend-tiers', id, { group: 'merchants', reach }, { scope: realisticScope(random) });
};

const firstOrder: Make = (id) => anOffer('first-order', id, { offFen: 500 });

const freeFreight: Make = (id, random) => anOffer('free-freight', id, { fromFen: pick(random, [4900, 6900, 9900]) });

const bundle: Make = (id, random) => {
  const components = someGoods(random, pick(random, [2, 2, 3])).map((skuId) => ({
    skuId,
    quantity: pick(random, [1, 1, 2]),
  }));
  const price = pick(random, [
    { form: 'rate', payRateBps: 8500 },
    { form: 'cut', offFen: 150 },
  ]);
  return anOffer('bundle', id, { components, price, maxSets: pick(random, [1, 2, 5]) });
};

const nthItem: Make = (id, random) => {
  const terms = pick(random, [
    { every: 2, reduced: 1, payRateBps: 5000 },
    { every: 3, reduced: 1, payRateBps: 0 },
    { every: 2, reduced: 1, unitFen: 100 },
  ]);
  const over = { scope: { skuIds: someGoods(random, 8) } };
  return terms.unitFen !== undefined
    ? anOffer('nth-fixed-price', id, terms, over)
    : anOffer('nth-item', id, terms, over);
};

const limitedWindow: Make = (id, random) => {
  const price = { form: 'rate', payRateBps: 7000 } as const;
  const maxUnits = pick(random, [2, 3, 5]);
  return anOffer('time-window', id, { windows: [], price, maxUnits }, { scope: { skuIds: someGoods(random, 6) } });
};

const gift: Make = (id, random) => {
  const per = { form: 'each', units: 3, maxTimes: 2 } as const;
  const cup = { giftSkuId: 'gift_cup', quantity: 1, valueUnitFen: 900 };
  return anOffer('gift', id, { per, gift: cup }, { scope: { skuIds: someGoods(random, 8) } });
};

const addOn: Make = (id, random) => {
  const benefit = pick(random, [
    { form: 'points', points: 200 },
    { form: 'freight-upgrade' },
    { form: 'chances', drawId: 'draw_1', chances: 1 },
  ]);
  return anOffer('spend-add-on', id, { thresholdFen: pick(random, [9900, 19_900, 29_900]), benefit });
};

const rushRate: Make = (id) => anOffer('rush-rate', id, { payRateBps: 5000 });

/** What stands in a campaign, in the proportion in which it does; larger campaigns repeat it. */
const MIX: readonly Make[] = [
  spendTiers,
  timeWindow,
  bundle,
  firstOrder,
  freeFreight,
  spendTiers,
  tierPrice,
  nthItem,
  eachFull,
  gift,
  timeWindow,
  addOn,
  percentTier,
  spendTiers,
  limitedWindow,
  tierPrice,
  bundle,
  timeWindow,
  rushRate,
  spendTiers,
];

/** Kinds that tie units together, for which prices are searched. */
const PACKS: ReadonlySet<Make> = new Set([bundle, nthItem, limitedWindow]);

/** `packs` false: without bundles, nth items and limited prices. */
export function realisticOffers(random: Random, count: number, packs: boolean): Offer[] {
  const mix = packs ? MIX : MIX.filter((make) => !PACKS.has(make));
  return Array.from({ length: count }, (_, i) => {
    const make = mix[i % mix.length];
    if (!make) throw new RangeError('the mix is empty');
    return make(`of_${String(i).padStart(3, '0')}`, random);
  });
}
