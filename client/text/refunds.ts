import type {
  ExchangeView,
  OrderView,
  PaidLineView,
  RefundPreview,
  RefundSums,
  RefundView,
} from '@rooms/order/contract';
import type { TimelineItem } from '@/components/Timeline';
import { afterSalesWords as words } from './areas/aftersales';
import { exchangeWords } from './areas/exchange';
import { refundWords } from './areas/refund';
import { countText, yuanText } from './money';
import { adjustmentText } from './offers';
import { whenText } from './times';

/** A row under what goes back to WeChat: money that adds up to it, and what else comes back or is taken. */
export interface RefundRow {
  key: string;
  what: string;
  why?: string;
  value: string;
  /** A state in words rather than a number: 「这次不退」. */
  quiet?: boolean;
}

/** What of the order the rows speak of. */
export interface RefundOf {
  units: number;
  /** Points that the whole order brings on receipt. */
  earns: number;
  /** Draw chances that it brings. */
  chances: number;
}

/** Rows of a refund. Those of money come to `amountFen`; they are left out where there is nothing to add up. */
export function refundRows(sums: RefundSums, of: RefundOf): { money: RefundRow[]; rest: RefundRow[] } {
  return { money: moneyRows(sums), rest: [...pointsRows(sums, of), ...couponRows(sums), ...chanceRows(sums, of)] };
}

function moneyRows({ goodsFen, freightFen, deductedFen, gifts }: RefundSums): RefundRow[] {
  const giftRows = gifts.map(({ good, units, deductedFen: keptFen }) => ({
    key: `gift-${good.skuId}`,
    what: words.gift(`${good.name} ${good.spec}`.trim(), units),
    why: keptFen > 0 ? words.giftBack(yuanText(keptFen)) : words.giftFree,
    value: keptFen > 0 ? yuanText(-keptFen) : words.giftFreeValue,
    quiet: keptFen === 0,
  }));
  if (freightFen === 0 && deductedFen === 0) return giftRows;
  const goods = { key: 'goods', what: words.goods, value: yuanText(goodsFen) };
  const freight = { key: 'freight', what: words.freight, why: words.freightWhy, value: yuanText(freightFen) };
  return [goods, ...(freightFen > 0 ? [freight] : []), ...giftRows];
}

function pointsRows({ pointsBack, pointsTaken }: RefundSums, { units, earns }: RefundOf): RefundRow[] {
  const back = { key: 'points-back', what: words.pointsBack, why: units > 0 ? words.pointsBackWhy(units) : undefined };
  const taken = { key: 'points-taken', what: words.pointsTaken };
  const why = earns > 0 ? words.pointsTakenWhy(earns) : undefined;
  return [
    ...(pointsBack > 0 ? [{ ...back, value: words.points(countText(pointsBack)) }] : []),
    ...(pointsTaken > 0 ? [{ ...taken, why, value: words.points(countText(-pointsTaken)) }] : []),
  ];
}

function couponRows({ couponsBack, couponsKept }: RefundSums): RefundRow[] {
  const row = (kind: string, value: string, why?: string) => (title: string, index: number) => {
    return { key: `${kind}-${index}`, what: words.coupon(title), why, value, quiet: true };
  };
  return [
    ...couponsBack.map(row('coupon-back', words.couponBack)),
    ...couponsKept.map(row('coupon-kept', words.couponKept, words.couponKeptWhy)),
  ];
}

function chanceRows({ chancesTaken, isLast }: RefundSums, { chances }: RefundOf): RefundRow[] {
  const row = { key: 'chances', what: words.chances, quiet: true };
  if (chancesTaken > 0) return [{ ...row, value: words.chancesTaken(chancesTaken) }];
  // With the last unit goes what was promised and not given yet.
  return chances > 0 && !isLast ? [{ ...row, value: words.chancesKept }] : [];
}

type Chosen = RefundPreview['lines'];

/** 「为什么不是 ¥12.50」: what took these units below their list price; null where they cost it in full. */
export function whyLess(
  { quote, paidLines }: Pick<OrderView, 'quote' | 'paidLines'>,
  chosen: Chosen,
  goodsFen: number,
): { title: string; note: string } | null {
  const lines = chosen.flatMap(({ lineId, units }) => {
    const line = paidLines.find((paid) => paid.lineId === lineId);
    return line ? [{ ...line, units }] : [];
  });
  const listFen = lines.reduce((sum, line) => sum + listOf(line), 0);
  const names = namesOn(quote, new Set(lines.map(({ lineId }) => lineId)));
  if (listFen <= goodsFen || names.length === 0) return null;
  const said = joined(names);
  const [only] = lines;
  const back = yuanText(goodsFen);
  const note =
    lines.length === 1 && only
      ? words.whyNotNote(said, only.quantity, yuanText(only.paidFen), only.units, back)
      : words.whyNotShort(said, back);
  return { title: words.whyNot(yuanText(listFen)), note };
}

const listOf = ({ listFen, quantity, units }: PaidLineView & { units: number }): number =>
  Math.round((listFen * units) / quantity);

function namesOn({ adjustments }: OrderView['quote'], lineIds: ReadonlySet<string>): string[] {
  const touching = adjustments.filter(({ allocation }) => allocation.some(({ lineId }) => lineIds.has(lineId)));
  return [...new Set(touching.map(adjustmentText))];
}

const joined = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join('、')}${words.andWord(names[names.length - 1] ?? '')}`;

/** The refund page's headline and what it means. */
export function refundHeadline(refund: RefundView, nowMs: number): { title: string; note: string } {
  const { state, decideByMs, sums } = refund;
  const head = refundWords.heads[state];
  if (state === 'asked' && decideByMs !== null)
    return { ...head, note: `${refundWords.decideBy(whenText(decideByMs, nowMs))}${head.note}` };
  if (state === 'succeeded' && sums.amountFen === 0) return { ...head, note: refundWords.onlyPoints };
  return head;
}

const waits: Partial<Record<RefundView['state'], keyof typeof refundWords.stepWaits>> = {
  asked: 'decide',
  'goods-to-come': 'goods',
  due: 'money',
  accepted: 'money',
  refused: 'mend',
};

/** Newest first; above it what is waited for. */
export function refundTimeline({ timeline, state }: RefundView, nowMs: number): TimelineItem[] {
  const done = [...timeline].reverse().map((step, index): TimelineItem => {
    return {
      key: `${step.state}-${step.atMs}`,
      title: refundWords.steps[step.state],
      note: step.by === 'staff' ? refundWords.byShop : undefined,
      time: whenText(step.atMs, nowMs).replace(/^今天 /, ''),
      phase: index === 0 ? 'now' : 'done',
    };
  });
  const wait = waits[state];
  if (!wait) return done;
  const note = wait === 'money' ? refundWords.moneyWait : undefined;
  return [{ key: 'wait', title: refundWords.stepWaits[wait], note, phase: 'wait' }, ...done];
}

/** It came to nothing: no money moved, and none will. */
export const isOff = ({ state }: Pick<RefundView, 'state'>): boolean => state === 'declined' || state === 'withdrawn';

/** 「鲜牛奶 1 件」「鲜牛奶等 3 件」; a refund of no goods says what it is for. */
export function refundGoodsText({ lines, cause }: Pick<RefundView, 'lines' | 'cause'>): string {
  const [first] = lines;
  if (!first) return refundWords.causes[cause];
  const units = lines.reduce((sum, line) => sum + line.units, 0);
  const name = `${first.name} ${first.spec}`.trim();
  return lines.length === 1 ? refundWords.one(name, units) : refundWords.more(name, units);
}

export const unitsOf = (lines: readonly { readonly units: number }[]): number =>
  lines.reduce((sum, { units }) => sum + units, 0);

/**
 * What taking it back means: once the order's days are over it cannot be asked for again, but for an exchange that the shop had
 * nothing for.
 */
export function withdrawNote(
  { state, afterSalesUntilMs }: Pick<OrderView, 'state' | 'afterSalesUntilMs'>,
  exchange?: Pick<ExchangeView, 'state'>,
): string {
  if (exchange?.state === 'no-stock') return exchangeWords.withdrawNoteNoStock;
  const isOver = state === 'received' && afterSalesUntilMs === null;
  return isOver ? refundWords.withdrawNoteLast : refundWords.withdrawNote;
}
