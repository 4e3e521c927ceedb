import type { ExchangeView } from '@rooms/order/contract';
import type { Step } from '@/components/Steps';
import type { TimelineItem } from '@/components/Timeline';
import { exchangeWords as words } from './areas/exchange';
import { refundWords } from './areas/refund';
import { whenText } from './times';

type State = ExchangeView['state'];

/** The page's headline and what it means. */
export function exchangeHeadline(exchange: ExchangeView, nowMs: number): { title: string; note: string } {
  const { state, decideByMs, reason } = exchange;
  const head = words.heads[state];
  if (decideByMs !== null) return { ...head, note: `${words.decideBy(whenText(decideByMs, nowMs))}${head.note}` };
  if (state === 'dispatched' && reason === 'missing') return { ...head, note: words.noteMissing.dispatched };
  return head;
}

const WAITS: Partial<Record<State, keyof typeof words.waits>> = {
  asked: 'decide',
  agreed: 'take',
  'no-stock': 'stock',
  reserved: 'send',
  dispatched: 'send',
  'handed-over': 'goods',
};

/** Newest first; above it what is waited for. Done at once with the hand-over is one step for people. */
export function exchangeTimeline({ timeline, state }: ExchangeView, nowMs: number): TimelineItem[] {
  const steps = [...timeline].sort((a, b) => a.atMs - b.atMs || order(a.state) - order(b.state)).reverse();
  const done = steps.map((step, index): TimelineItem => {
    return {
      key: `${step.state}-${step.atMs}`,
      title: words.steps[step.state],
      note: step.by === 'staff' ? refundWords.byShop : undefined,
      time: whenText(step.atMs, nowMs).replace(/^今天 /, ''),
      phase: index === 0 ? 'now' : 'done',
    };
  });
  const wait = WAITS[state];
  return wait ? [{ key: 'wait', title: words.waits[wait], phase: 'wait' }, ...done] : done;
}

const ORDER: readonly State[] = ['asked', 'agreed', 'no-stock', 'reserved', 'dispatched', 'handed-over', 'done'];
const order = (state: State): number => (ORDER.includes(state) ? ORDER.indexOf(state) : ORDER.length);

/** How far each state is on the way asked, agreed, sent, done; what ended elsewhere says so itself. */
const FAR: Readonly<Record<State, number>> = {
  ...{ asked: 0, agreed: 1, 'no-stock': 1, reserved: 1, dispatched: 2, 'handed-over': 3, done: 3 },
  ...{ refunded: -1, declined: -1, withdrawn: -1 },
};

/** The few steps of an exchange as dots in a row. */
export function exchangeSteps({ state }: Pick<ExchangeView, 'state'>): Step[] {
  const at = FAR[state];
  if (at < 0) return [];
  const { asked, agreed, sent, done, stuck } = words.short;
  const isStuck = state === 'no-stock';
  return [asked, isStuck ? stuck : agreed, sent, done].map((text, index) => ({
    text,
    phase: index < at || at === 3 ? 'done' : index === at ? (isStuck ? 'trouble' : 'now') : 'wait',
  }));
}

/** It came to nothing. */
export const isOffExchange = ({ state }: Pick<ExchangeView, 'state'>): boolean =>
  state === 'declined' || state === 'withdrawn';

/** 「鲜牛奶 950ml 1 件」「鲜牛奶 950ml等 3 件」 */
export function exchangeGoodsText({ lines }: Pick<ExchangeView, 'lines'>): string {
  const [first] = lines;
  if (!first) return words.name;
  const units = lines.reduce((sum, line) => sum + line.units, 0);
  const name = `${first.name} ${first.spec}`.trim();
  return lines.length === 1 ? refundWords.one(name, units) : refundWords.more(name, units);
}
