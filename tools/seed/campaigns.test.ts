import type { Offer, Quote } from '../../cloudfunctions/rooms/settlement';
import { aLaunchShop, dataOf } from '../../tests/support/launch-shop';
import { settle } from '../../tests/support/shopper';
import { launchCampaign } from './data/campaign';
import { MORE_OFFERS, moreCampaigns } from './data/campaigns';
import { couponTemplates } from './data/coupons';
import { runTimeAround } from './publish';

const time = runTimeAround(0);
const offers: readonly Offer[] = [launchCampaign(time), ...moreCampaigns(time)].flatMap((campaign) => campaign.offers);

test.each([
  ...['time-window', 'tier-price', 'bundle', 'nth-item', 'gift', 'spend-tiers', 'first-order', 'spend-add-on'],
  ...['free-freight', 'rush-rate'],
])('the demo has an offer of the kind %s', (kind) => {
  expect(offers.some((offer) => offer.kind === kind)).toBe(true);
});

test('every benefit of an add-on, every kind of coupon, both forms of spend tiers, and two offers with a merchant', () => {
  const benefits = offers.flatMap((offer) => (offer.kind === 'spend-add-on' ? [offer.parameters.benefit.form] : []));
  expect(benefits.sort()).toEqual(['chances', 'coupon', 'freight-upgrade', 'gift', 'points', 'support', 'warranty']);
  const reaches = offers.flatMap((offer) => (offer.kind === 'spend-tiers' ? [offer.parameters.reach.form] : []));
  expect(reaches.sort()).toEqual(['best', 'each']);
  const coupons = new Set(couponTemplates(time).map(({ terms }) => terms.kind));
  expect([...coupons].sort()).toEqual(['exchange', 'fixed', 'freight', 'percentage']);
  expect(offers.filter(({ funding }) => funding !== undefined)).toHaveLength(2);
});

/** Quotes a cart of someone who is new, by the door, at 10:24. */
async function quoted(lines: { readonly [skuId: string]: number }, more: object = {}) {
  const { world } = await aLaunchShop();
  const addressId = await settle(world, 'ann');
  const cart = Object.entries(lines).map(([skuId, quantity]) => ({ skuId, quantity }));
  const reply = await world.call('ann', 'order.quote', { lines: cart, addressId, ...more });
  return dataOf<{ quote: Quote; giftGoods: { skuId: string }[]; express: { rushFeeFen: number } | null }>(reply);
}
const takenBy = ({ adjustments }: Quote) => new Map(adjustments.map(({ offerId, amountFen }) => [offerId, amountFen]));

test('rice and milk of the worked example are touched by no offer but the launch: ¥117.30 − 7.50 − 12 − 5 = ¥92.80', async () => {
  const { quote } = await quoted({ rice_5: 2, milk_950: 3 });
  expect([quote.payableFen, quote.gifts, quote.addOns]).toEqual([9_280, [], []]);
});

test('toast, juice and cheese are the breakfast set for ¥35.90, with two toasts and butter more the sandwiches too', async () => {
  const one = await quoted({ toast_400: 1, juice_1: 1, cheese_12: 1 });
  expect(takenBy(one.quote).get(MORE_OFFERS.breakfastSet)).toBe(-860);
  const both = await quoted({ toast_400: 3, juice_1: 1, cheese_12: 2, butter_200: 1 });
  expect([...takenBy(both.quote).keys()]).toEqual(
    expect.arrayContaining([MORE_OFFERS.breakfastSet, MORE_OFFERS.sandwichSet]),
  );
});

test('two bags of dumplings bring one garlic, ¥3.90 of value at no price', async () => {
  const { quote, giftGoods } = await quoted({ dumpling_500: 2 });
  expect(quote.gifts).toMatchObject([{ skuId: 'garlic_3', quantity: 1, valueUnitFen: 390, substituteFor: null }]);
  expect(giftGoods.map(({ skuId }) => skuId)).toEqual(['garlic_3']);
});

test('the welcome set is a new resident’s, with soap', async () => {
  const { quote } = await quoted({ pot_22: 1, noodle_1: 1, salt_400: 1 });
  expect(takenBy(quote).get(MORE_OFFERS.welcomeSet)).toBe(-2_100);
  expect(quote.gifts.map(({ skuId }) => skuId)).toEqual(['soap_3']);
});

test('express costs ¥6 in 桂花里, half of it while the campaign runs; ¥88 of steak and fish bring it for free', async () => {
  const asked = { deliveryKind: 'express' };
  const half = await quoted({ rice_5: 1 }, asked);
  expect([half.express, half.quote.freight.rushFen, takenBy(half.quote).get(MORE_OFFERS.rushHalf)]).toEqual([
    { rushFeeFen: 600 },
    600,
    -300,
  ]);
  const free = await quoted({ crab_4: 1 }, asked);
  expect(takenBy(free.quote).get(MORE_OFFERS.treatExpress)).toBe(-600);
  expect(free.quote.addOns.map(({ benefit }) => benefit.form)).toContain('freight-upgrade');
});
