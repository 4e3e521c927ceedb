import type { Tier } from '@kernel/wallet';
import { countText, yuanText } from './money';

const tierName: Record<Tier, string> = {
  normal: '普通邻居',
  silver: '银卡邻居',
  gold: '金卡邻居',
  diamond: '钻石邻居',
};

/** The app's own words, as the shopkeeper who knows your name says them (docs: 您, short, verbs first, no exclamation). */
export const zh = {
  close: '关上',
  retry: '再试一次',
  goHome: '回首页',
  stale: '没连上，下面是刚才的样子',
  staleOf: (what: string) => `${what}，下面是刚才的样子`,
  nothingMore: '都在这儿了',
  loadingMore: '还有，马上来',
  countdown: {
    over: '已收摊',
    days: (days: number) => `${days} 天`,
  },
  stepper: {
    less: (name: string) => `${name}，少一件`,
    more: (name: string) => `${name}，多一件`,
  },
  search: { go: '搜索' },
  product: {
    soldOut: '卖完了',
    add: (name: string) => `${name}，加进购物车`,
    added: '放进购物车了',
    low: (left: number) => `只剩 ${left} 份`,
    spoken: (face: { name: string; priceFen: number; wasFen?: number; tags: readonly { text: string }[] }) =>
      [
        face.name,
        `${yuanText(face.priceFen).slice(1)} 元`,
        face.wasFen === undefined ? '' : `原价 ${yuanText(face.wasFen).slice(1)} 元`,
        ...face.tags.map((tag) => tag.text),
      ]
        .filter(Boolean)
        .join('，'),
  },
  coupon: {
    claim: '领取',
    use: '去用',
    gone: '领完了',
    miniClaim: ['领', '取'] as readonly [string, string],
    miniUse: ['去', '用'] as readonly [string, string],
    stamp: { used: '已用', expired: '过期', revoked: '已收回' },
  },
  slip: {
    goods: (count: number) => `商品原价，共 ${count} 件`,
    freight: '运费',
    free: '免',
    saved: (fen: number) => `一共省 ${yuanText(fen)}`,
  },
  tier: { name: tierName, more: '我的好处' },
  wheel: {
    go: '抽',
    turning: '转着呢',
    left: (chances: number) => (chances > 0 ? `还有 ${chances} 次` : '收货后再来'),
    spoken: (chances: number) => `抽一次，还有 ${chances} 次机会`,
  },
  points: (count: number) => `${countText(count)} 积分`,
};

/** The same keys with the same shapes; a language that lacks one does not compile. */
export type Words = typeof zh;
