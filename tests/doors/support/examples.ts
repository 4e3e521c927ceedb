import { residentId } from '../../../cloudfunctions/kernel/ids';
import { DAY_MS } from '../../../cloudfunctions/kernel/period';
import { batchIdOf } from '../../../cloudfunctions/rooms/outreach/domain/batch';
import { LAUNCH, OFFERS, OSMANTHUS, PROMOTER, REDEEM_CODE, TEMPLATES, TEST_NOW_MS } from '../../../tools/seed/base';
import { drawExamples, STAFF_DRAW_EXAMPLES } from './draw-examples';
import type { House } from './house';
import { LINES } from './house';
import { neighbourExamples, staffNeighbourExamples } from './neighbour-examples';

type Given = Pick<House, 'addressId' | 'orderId' | 'flyers'>;
type Examples = { readonly [operation: string]: object };

const UNITS = [{ lineId: 'apple_4', units: 1 }];
const BATCH = batchIdOf('seed', OSMANTHUS);
const PROMOTER_ID = residentId('wx_test', PROMOTER.openid);
const CURSOR = `1763776800000~${'0'.repeat(32)}`;

/** For each operation an input with every field of its contract, each of them acceptable by itself. */
export function residentExamples({ addressId, orderId, flyers }: Given): Examples {
  const wish = { lines: LINES, deliveryKind: 'standard', couponIds: ['c_1'], pointsWish: 100, addressId };
  return {
    'account.session': {},
    'account.estates': { search: '桂花', cursor: 'c1' },
    'account.chooseEstate': { estateId: OSMANTHUS },
    'account.addresses': {},
    'account.saveAddress': {
      ...{ addressId, estateId: OSMANTHUS, building: '3 号楼', room: '102' },
      ...{ contactName: '安安', phone: '13800138009', isDefault: true },
    },
    'account.removeAddress': { addressId },
    'account.saveName': { name: '周女士' },
    'notice.agree': { messages: [{ kind: 'order-on-its-way', about: orderId }] },
    'notice.popup': {},
    'campaign.view': { campaignId: LAUNCH },
    'catalog.home': {},
    'catalog.categories': {},
    'catalog.list': { categoryId: 'veg', sort: 'popular', cursor: 'c1' },
    'catalog.search': { text: '牛奶', cursor: 'c1' },
    'catalog.hot': {},
    'catalog.product': { productId: 'milk' },
    'catalog.bundles': {},
    'catalog.bundle': { offerId: OFFERS.tiers },
    'coupon.centre': {},
    'coupon.claim': { templateId: TEMPLATES.save60 },
    'coupon.redeem': { code: REDEEM_CODE },
    'coupon.mine': { tab: 'usable', cursor: 'c1' },
    'loyalty.points': { cursor: CURSOR },
    'reward.myPayouts': { cursor: CURSOR },
    'reward.receivePayout': { payoutId: 'rw_1' },
    ...drawExamples(orderId),
    'outreach.land': { scene: flyers.active },
    'outreach.claim': { scene: flyers.active, templateId: TEMPLATES.hello60 },
    ...neighbourExamples(),
    'order.cart': {},
    'order.saveCart': { lines: LINES },
    'order.quote': wish,
    'order.place': { ...wish, fingerprint: '0'.repeat(32), note: '放门口' },
    'order.pay': { orderId },
    'order.list': { tab: 'all', cursor: CURSOR },
    'order.detail': { orderId },
    'order.cancel': { orderId },
    'order.receive': { orderId },
    'order.refundPreview': { orderId, lines: UNITS, reason: 'broken', hasPictures: false },
    'order.askRefund': {
      ...{ orderId, lines: UNITS, reason: 'broken', note: '压坏了' },
      ...{ pictures: [`cloud://local-env.6c6f-local-env/aftersales/${'a'.repeat(24)}.jpg`], expected: '0'.repeat(32) },
    },
    'order.askExchange': {
      ...{ orderId, lines: UNITS, reason: 'broken', note: '压坏了' },
      pictures: [`cloud://local-env.6c6f-local-env/aftersales/${'b'.repeat(24)}.jpg`],
    },
    'order.withdrawExchange': { orderId, exchangeNumber: `${orderId}-x1` },
    'order.withdrawRefund': { orderId, refundNumber: `${orderId}-r1` },
    'order.myRefunds': { cursor: CURSOR },
    'order.topUps': wish,
  };
}

export function staffExamples({ orderId, flyers }: Given): Examples {
  const refund = { orderId, refundNumber: `${orderId}-r1` };
  const exchange = { orderId, exchangeNumber: `${orderId}-x1` };
  return {
    'campaign.list': {},
    'campaign.pause': { campaignId: LAUNCH, offerId: OFFERS.tiers },
    'campaign.resume': { campaignId: LAUNCH, offerId: OFFERS.tiers },
    'campaign.stopAll': { stopped: true },
    ...STAFF_DRAW_EXAMPLES,
    'budget.statement': { merchantId: 'bakery', month: '202611' },
    'order.board': { state: 'paid', estateId: OSMANTHUS, cursor: CURSOR },
    'order.move': { orderId, to: 'picked' },
    'order.cancelByShop': { orderId, reason: '缺货' },
    'order.cancelLinesByShop': { orderId, lines: UNITS, answer: '今天没到货', restock: false },
    'order.refunds': { tab: 'to-decide', cursor: CURSOR },
    'order.decideRefund': { ...refund, decision: 'decline', answer: '照片里看不出来' },
    'order.goodsBack': { ...refund, restock: true },
    'order.previewRefund': { orderId, lines: UNITS, reason: 'broken' },
    'order.openRefund': {
      ...{ orderId, lines: UNITS, reason: 'broken', goodsFirst: false },
      ...{ answer: '超过 7 天，店长同意退', expected: '0'.repeat(32) },
    },
    'order.exchanges': { cursor: CURSOR },
    'order.decideExchange': { ...exchange, decision: 'decline', answer: '照片里看不出来', restock: true },
    'order.moveExchange': { ...exchange, to: 'dispatched' },
    'order.exchangeGoods': { ...exchange, bad: 'spoiled' },
    'order.find': { number: '26112201234567' },
    'order.giftBack': refund,
    'order.writeOffGift': { ...refund, reason: '联系了三次，没有送回' },
    'order.mendRefund': { ...refund, how: 'transferred', transferNumber: 'T1' },
    'reward.payouts': { tab: 'to-approve', cursor: CURSOR },
    'reward.confirmPayout': { payoutId: 'rw_1' },
    'reward.withholdPayout': { payoutId: 'rw_1', reason: '同一台手机注册了两次' },
    'reward.recordApproval': {
      ...{ rule: 'referral-inviter', approvedBy: '王律师', approvedAtMs: 1_763_776_800_000 },
      reference: '法务意见书 2026-11-03',
    },
    'reward.endApproval': { approvalId: 'la_1' },
    'reward.deadLetters': { cursor: CURSOR },
    'reward.rerun': { letterId: '0'.repeat(32) },
    ...staffNeighbourExamples(),
    'outreach.flyer': { scene: flyers.active },
    'outreach.activateFlyer': {
      ...{ scene: flyers.sleeping, place: 'lift', note: '3 号楼', estateId: OSMANTHUS, inRow: 2 },
    },
    'outreach.reassignFlyer': { scene: flyers.active, promoterId: PROMOTER_ID },
    'outreach.retireFlyer': { scene: flyers.active },
    'outreach.myFlyers': {},
    'outreach.promoters': {},
    'outreach.choices': {},
    'outreach.makeBatch': {
      ...{ title: '新邻居礼', estateId: OSMANTHUS, campaignId: LAUNCH, templateId: TEMPLATES.hello60, size: 20 },
      ...{ format: 'flyer', expiresAtMs: TEST_NOW_MS + DAY_MS, promoterId: PROMOTER_ID },
    },
    'outreach.batches': { cursor: 'c1' },
    'outreach.batch': { batchId: BATCH },
    'outreach.retireBatch': { batchId: BATCH },
    'outreach.sheet': { batchId: BATCH, from: 1 },
    'outreach.makeLink': {
      ...{ title: '微博十一月', medium: 'weibo', campaignId: LAUNCH, templateId: TEMPLATES.hello60 },
      ...{ estateId: OSMANTHUS, expiresAtMs: TEST_NOW_MS + DAY_MS },
    },
    'outreach.links': { cursor: 'c1' },
    'outreach.retireLink': { linkId: 'l_0123456789ab' },
    'outreach.funnel': { by: 'batch', cursor: 'c1' },
    'report.reconciliation': { day: '20261122' },
  };
}
