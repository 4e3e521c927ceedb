import type { CouponTerms } from '@kernel/coupon';
import type { Tier } from '@kernel/wallet';
import type { CouponView, TemplateView } from '@rooms/coupon/contract';
import type { CouponCardProps, CouponFace, CouponLook } from '@/components/CouponCard';
import { words } from '.';
import { roundText } from './money';
import { dayText, untilText } from './times';

/** What stands large on the stub: ¥8, 9 折. */
export function couponFace(terms: CouponTerms): CouponFace {
  if (terms.kind === 'percentage') return { main: String(terms.payRateBps / 1_000), after: '折' };
  if (terms.kind === 'exchange')
    return terms.priceFen === 0 ? { main: '换' } : { before: '¥', main: roundText(terms.priceFen) };
  return { before: '¥', main: roundText(terms.offFen) };
}

/** Under it: 「满 60 可用」「最多减 ¥10」「抵运费」. */
export function couponCondition(terms: CouponTerms): string {
  const from = terms.minSpendFen > 0 ? `满 ${roundText(terms.minSpendFen)}` : '';
  if (terms.kind === 'freight') return from ? `${from} 抵运费` : '抵运费';
  if (terms.kind === 'percentage')
    return from ? `${from}，最多 ¥${roundText(terms.capFen)}` : `最多减 ¥${roundText(terms.capFen)}`;
  if (terms.kind === 'exchange') return from ? `${from} 换一件` : '换一件';
  return from ? `${from} 可用` : '无门槛';
}

/** The same in the few characters of a small ticket: 「满 60 可用」「最多减 ¥10」「抵运费」. */
export function couponShort(terms: CouponTerms): string {
  if (terms.kind === 'percentage' && terms.minSpendFen > 0) return `满 ${roundText(terms.minSpendFen)} 可用`;
  return couponCondition(terms);
}

type Ticket = Pick<CouponCardProps, 'face' | 'condition' | 'name' | 'info' | 'look'>;

/** A coupon that can be claimed, as the centre and a flyer's landing show it. */
export function templateTicket(template: TemplateView, nowMs: number): Ticket {
  const look = templateLooks[template.state];
  return {
    face: couponFace(template.terms),
    condition: couponCondition(template.terms),
    name: template.title,
    info: [validityText(template, nowMs), templateNote(template)].filter(Boolean),
    look,
  };
}

const templateLooks: Readonly<Record<TemplateView['state'], CouponLook>> = {
  'to-claim': 'claim',
  claimed: 'usable',
  gone: 'gone',
  'tier-locked': 'tier',
  'not-started': 'tier',
  'not-for-you': 'tier',
};

function validityText({ validity }: TemplateView, nowMs: number): string {
  return 'days' in validity ? `领到后 ${validity.days} 天内用` : untilText(validity.untilMs, nowMs);
}

function templateNote(template: TemplateView): string {
  switch (template.state) {
    case 'to-claim':
      return `还剩 ${template.left} 张`;
    case 'claimed':
      return '已放进券包';
    case 'gone':
      return '领完了，不影响您下单';
    case 'tier-locked':
      return `${words.tier.name[(template.tierNeeded ?? 'silver') as Tier]}才能领`;
    case 'not-started':
      return '还没开始领';
    case 'not-for-you':
      return '这张是给别的邻居的';
  }
}

/** A coupon of one's own. */
export function couponTicket(coupon: CouponView, nowMs: number): Ticket {
  return {
    face: couponFace(coupon.terms),
    condition: couponCondition(coupon.terms),
    name: coupon.title,
    info: couponInfo(coupon, nowMs),
    look: couponLook(coupon),
  };
}

function couponLook({ state, expiring }: CouponView): CouponLook {
  if (state === 'usable' || state === 'returned') return expiring ? 'expiring' : 'usable';
  return state;
}

function couponInfo(coupon: CouponView, nowMs: number): Ticket['info'] {
  const end = untilText(coupon.validUntilMs, nowMs);
  const endLine: Ticket['info'][number] = coupon.expiring ? { text: end, tone: 'danger' } : end;
  switch (coupon.state) {
    case 'usable':
      return [endLine, ...couponSource(coupon.source)];
    case 'returned':
      return ['订单退了，券回来了', endLine];
    case 'locked':
      return ['订单还没付款，先替您留着', '取消订单，券马上回来'];
    case 'used':
      return ['用掉了'];
    case 'expired':
      return [`${dayText(coupon.validUntilMs - 1)}到期`];
    case 'revoked':
      return ['跟着退款收回了'];
  }
}

function couponSource(source: string): string[] {
  const known: Readonly<Record<string, string>> = {
    centre: '领券中心领的',
    flyer: '传单上领的',
    link: '链接里领的',
    draw: '抽奖抽中的',
    redeem: '兑换码换的',
    code: '兑换码换的',
    compensation: '赔您的',
    'add-on': '买满送的',
    referral: '邻居之间送的',
    event: '到场参加活动送的',
    review: '写评价送的',
  };
  const text = known[source];
  return text ? [text] : [];
}
