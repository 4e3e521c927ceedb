import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LAUNCH_DRAW, MORE_OFFERS, OPERATOR, OWNER, SUPPORT, TEMPLATES } from '../../../tools/seed/base';
import { expectCalm, expectCheap, expectSmall } from './support/budget';
import { Shop } from './support/shop';

const ANN = 'o_ann';
const { pages, subPackages } = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../../dist/weapp/app.json'), 'utf8'),
) as { pages: string[]; subPackages: { root: string; pages: string[] }[] };
const everyPage = [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))];

let shop: Shop;
let ids = { paid: '', unpaid: '', address: '', received: '', refund: '', card: '' };
beforeAll(async () => {
  shop = await Shop.open();
  const address = await shop.settleIn(ANN);
  for (const templateId of [TEMPLATES.save60, TEMPLATES.freight, TEMPLATES.fresh])
    await shop.ask(ANN, 'coupon.claim', { templateId });
  const received = await shop.place(ANN, [{ skuId: 'rice_5', quantity: 2 }], address);
  await shop.deliver(ANN, received);
  await shop.ask(ANN, 'order.receive', { orderId: received });
  await shop.ask(ANN, 'draw.spin', { drawId: LAUNCH_DRAW, chanceId: `order:${received}:1` });
  const paid = await shop.place(ANN, [{ skuId: 'banana_1', quantity: 2 }], address);
  await shop.pay(ANN, paid);
  const unpaid = await shop.place(ANN, [{ skuId: 'apple_4', quantity: 1 }], address);
  await shop.putInCart(ANN, [{ skuId: 'milk_950', quantity: 2 }]);
  const refund = await shop.giveBack(ANN, received, { rice_5: 1 }, 'missing');
  await shop.giveBack(ANN, received, { rice_5: 1 }, 'quality');
  const { scene } = await shop.ask<{ scene: string }>('o_gui', 'referral.card', { deviceId: 'a'.repeat(22) });
  ids = { paid, unpaid, address, received, refund, card: scene };
}, 120_000);
afterEach(() => shop.closePhones());
afterAll(() => shop.close());

interface Entry {
  readonly query?: () => Record<string, string>;
  /** What a person must read there. */
  readonly shows: string;
  readonly who?: string;
}

/** Every page of the app with what it is opened by; a page without a line here fails. */
const ENTRIES: { readonly [page: string]: Entry } = {
  'pages/home/index': { shows: '邻居常买' },
  'pages/shop/index': { shows: '水果黄瓜' },
  'pages/coupon/index': { shows: '满 60' },
  'pages/cart/index': { shows: '鲜牛奶' },
  'pages/me/index': { shows: '积分' },
  'packages/catalog/pages/product/index': { query: () => ({ id: 'p_milk' }), shows: '鲜牛奶' },
  'packages/catalog/pages/bundle/index': { query: () => ({ id: MORE_OFFERS.breakfastSet }), shows: '早饭一桌' },
  'packages/catalog/pages/search/index': { shows: '搜索' },
  'packages/order/pages/checkout/index': { shows: '微信支付' },
  'packages/order/pages/paid/index': { query: () => ({ id: ids.paid }), shows: '付好了' },
  'packages/order/pages/list/index': { shows: '红富士苹果' },
  'packages/order/pages/detail/index': { query: () => ({ id: ids.unpaid }), shows: '红富士苹果' },
  'packages/order/pages/aftersales/index': { query: () => ({ orderId: ids.paid }), shows: '还没出发，这几样不要了' },
  'packages/order/pages/refund/index': {
    query: () => ({ orderId: ids.received, refundNumber: ids.refund }),
    shows: '退回微信',
  },
  'packages/order/pages/refunds/index': { shows: '五常大米' },
  'packages/order/pages/addresses/index': { shows: '3 号楼' },
  'packages/order/pages/address/index': { query: () => ({ id: ids.address }), shows: '3 号楼' },
  'packages/coupon/pages/mine/index': { shows: '菜肉水果券' },
  'packages/draw/pages/wheel/index': { query: () => ({ id: LAUNCH_DRAW }), shows: '五常大米' },
  'packages/draw/pages/prizes/index': { shows: '抽中' },
  'packages/draw/pages/spins/index': { query: () => ({ id: LAUNCH_DRAW }), shows: '种子的指纹' },
  'packages/draw/pages/winners/index': { query: () => ({ id: LAUNCH_DRAW }), shows: '邻居' },
  'packages/loyalty/pages/points/index': { shows: '积分' },
  'packages/outreach/pages/land/index': { query: () => ({ scene: shop.flyers.active }), shows: '桂花里' },
  'packages/outreach/pages/estate/index': { shows: '桂花里' },
  'packages/group/pages/entry/index': { shows: '进不进群，券和价格都一样' },
  'packages/event/pages/event/index': { shows: '周末集市' },
  'packages/referral/pages/land/index': { query: () => ({ scene: ids.card }), shows: '¥10' },
  'packages/referral/pages/mine/index': { shows: '看看我的海报' },
  'packages/referral/pages/poster/index': { shows: '把海报发出去本身没有奖励' },
  'packages/referral/pages/card/index': { shows: '怎么称呼您' },
  'packages/referral/pages/rules/index': { shows: '一天最多算 20 位' },
  'packages/reward/pages/money/index': { shows: '还没有奖金' },
  'packages/staff/pages/payouts/index': { who: OPERATOR.openid, shows: '要核对' },
  'packages/staff/pages/letters/index': { who: OPERATOR.openid, shows: '都办成了' },
  'packages/staff/pages/board/index': { who: OWNER.openid, shows: '周女士' },
  'packages/staff/pages/refunds/index': { who: SUPPORT.openid, shows: '不好用' },
  'packages/staff/pages/order/index': { who: SUPPORT.openid, shows: '查一查' },
  'packages/staff/pages/handover/index': { who: OWNER.openid, shows: '报码或扫码' },
  'packages/staff/pages/draws/index': { who: OWNER.openid, shows: '收货抽奖' },
  'packages/staff/pages/referrals/index': { who: SUPPORT.openid, shows: '没有要看的' },
  'packages/staff/pages/groups/index': { who: OWNER.openid, shows: '桂花里邻居 2 群' },
  'packages/staff/pages/events/index': { who: OWNER.openid, shows: '秋茶品鉴会' },
  'packages/staff/pages/event/index': {
    who: OWNER.openid,
    query: () => ({ id: shop.events[0] ?? '' }),
    shows: '到场券留了',
  },
  'packages/staff/pages/event-plan/index': { who: OWNER.openid, shows: '一户最多' },
  'packages/staff/pages/check-in/index': { who: OWNER.openid, shows: '现在没有要签到的活动' },
  'packages/staff/pages/flyer/index': {
    who: OWNER.openid,
    query: () => ({ scene: shop.flyers.active }),
    shows: '传单',
  },
  'packages/staff/pages/batches/index': { who: OPERATOR.openid, shows: '新邻居礼传单' },
  'packages/staff/pages/funnel/index': { who: OPERATOR.openid, shows: '传单' },
};

test('every page of the app has a line here', () => expect(Object.keys(ENTRIES).sort()).toEqual([...everyPage].sort()));

describe.each(everyPage)('%s', (page) => {
  const open = (who = ENTRIES[page]?.who ?? ANN) =>
    shop.phone(who, { route: page, query: ENTRIES[page]?.query?.() ?? {} });

  test('opens for who has been here before, without an error, within the budgets', async () => {
    const phone = await open();
    expect(phone.text).toContain(ENTRIES[page]?.shows);
    expectNoFailure(phone.text);
    expectSmall(phone);
    expectCheap(phone.cost);
    expectCalm(phone);
  });

  test('opens for a stranger, with nothing in hand and nothing in the query', async () => {
    const phone = await shop.phone('o_stranger', { route: page });
    expect(phone.text.trim()).not.toBe('');
    expect(phone.text).not.toMatch(/undefined|NaN|\[object/);
    expectSmall(phone);
    expectCalm(phone);
  });

  test('without a network it says what did not happen, and does not break', async () => {
    const phone = await shop.phone(ANN, {
      route: page,
      query: ENTRIES[page]?.query?.() ?? {},
      call: () => Promise.reject(new Error('timeout')),
    });
    await phone.until(() => phone.text.trim() !== '');
    expectCalm(phone);
  });
});

function expectNoFailure(text: string): void {
  expect(text).not.toMatch(/undefined|NaN|\[object|NETWORK|INTERNAL|INVALID_INPUT|没连上/);
}
