import { pick } from '../pick';

const zh = {
  wallet: (count: number) => `我的券包里有 ${count} 张能用`,
  walletEmpty: '券包还空着，领一张吧',
  seeWallet: '去看看',
  today: '今天能领的',
  others: '还领不了的',
  emptyTitle: '券都领完了',
  emptyNote: '明早再来看看，不影响您今天下单。',
  emptyAction: '去逛逛',
  claimed: '放进您的券包了',
  codeHint: '有兑换码，在这里输入',
  redeem: '兑换',
  codeMissing: '先写兑换码',
  tabs: { usable: '能用的', used: '用掉的', over: '过期的' },
  noneTitle: { usable: '还没有能用的券', used: '还没用过券', over: '没有过期的券' },
  noneNote: '去领券中心挑一张，下单时自动帮您选最省的。',
  noneAction: '去领券',
};

const en: typeof zh = {
  wallet: (count) => `${count} coupons to use`,
  walletEmpty: 'No coupons yet, take one',
  seeWallet: 'See',
  today: 'To claim today',
  others: 'Not yet for you',
  emptyTitle: 'All coupons are gone',
  emptyNote: 'Look in tomorrow. Today you can order without.',
  emptyAction: 'To the shop',
  claimed: 'In your coupons',
  codeHint: 'A redeem code',
  redeem: 'Redeem',
  codeMissing: 'Write the code first',
  tabs: { usable: 'To use', used: 'Used', over: 'Over' },
  noneTitle: { usable: 'No coupon to use', used: 'None used yet', over: 'None expired' },
  noneNote: 'Take one in the centre; the best is chosen for you.',
  noneAction: 'To the centre',
};

/** Coupon centre and my coupons. */
export const couponWords = pick(zh, en);
