import type { ExchangeView } from '@rooms/order/contract';
import { exchangeHeadline, exchangeSteps, exchangeTimeline } from './exchanges';

const HOUR_MS = 3_600_000;
const NOW_MS = Date.UTC(2026, 10, 22, 2);
const exchange = (over: Partial<ExchangeView>): ExchangeView => ({
  ...{ exchangeNumber: 'x', state: 'asked', atMs: NOW_MS, lines: [], reason: 'broken', note: '', pictures: [] },
  ...{ answer: null, goodsToCome: true, bad: null, refundNumber: null, decideByMs: null, timeline: [], can: [] },
  ...over,
});

test('asked: by when it is answered, and what then', () => {
  const { title, note } = exchangeHeadline(exchange({ decideByMs: NOW_MS + 24 * HOUR_MS }), NOW_MS);
  expect([title, note]).toEqual(['客服在看', '最晚 明天 10:00 回您。同意了，就给您留一份新的。']);
});

test('on its way, nobody asks for goods that never came', () => {
  const head = exchangeHeadline(exchange({ state: 'dispatched', reason: 'missing' }), NOW_MS);
  expect(head.note).toBe('少的这一份，正给您送来。');
});

test('agreed and set aside in the same millisecond stand in their order, with what is waited for on top', () => {
  const step = (state: ExchangeView['state']) => ({ state, atMs: NOW_MS, by: 'staff' as const });
  const items = exchangeTimeline(
    exchange({ state: 'reserved', timeline: [step('reserved'), step('agreed'), step('asked')] }),
    NOW_MS,
  );
  expect(items.map(({ title }) => title)).toEqual(['送来', '留好新的', '客服同意换', '提交申请']);
});

test.each([
  ['asked', ['now', 'wait', 'wait', 'wait']],
  ['no-stock', ['done', 'trouble', 'wait', 'wait']],
  ['dispatched', ['done', 'done', 'now', 'wait']],
  ['done', ['done', 'done', 'done', 'done']],
  ['withdrawn', []],
] as const)('%s is shown as %j', (state, phases) => {
  expect(exchangeSteps({ state }).map(({ phase }) => phase)).toEqual(phases);
});
