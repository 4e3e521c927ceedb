import { addOn, eggGift, nextFive } from '../../../tests/support/giving';
import { aShop, type Shop } from '../../../tests/support/shop';
import { campaignNames } from '../catalog';
import { publishTemplate } from '../coupon';
import type { Offer } from '../settlement';
import type { Campaign } from './domain/campaign';
import { publishCampaign } from './operations/publish';

/** Publishes version 2 of the shop's campaign with one offer; codes of what is wrong with it. */
async function problemsWith(offer: Offer, prepare: (shop: Shop) => Promise<unknown>) {
  const shop = await aShop({ offers: [] });
  await prepare(shop);
  const inForce = shop.engine.dump<Campaign>('campaigns').find(({ campaignId }) => campaignId === 'launch');
  if (!inForce) throw new Error('no campaign');
  const context = shop.context();
  const answer = await publishCampaign(context, { ...inForce, version: 2, offers: [offer] }, campaignNames(context));
  if (answer.ok) return [];
  return (answer.detail as { problems: { code: string }[] }).problems.map(({ code }) => code);
}

const coupon = (valueFen = 500) => addOn('next', { form: 'coupon', templateId: 'next5', valueFen });
const gone = { giftSkuId: 'nothing', quantity: 1, valueUnitFen: 1 };
const template = (over: Parameters<typeof nextFive>[0]) => (shop: Shop) =>
  publishTemplate(shop.context(), nextFive(over));

const asItIs = async (): Promise<void> => {};

test.each<[string, Offer, string[], (shop: Shop) => Promise<unknown>]>([
  ['a gift of the catalogue with its substitute', eggGift(), [], asItIs],
  ['a gift that is no SKU', addOn('g', { form: 'gift', ...gone }), ['GIFT_UNKNOWN'], asItIs],
  [
    'a draw that there is not',
    addOn('d', { form: 'chances', drawId: 'no_draw', chances: 1 }),
    ['DRAW_UNKNOWN'],
    asItIs,
  ],
  ['the draw of the campaign itself', addOn('d', { form: 'chances', drawId: 'wheel', chances: 9 }), [], asItIs],
  [
    '10 chances besides its own 1',
    addOn('d', { form: 'chances', drawId: 'wheel', chances: 10 }),
    ['CHANCES_PER_ORDER'],
    asItIs,
  ],
  ['a template that there is not', coupon(), ['COUPON_UNKNOWN'], asItIs],
  ['a template of its channel that lives by days', coupon(), [], template({})],
  ['a template for the coupon centre', coupon(), ['COUPON_UNKNOWN'], template({ channels: ['centre'] })],
  ['a template that ends by a date', coupon(), ['COUPON_UNKNOWN'], template({ validity: { untilMs: 9e12 } })],
  ['¥4.99 booked for a coupon of ¥5', coupon(499), ['COUPON_VALUE'], template({})],
])('publishing %s', async (_what, offer, problems, prepare) => {
  expect(await problemsWith(offer, prepare)).toEqual(problems);
});

test('what is promised stands in the campaign: later changes of catalogue and template do not touch it', async () => {
  const shop = await aShop({ offers: [eggGift(), coupon()], templates: [nextFive()] });
  const [campaign] = shop.engine.dump<Campaign>('campaigns');
  expect(campaign?.gifts.milk).toEqual({
    ...{ skuId: 'milk', productId: 'milk', name: 'milk', spec: '1 份', picture: 'milk', tint: 'oat' },
    shelfCellId: 'shelf_01',
  });
  expect(Object.keys(campaign?.gifts ?? {}).sort()).toEqual(['milk', 'rice']);
  expect(campaign?.coupons).toMatchObject({ next5: { title: '下一单减 5 元', days: 14, terms: { offFen: 500 } } });
});
