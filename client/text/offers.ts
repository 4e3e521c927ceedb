import type { CouponTerms } from '@kernel/coupon';
import type { AdjustmentKind, NextStep, NotApplied, ShownAdjustment } from '@rooms/settlement';
import { rateText, roundText, yuanText } from './money';
import { benefitPhrase, type Numbers, num, wordsOfKind } from './offer-kinds';
import { whenText } from './times';

/** A few characters for a tag: 「限时 8 折」「满 100 减 12」「第 2 件半价」. */
export const offerTagText = (kind: string, numbers: Numbers): string => wordsOfKind(kind).tag(numbers);

/** A word for the kind, left of its sentence. */
export const offerKindText = (kind: string): string => wordsOfKind(kind).kind;

/** The whole offer in a sentence: 「10 点到 11 点，8 折」「满 50 减 5，满 100 减 12」. */
export function offerSentence(kind: string, numbers: Numbers): string {
  const { sentence, tag } = wordsOfKind(kind);
  return sentence ? sentence(numbers) : tag(numbers);
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
    case 'coupon-exchange':
      return title?.endsWith('券') ? title : `${title ?? '商品'}兑换券`;
    case 'spend-add-on':
      return title ?? '加急免费';
    case 'rush-rate':
      return title ?? wordsOfKind(kind).tag(thing);
    default:
      return title ?? lineOfferText(kind, thing);
  }
}

/** A price or a reduction of units: by its numbers where they came along, else by its kind. */
function lineOfferText(kind: string, numbers: Numbers): string {
  const { name, tag } = wordsOfKind(kind);
  return num(numbers.every) > 0 ? tag(numbers) : name;
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

const couponNames: Readonly<Record<string, string>> = {
  'coupon-fixed': '优惠券',
  'coupon-percentage': '折扣券',
  'coupon-freight': '运费券',
  'coupon-exchange': '兑换券',
};

/** The name of what did not apply: the operator's words, else the kind's. */
export function notAppliedText({ title, kind }: NotApplied): string {
  return title ?? couponNames[kind] ?? wordsOfKind(kind).name;
}

/** 「再买 ¥3.20 就再省 ¥5」「再买 1 件凑成一套，省 ¥2.2」, or what else the threshold brings. */
export function nextStepText({ kind, gapFen, gapUnits, rewardFen, benefit }: NextStep): string {
  const gap = `再买 ${gapUnits === null ? yuanText(gapFen) : `${gapUnits} 件`}`;
  if (benefit) return `${gap}，就${benefitPhrase(benefit)}`;
  if (kind === 'free-freight' || kind === 'coupon-freight') return `${gap}，就免运费`;
  if (kind === 'bundle') return `${gap}凑成一套，省 ¥${roundText(rewardFen)}`;
  return rewardFen > 0 ? `${gap} 就再省 ¥${roundText(rewardFen)}` : `${gap} 就有优惠`;
}

/** How far along the way to the threshold, 0 to 1. */
export const nextStepShare = (step: NextStep): number => (step.thresholdFen - step.gapFen) / step.thresholdFen;
