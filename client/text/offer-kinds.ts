import { rateText, roundText } from './money';
import { minuteText } from './times';

/** The server sends an offer's kind and numbers; a kind that is younger than this app says the least that is true. */
export type Numbers = Readonly<Record<string, unknown>>;

/** What a kind of offer is called, and how its numbers are said. */
export interface KindWords {
  /** Left of its sentence. */
  readonly kind: string;
  /** Of an offer that did not apply. */
  readonly name: string;
  /** A few characters: 「限时 8 折」「满 100 减 12」. */
  tag(numbers: Numbers): string;
  /** The whole of it; absent: the tag says all. */
  sentence?(numbers: Numbers): string;
}

export const num = (value: unknown): number => (typeof value === 'number' ? value : 0);
const rows = (value: unknown): Numbers[] => (Array.isArray(value) ? (value as Numbers[]) : []);
const part = (value: unknown): Numbers => (value ?? {}) as Numbers;
const yuan = (value: unknown): string => `¥${roundText(num(value))}`;
const listed = (...parts: readonly string[]): string => parts.filter(Boolean).join('，');

/** A number stands off from the word before it. */
const afterWord = (text: string): string => (/^[\d¥]/.test(text) ? ` ${text}` : text);

/** 半价, 8 折, or for nothing. */
function shareText(payRateBps: number): string {
  if (payRateBps === 0) return '免费';
  return payRateBps === 5_000 ? '半价' : rateText(payRateBps);
}

function unitPriceText({ form, unitFen, payRateBps, offFen }: Numbers): string {
  if (form === 'rate') return rateText(num(payRateBps));
  return form === 'cut' ? `减 ${yuan(offFen)}` : yuan(unitFen);
}

const timeWindow: KindWords = {
  kind: '限时',
  name: '限时优惠',
  tag: ({ price }) => `限时 ${unitPriceText(part(price))}`,
  sentence: ({ windows, price, maxUnits }) => {
    const hours = rows(windows).map((w) => `${minuteText(num(w.fromMinute))}到 ${minuteText(num(w.untilMinute))}`);
    const most = num(maxUnits) > 0 ? `每单最多 ${num(maxUnits)} 件` : '';
    return listed(hours.join('、') || '全天', unitPriceText(part(price)), most);
  },
};

const cardOf: Readonly<Record<string, string>> = { silver: '银卡', gold: '金卡', diamond: '钻石' };

const tierPrice: KindWords = {
  kind: '会员价',
  name: '会员价',
  tag: ({ fromTier, price }) => `${cardOf[String(fromTier)] ?? '会员'} ${unitPriceText(part(price))}`,
};

const bundle: KindWords = {
  kind: '套餐',
  name: '套餐优惠',
  tag: ({ price }) => `套餐 ${setPriceText(part(price))}`,
  sentence: ({ components, price, maxSets, gift }) => {
    const units = rows(components).reduce((sum, { quantity }) => sum + num(quantity), 0);
    const most = num(maxSets) > 0 ? `每单最多 ${num(maxSets)} 套` : '';
    return listed(`${units} 件一套，${setPriceText(part(price))}`, gift ? '每套送赠品' : '', most);
  },
};

function setPriceText(price: Numbers): string {
  if (price.form === 'set') return yuan(price.setFen);
  return price.form === 'cut' ? `每件减 ${yuan(price.offFen)}` : unitPriceText(price);
}

/** All kinds of nth items: what a reduced unit costs is a rate or a price of its own. */
const nth: KindWords = {
  kind: '多件',
  name: '多件优惠',
  tag: (numbers) => {
    const { every, reduced } = numbers;
    const which = num(reduced) > 1 ? `${num(every)} 件里 ${num(reduced)} 件` : `第 ${num(every)} 件`;
    return num(every) > 0 ? `${which}${afterWord(nthPriceText(numbers))}` : '多件优惠';
  },
  sentence: (numbers) =>
    `每买 ${num(numbers.every)} 件，便宜的 ${num(numbers.reduced)} 件${afterWord(nthPriceText(numbers))}`,
};

function nthPriceText({ payRateBps, unitFen }: Numbers): string {
  return typeof payRateBps === 'number' ? shareText(payRateBps) : yuan(unitFen);
}

const gift: KindWords = {
  kind: '买赠',
  name: '买赠',
  tag: ({ per }) => `${part(per).form === 'each' ? '每买' : '买满'} ${num(part(per).units)} 件送礼`,
  sentence: ({ per, gift: given }) => {
    const { form, units, maxTimes } = part(per);
    const most = num(maxTimes) > 0 ? `每单最多 ${num(maxTimes)} 次` : '';
    const quantity = Math.max(1, num(part(given).quantity));
    return listed(`${form === 'each' ? '每买' : '买满'} ${num(units)} 件`, `送赠品 ${quantity} 件`, most);
  },
};

function tierOff(tier: Numbers): string {
  const off = part(tier.off);
  const from = `满 ${roundText(num(tier.thresholdFen))}`;
  return off.form === 'percentage'
    ? `${from} 打 ${rateText(num(off.payRateBps))}`
    : `${from} 减 ${roundText(num(off.offFen))}`;
}

function spendTierTexts({ reach }: Numbers): string[] {
  const { form, tiers, eachFullFen, offFen } = part(reach);
  if (form === 'each') return [`每满 ${roundText(num(eachFullFen))} 减 ${roundText(num(offFen))}`];
  return rows(tiers).map(tierOff);
}

const spendTiers: KindWords = {
  kind: '满减',
  name: '满减',
  /** Of several thresholds the highest. */
  tag: (numbers) => spendTierTexts(numbers).slice(-1)[0] ?? '满减',
  sentence: (numbers) => spendTierTexts(numbers).join('，'),
};

const firstOrder: KindWords = {
  kind: '首单',
  name: '第一单立减',
  tag: ({ offFen }) => `首单减 ${roundText(num(offFen))}`,
  sentence: ({ offFen }) => `您的第一单直接减 ${yuan(offFen)}`,
};

const spendAddOn: KindWords = {
  kind: '加餐',
  name: '满额加餐',
  tag: ({ thresholdFen, benefit }) => `满 ${roundText(num(thresholdFen))} ${benefitPhrase(part(benefit))}`,
};

/** What a threshold brings, as a verb: 「送 2 次抽奖」「加急免费」. */
export function benefitPhrase(benefit: Numbers): string {
  switch (benefit.form) {
    case 'gift':
      return '送一份礼';
    case 'coupon':
      return '送一张券';
    case 'freight-upgrade':
      return '加急免费';
    case 'warranty':
      return `延保 ${num(benefit.months)} 个月`;
    case 'support':
      return `专人客服 ${num(benefit.days)} 天`;
    case 'chances':
      return `送 ${num(benefit.chances)} 次抽奖`;
    case 'points':
      return `送 ${num(benefit.points)} 积分`;
    default:
      return '有好处';
  }
}

const freeFreight: KindWords = {
  kind: '运费',
  name: '满额免运费',
  tag: ({ fromFen }) => (num(fromFen) > 0 ? `满 ${roundText(num(fromFen))} 免运费` : '免运费'),
};

const rushRate: KindWords = {
  kind: '加急',
  name: '加急费优惠',
  tag: ({ payRateBps }) => (num(payRateBps) === 0 ? '免加急费' : `加急费${afterWord(shareText(num(payRateBps)))}`),
};

const known: Readonly<Record<string, KindWords>> = {
  'time-window': timeWindow,
  'tier-price': tierPrice,
  bundle,
  gift,
  'spend-tiers': spendTiers,
  'first-order': firstOrder,
  'spend-add-on': spendAddOn,
  'free-freight': freeFreight,
  'rush-rate': rushRate,
};

const unknown: KindWords = { kind: '优惠', name: '优惠', tag: () => '优惠' };

/** Kinds whose name begins with `nth-` are told apart by their numbers alone. */
export function wordsOfKind(kind: string): KindWords {
  return known[kind] ?? (kind.startsWith('nth-') ? nth : unknown);
}
