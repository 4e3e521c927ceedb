import type { CouponTerms } from '@kernel/coupon';
import type { AdjustmentKind, NextStep, NotApplied, ShownAdjustment } from '@rooms/settlement';
import { rateText, roundText, yuanText } from './money';
import { minuteText, whenText } from './times';

/** The server sends an offer's kind and numbers; a kind that is younger than this app says the least that is true. */
type Numbers = Readonly<Record<string, unknown>>;

const num = (value: unknown): number => (typeof value === 'number' ? value : 0);
const rows = (value: unknown): Numbers[] => (Array.isArray(value) ? (value as Numbers[]) : []);

function unitPriceText(price: unknown): string {
  const { form, unitFen, payRateBps, offFen } = (price ?? {}) as Numbers;
  if (form === 'rate') return rateText(num(payRateBps));
  if (form === 'cut') return `减 ¥${roundText(num(offFen))}`;
  return `¥${roundText(num(unitFen))}`;
}

function tierOff(tier: Numbers): string {
  const off = (tier.off ?? {}) as Numbers;
  const from = `满 ${roundText(num(tier.thresholdFen))}`;
  return off.form === 'percentage'
    ? `${from} 打 ${rateText(num(off.payRateBps))}`
    : `${from} 减 ${roundText(num(off.offFen))}`;
}

function spendTiers({ reach }: Numbers): string[] {
  const { form, tiers, eachFullFen, offFen } = (reach ?? {}) as Numbers;
  if (form === 'each') return [`每满 ${roundText(num(eachFullFen))} 减 ${roundText(num(offFen))}`];
  return rows(tiers).map(tierOff);
}

const cardOf: Readonly<Record<string, string>> = { silver: '银卡', gold: '金卡', diamond: '钻石' };

/** A few characters for a tag: 「限时 8 折」「满 100 减 12」. Of several thresholds the highest. */
export function offerTagText(kind: string, numbers: Numbers): string {
  switch (kind) {
    case 'time-window':
      return `限时 ${unitPriceText(numbers.price)}`;
    case 'tier-price':
      return `${cardOf[String(numbers.fromTier)] ?? '会员'} ${unitPriceText(numbers.price)}`;
    case 'spend-tiers':
      return spendTiers(numbers).slice(-1)[0] ?? '满减';
    case 'first-order':
      return `首单减 ${roundText(num(numbers.offFen))}`;
    case 'free-freight':
      return num(numbers.fromFen) > 0 ? `满 ${roundText(num(numbers.fromFen))} 免运费` : '免运费';
    default:
      return '优惠';
  }
}

/** A word for the kind, left of its sentence. */
export function offerKindText(kind: string): string {
  const known: Readonly<Record<string, string>> = {
    'time-window': '限时',
    'tier-price': '会员价',
    'spend-tiers': '满减',
    'first-order': '首单',
    'free-freight': '运费',
  };
  return known[kind] ?? '优惠';
}

/** The whole offer in a sentence: 「10 点到 11 点，8 折」「满 50 减 5，满 100 减 12」. */
export function offerSentence(kind: string, numbers: Numbers): string {
  switch (kind) {
    case 'time-window': {
      const hours = rows(numbers.windows).map(
        (w) => `${minuteText(num(w.fromMinute))}到 ${minuteText(num(w.untilMinute))}`,
      );
      return [hours.join('、') || '全天', unitPriceText(numbers.price)].join('，');
    }
    case 'spend-tiers':
      return spendTiers(numbers).join('，');
    case 'first-order':
      return `您的第一单直接减 ¥${roundText(num(numbers.offFen))}`;
    default:
      return offerTagText(kind, numbers);
  }
}

/** The name of an adjustment on the slip: the operator's words, else by kind and numbers. */
export function adjustmentText(adjustment: ShownAdjustment): string {
  const { kind, title, numbers } = adjustment;
  const thing = numbers as Numbers;
  switch (kind) {
    case 'first-order':
      return title ?? '第一单立减';
    case 'points-goods':
    case 'points-freight':
      return `${num(thing.points)} 积分`;
    case 'member-freight':
      return '会员运费优惠';
    case 'free-freight':
      return title ?? (num(thing.thresholdFen) > 0 ? `满 ${roundText(num(thing.thresholdFen))} 免运费` : '免运费');
    case 'spend-tiers':
      return num(thing.thresholdFen) > 0 ? tierOffOf(thing) : (title ?? '满减');
    case 'coupon-fixed':
    case 'coupon-percentage':
    case 'coupon-freight':
      return couponNumbersText(kind, thing) ?? `${title ?? '优惠'}券`;
    case 'time-window':
    case 'tier-price':
      return title ?? (num(thing.payRateBps) > 0 ? `限时 ${rateText(num(thing.payRateBps))}` : '限时价');
    default:
      return title ?? '优惠';
  }
}

function tierOffOf(numbers: Numbers): string {
  const from = `满 ${roundText(num(numbers.thresholdFen))}`;
  return num(numbers.offFen) > 0
    ? `${from} 减 ${roundText(num(numbers.offFen))}`
    : `${from} 打 ${rateText(num(numbers.payRateBps))}`;
}

function couponNumbersText(kind: AdjustmentKind, numbers: Numbers): string | null {
  const min = num(numbers.thresholdFen ?? numbers.minSpendFen);
  const from = min > 0 ? `满 ${roundText(min)} ` : '';
  if (kind === 'coupon-percentage' && num(numbers.payRateBps) > 0)
    return `${from}${rateText(num(numbers.payRateBps))}券`;
  if (kind === 'coupon-freight') return '免运费券';
  return num(numbers.offFen) > 0 ? `${from}减 ${roundText(num(numbers.offFen))} 券` : null;
}

/** A coupon by its terms: 「满 60 减 8」「9 折，最多减 ¥10」「免运费 ¥5」. */
export function couponText(terms: CouponTerms): string {
  const from = terms.minSpendFen > 0 ? `满 ${roundText(terms.minSpendFen)} ` : '';
  if (terms.kind === 'percentage') return `${from}${rateText(terms.payRateBps)}，最多减 ¥${roundText(terms.capFen)}`;
  if (terms.kind === 'freight') return `${from}抵运费 ¥${roundText(terms.offFen)}`;
  if (terms.kind === 'exchange')
    return `${from}${terms.priceFen === 0 ? '换一件' : `¥${roundText(terms.priceFen)} 换一件`}`;
  return `${from}减 ${roundText(terms.offFen)}`;
}

/** Why an offer or coupon was not used: what is missing, or what is better. */
export function reasonText(not: NotApplied, nowMs: number): string {
  switch (not.reason) {
    case 'BELOW_MINIMUM':
      return not.gapFen === null ? '还没到门槛' : `还差 ${yuanText(not.gapFen)}`;
    case 'MISSED_BY_LINE_PRICE':
      return not.gapFen === null ? '买得便宜了，没到门槛' : `买得便宜了，还差 ${yuanText(not.gapFen)}`;
    case 'NOT_YET':
      return not.opensAtMs === null ? '还没到时候' : `${whenText(not.opensAtMs, nowMs)} 开始`;
    case 'ENDED':
      return '已经过了时候';
    case 'PAUSED':
      return '先歇一歇';
    case 'SCOPE_EMPTY':
      return '这些东西不在里头';
    case 'NOT_BETTER':
      return '不如现在这样省';
    case 'TAKES_NOTHING':
      return '没有可减的了，给您留着';
    case 'NOT_FOR_YOU':
      return '不是给您的';
    case 'RIGHT_USED':
      return '第一单已经用过了';
    case 'BUDGET_SPENT':
      return '今天发完了';
    case 'NOT_CHOSEN':
      return '您选了别的';
    case 'NOT_ENOUGH_UNITS':
      return not.gapUnits === null ? '件数还不够' : `还差 ${not.gapUnits} 件`;
    case 'GIFT_OUT_OF_STOCK':
      return '赠品送完了';
  }
}

/** The name of what did not apply: the operator's words, else the kind's. */
export function notAppliedText(not: NotApplied): string {
  const known: Partial<Record<AdjustmentKind, string>> = {
    'time-window': '限时优惠',
    'tier-price': '会员价',
    'spend-tiers': '满减',
    'first-order': '第一单立减',
    'free-freight': '满额免运费',
    'coupon-fixed': '优惠券',
    'coupon-percentage': '折扣券',
    'coupon-freight': '运费券',
  };
  return not.title ?? known[not.kind] ?? '优惠';
}

/** 「再买 ¥3.20 就减 ¥5」, or what else the threshold brings. */
export function nextStepText(step: NextStep): string {
  const gap = `再买 ${yuanText(step.gapFen)}`;
  if (step.kind === 'free-freight' || step.kind === 'coupon-freight') return `${gap}，就免运费`;
  return step.rewardFen > 0 ? `${gap} 就再省 ¥${roundText(step.rewardFen)}` : `${gap} 就有优惠`;
}

/** How far along the way to the threshold, 0 to 1. */
export const nextStepShare = (step: NextStep): number => (step.thresholdFen - step.gapFen) / step.thresholdFen;
