import { yuanText } from './money';
import { type Detail, type Saying, type Says, say } from './says';
import { neighbourSayings } from './says-neighbours';
import { whenText } from './times';

export type { Saying } from './says';

/** Of what could happen to any question: what did not happen, then what to do. */
const anywhere =
  (title: string, kept: string, next: string): Says =>
  () => ({ title, note: kept + next, next });

/** One saying for each code that the doors answer with. */
export const sayings: Readonly<Record<string, Says>> = {
  NETWORK: anywhere('没连上，信号可能弱', '您选的东西都还在，也没有扣钱。', '走出电梯再试一次吧。'),
  INTERNAL: anywhere('店里出了点岔子', '没有扣钱，东西都还在。', '过一会儿再试；一直不行，把下面的编号告诉客服。'),
  BUSY: anywhere('这会儿人多', '没有扣钱。', '等几秒再试一次。'),
  INVALID_INPUT: say('填的有一处不对', '改好再提交，前面填的都还在。'),
  FORBIDDEN: say('这一步要店长来做', '您的账号还没有这个权限。'),
  TOO_MANY_TRIES: (detail, nowMs) => ({
    title: '试得太多了',
    note: detail.untilMs ? `${whenText(detail.untilMs, nowMs)} 再来。` : '过一会儿再来。',
  }),
  REQUEST_KEY_EXPIRED: say('放得太久了', '没有扣钱，再点一次就好。'),
  REQUEST_KEY_REUSED: say('刚才那一下已经收到了', '先看看结果，再决定要不要重来。'),
  REQUEST_KEY_MALFORMED: say('这一步没走通', '没有扣钱。退回去再点一次。'),

  TEXT_REFUSED: say('这几个字不能给邻居看', '微信没有通过，换个说法再存。'),
  TEXT_UNCHECKED: say('这会儿没法检查', '文字没有存下，过一会儿再试。'),

  QUOTE_CHANGED: (detail) => {
    const payableFen = detail.fresh?.quote?.payableFen;
    const now = payableFen === undefined ? '' : `现在要付 ${yuanText(payableFen)}，`;
    return { title: '价格刚变了', note: `${now}还没有扣钱。看看新的小票，可以再付。` };
  },
  SOLD_OUT: (detail) => ({
    title: '慢了一步，卖完了',
    note: `${detail.name ?? '有一样东西'}没有了，没有扣钱。其他的都还在。`,
  }),
  QUANTITY_ABOVE_STOCK: (detail) => {
    const left = detail.leftUnits ?? detail.left;
    return {
      title: left === undefined ? '没有这么多了' : `只剩 ${left} 份了`,
      note: '没有扣钱。把数量改少一点就能买。',
    };
  },
  GONE: say('这样东西不卖了', '没有扣钱。从购物车里拿掉就好。'),
  SKU_UNKNOWN: say('这样东西不卖了', '看看别的吧。'),
  PRODUCT_UNKNOWN: say('这样东西不卖了', '看看别的吧。'),
  CART_EMPTY: say('篮子里还没有选东西', '选好了再来结账。'),
  ORDER_UNKNOWN: say('没找到这一单', '可能不是这个微信下的单。'),
  ORDER_STATE: say('这一单已经往下走了', '刷新一下看看现在到哪一步。'),
  ORDER_CLOSED: say('这一单已经关了', '没有扣钱。要是刚付过，钱会原路退回，1 到 3 天到账。'),
  REFUND_CHANGED: say('能退的刚变了', '还没有提交。看看新的单子，再点一次。'),
  NOTHING_TO_REFUND: say('这一单都退过了', '在“退换”里能看到退到哪一步。'),
  UNITS_NOT_LEFT: (detail) => ({
    title: detail.left ? `这样只能再退 ${detail.left} 件` : '这样已经在退了',
    note: '没有重复提交。在“退换”里能看到退到哪一步。',
  }),
  REFUND_TOO_LATE: say('过了能退的日子', '收货 7 天内可以自己申请。有事找客服，都能商量。'),
  TOO_MANY_REFUNDS: say('这一单退的次数太多了', '剩下的找客服，给您一次退清。'),
  REFUND_UNKNOWN: say('没找到这次退款', '可能不是这个微信申请的。'),
  TOO_MANY_EXCHANGES: say('这一单换的次数太多了', '还有不好的找客服，都能商量。'),
  EXCHANGE_UNKNOWN: say('没找到这次换货', '可能不是这个微信申请的。'),
  EXCHANGE_STATE: say('这次换货已经往下走了', '刷新一下看看现在到哪一步。'),
  EXCHANGE_GOODS_BACK: say('坏的已经收回来了', '不能再说不换，可以改成退钱。'),
  REFUND_STATE: say('这次退款已经往下走了', '刷新一下看看现在到哪一步。'),
  FIRST_ORDER_RIGHT_HELD: say('第一单立减正用在另一单上', '付掉或取消那一单，再来结账。'),
  POINTS_SHORT: say('积分不够了', '没有扣钱。小票已经重新算过。'),

  ADDRESS_UNKNOWN: say('这个地址没有了', '换一个，或者重新填一个。'),
  BUILDING_UNKNOWN: say('小区里没有这栋楼', '从列表里选一栋。'),
  TOO_MANY_ADDRESSES: say('地址存满了，一共 20 个', '删掉一个不用的，再添新的。'),
  ESTATE_UNKNOWN: say('没找到这个小区', '换个名字再搜。'),
  EXPRESS_UNKNOWN: say('这里没有加急配送', '没有扣钱。改成普通配送就能下单。'),
  ESTATE_NOT_SERVED: say('这里还送不到', '没有扣钱。开通了第一时间告诉您。'),

  UNKNOWN_COUPON: say('没找到这张券', '可能已经用掉或过期了。'),
  TEMPLATE_UNKNOWN: say('没找到这张券', '可能已经下架了。'),
  COUPON_GONE: say('这张券领完了', '不影响您下单。'),
  COUPON_LIMIT: say('这张券您领过了', '在券包里，可以直接用。'),
  COUPON_NOT_FOR_YOU: say('这张券不是给您的', '看看别的，总有合适的。'),
  COUPON_NOT_USABLE: say('这张券现在用不了', '没有扣钱。小票已经重新算过。'),
  COUPON_NOT_YET: (detail, nowMs) => ({
    title: '还没开始领',
    note: detail.opensAtMs ? `${whenText(detail.opensAtMs, nowMs)} 开始。` : '过些时候再来。',
  }),
  COUPON_OVER: say('这张券发完收摊了', '看看别的，总有合适的。'),
  COUPON_WALLET_FULL: say('券包满了', '里头有 200 张能用的，用掉几张再来领。'),
  TIER_TOO_LOW: say('这张券要更高的会员', '买够了就升，券给您留着。'),
  CODE_UNKNOWN: say('没有这个兑换码', '看看有没有抄错一个字。'),
  CODE_NOT_YET: say('兑换码还没开始用', '过些时候再来。'),
  CODE_OVER: say('兑换码已经过期了', '看看别的，总有合适的。'),
  BUDGET_GONE: say('这个优惠发完了', '不影响您下单。'),

  CAMPAIGN_UNKNOWN: say('没找到这个活动', '可能已经结束了。'),
  CAMPAIGN_PAUSED: say('活动先歇一歇', '答应您的都算数，不影响您下单。'),
  OFFER_UNKNOWN: say('没找到这个优惠', '可能已经结束了。'),

  DRAW_UNKNOWN: say('现在没有抽奖', '机会都给您留着，开始了再来。'),
  DRAW_PAUSED: say('抽奖先歇一歇', '您的机会都还在。'),
  DRAW_NOT_RUNNING: (detail, nowMs) =>
    (detail.opensAtMs ?? 0) > nowMs
      ? { title: '抽奖还没开始', note: `${whenText(detail.opensAtMs ?? 0, nowMs)} 开始，您的机会都留着。` }
      : { title: '这次抽奖结束了', note: '抽中的都在“我的奖品”里。' },
  NO_CHANCE: say('没有这次机会', '每收到一单得一次。'),
  TOO_MANY_UNPAID: say('没付款的单子太多了', '先付掉或取消几单，再来下单。'),
  STAFF_EXCLUDED: say('店里的人不参加抽奖', '奖品都留给邻居们。'),
  CHANCES_NOT_SOLD: say('这次抽奖不能用积分换', '积分都还在。收到下一单就有一次机会。'),
  CHANCES_OF_DAY: say('今天换满了', '积分都还在，明天再换。'),
  PRIZE_UNKNOWN: say('没找到这样奖品', '可能不是这个微信抽中的。'),
  PRIZE_GONE: say('这样奖品已经往下走了', '刷新一下看看现在到哪一步。'),
  PRIZE_OVER: (detail, nowMs) => ({
    title: '领奖的时间过了',
    note: detail.untilMs ? `${whenText(detail.untilMs, nowMs)} 截止。` : '下次抽中了早点来领。',
  }),
  PRIZE_WAY: say('这样奖品不能这么领', '换一种领法就行。'),
  PRIZE_CODE_UNKNOWN: say('没有这个领奖码', '看看有没有抄错一位。'),
  PRIZE_CODE_USED: (detail, nowMs) => ({
    title: '这个码用过了，不能给',
    note: detail.atMs ? `${whenText(detail.atMs, nowMs)} 已经领走。` : '已经领走了。',
  }),
  PRIZE_CODE_OVER: (detail, nowMs) => ({
    title: '这个码过期了，不能给',
    note: detail.untilMs ? `${whenText(detail.untilMs, nowMs)} 截止。` : '领奖的时间过了。',
  }),
  TOO_MANY_GUESSES: (detail, nowMs) => ({
    title: '码报错太多次了',
    note: detail.untilMs ? `${whenText(detail.untilMs, nowMs)} 再来。` : '等 10 分钟再来。',
  }),
  DRAW_CHANGED: say('抽奖刚改过', '这次没有改。看看新的，再改一次。'),
  DRAW_UNSOUND: say('这样改不行', '只能加奖品、提高中奖率，总数还是 100%。'),
  CHANCE_EXPIRED: say('这次机会过期了', '收到下一单，还会再得一次。'),

  ...neighbourSayings,

  FLYER_UNKNOWN: say('这个码不是我们店的', '可以直接进店看看。'),
  FLYER_SLEEPING: say('这张传单还没开张', '可以先进店看看。'),
  FLYER_RETIRED: say('这张传单已经收回了', '可以直接进店看看。'),
  FLYER_EXPIRED: say('这张传单过期了', '可以直接进店看看。'),
  FLYER_EXHAUSTED: say('这张传单的礼已经领完了', '可以直接进店看看。'),
  FLYER_MISPLACED: (detail) => ({
    title: `这张是给${detail.name ?? '别的小区'}印的`,
    note: '没有启用。带到那边再贴，这里换一张。',
  }),
  FLYER_NOT_YOURS: say('这张不在您名下', '只能转自己贴的，别的找店长。'),
  PROMOTER_UNKNOWN: say('没找到这位地推', '可能已经不做了，换一位。'),
  LINK_UNKNOWN: say('没找到这个链接', '刷新一下看看。'),
  LINK_RETIRED: say('这个链接已经停用了', '可以直接进店看看。'),
  LINK_EXPIRED: say('这个链接过期了', '可以直接进店看看。'),
  BATCH_UNKNOWN: say('没找到这一批', '刷新一下看看。'),
  BATCH_UNSOUND: say('有效期不对', '要在今天以后，活动结束以前。'),

  PAYOUT_UNKNOWN: say('没找到这笔奖金', '刷新一下看看。'),
  PAYOUT_STATE: say('这笔奖金已经往下走了', '刷新一下看看现在到哪一步。'),
  PAYOUT_NOT_APPROVED: say('还没有登记法务意见', '店主登记以后才能发现金。'),
  PAYOUT_AMOUNT: (detail) => ({
    title: '这个数发不了',
    note: `一笔最多 ${yuanText(detail.mostFen ?? 0)}，最少 ${yuanText(detail.leastFen ?? 0)}。`,
  }),
  PAYOUT_OF_RESIDENT: say('这位邻居今天到顶了', '明天再批。'),
  PAYOUT_OF_DAY: say('今天批的钱到顶了', '明天再批。'),
  PAYOUT_NOT_SET_UP: say('还没接上微信转账', '奖金还在，接好以后就能收。'),
  APPROVAL_UNKNOWN: say('没找到这条意见', '刷新一下看看。'),
  LETTER_UNKNOWN: say('没找到这一件', '刷新一下，可能已经办成了。'),

  CARD_UNKNOWN: say('这张卡片打不开了', '可以直接进店看看。'),
  REFERRAL_OVER: say('请邻居的活动收摊了', '收下过的都算数。可以直接进店看看。'),
  REFERRAL_NOT_RUNNING: say('现在没有请邻居的活动', '答应过的都算数。'),
  REFERRAL_SELF: say('这是您自己的卡片', '邻居打开才算，您照常买东西。'),
  REFERRAL_SAME_HOUSEHOLD: say('同一户人家互相请不算', '券和价格都一样，您照常买东西。'),
  REFERRAL_RING: say('互相请不算', '券和价格都一样，您照常买东西。'),
  REFERRAL_STAFF: say('店里的人不参加', '这份礼留给邻居们。'),
  REFERRAL_NOT_NEW: say('您是老邻居了', '这份礼给第一次来的，店里还有别的券。'),
  REFERRAL_HAS_ORDER: say('您有一单还没付款', '付掉或取消那一单，再来打开卡片。'),
  REFERRAL_BOUND_BEFORE: say('您先收下了另一张卡片', '先收下谁的就算谁的，礼是一样的。'),
  REFERRAL_NOT_PASSED: say('店里看过，这次不算', '有疑问找客服，您照常买东西。'),
  REFERRAL_ORDER_REFUNDED: say('第一单整单退了', '没用的收回了，您照常买东西。'),
  REFERRAL_DAY_FULL: say('这张卡片今天请满了', '明天再打开就行，您照常买东西。'),
  REFERRAL_FULL: say('这张卡片请满了', '券和价格都一样，您照常买东西。'),
  REFERRAL_UNKNOWN: say('没找到这一条', '刷新一下再看。'),
  REFERRAL_DECIDED: say('这一条已经定过了', '刷新一下看看是怎么定的。'),
  TEXT_NOT_ALLOWED: say('这几个字不能给别人看', '换个说法再试。'),
  LINE_UNKNOWN: say('这句话换掉了', '再挑一句。'),
};

const unknown: Says = () => ({ title: '这一步没走通', note: '没有扣钱。退回去再试一次。' });

export function sayingOf(code: string, detail: unknown, nowMs: number): Saying {
  const known = typeof detail === 'object' && detail !== null ? (detail as Detail) : {};
  return (sayings[code] ?? unknown)(known, nowMs);
}
