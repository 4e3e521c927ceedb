import { DAY_MS } from '../../../kernel/period';
import { emptyWallet } from '../../../kernel/wallet';
import { maskName, maskPhone } from './address';
import { drawOfChances } from './belongings';
import { findReceipt, type ReceiptBook, withReceipt } from './receipt';
import { afterTouch, attributionAt, type Touch } from './touch';

const touch = (channelId: string, atMs: number): Touch => ({ channelId, kind: 'flyer', estateId: null, atMs });

describe('attribution: first touch stays, last touch counts, both for 7 days', () => {
  const none = { firstTouch: null, lastTouch: null };
  const twice = afterTouch(afterTouch(none, touch('flyer_a', 0)), touch('flyer_b', 2 * DAY_MS));

  test.each([
    [0, null, null],
    [2 * DAY_MS, 'flyer_a', 'flyer_b'],
    [7 * DAY_MS - 1, 'flyer_a', 'flyer_b'],
    [7 * DAY_MS, null, 'flyer_b'],
    [9 * DAY_MS - 1, null, 'flyer_b'],
    [9 * DAY_MS, null, null],
  ])('at %d ms: first %s, last %s', (nowMs, firstChannelId, lastChannelId) => {
    const touched = nowMs === 0 ? none : twice;
    expect(attributionAt(touched, nowMs)).toEqual({ firstChannelId, lastChannelId });
  });
});

describe('receipts', () => {
  const keyed = (n: number, at = n) => ({ keyHash: `k${n}`, at, inputHash: `i${n}` });
  const empty: ReceiptBook = { horizonMs: 0, kept: {} };

  test('20 replies are remembered; the oldest of 21 is expired, never taken for new', () => {
    let book = empty;
    for (let n = 1; n <= 21; n += 1) book = withReceipt(book, keyed(n), `reply ${n}`, 100);
    expect(Object.keys(book.kept)).toHaveLength(20);
    expect(findReceipt(book, keyed(1))).toMatchObject({ ok: false, code: 'REQUEST_KEY_EXPIRED' });
    expect(findReceipt(book, keyed(2))).toMatchObject({ ok: true, data: 'reply 2' });
    expect(findReceipt(book, keyed(22))).toMatchObject({ ok: true, data: undefined });
  });

  test('a reply is kept for 24 hours, then its key is expired', () => {
    const book = withReceipt(withReceipt(empty, keyed(1, 0), 'old', 0), keyed(2, DAY_MS + 1), 'new', DAY_MS + 1);
    expect(Object.keys(book.kept)).toEqual(['k2']);
    expect(findReceipt(book, keyed(1, 0))).toMatchObject({ ok: false, code: 'REQUEST_KEY_EXPIRED' });
  });
});

test('others see 138****8001 and 周**', () => {
  expect([maskPhone('13800138001'), maskName('周女士')]).toEqual(['138****8001', '周**']);
});

test.each([
  ['no chance', [], null],
  ['one that ended this very ms', [['old', 0]], null],
  [
    'two of two draws: the one that ends first',
    [
      ['late', 2],
      ['soon', 1],
    ],
    'soon',
  ],
] as const)('the draw that is shown for %s', (_case, held, drawId) => {
  const chances = Object.fromEntries(
    held.map(([of, inMs], index) => {
      const open = { state: 'open', drawId: of, at: 0, orderId: null, expiresAtMs: 1_000 + inMs } as const;
      return [`c${index}`, open];
    }),
  );
  expect(drawOfChances({ ...emptyWallet('r_1'), chances }, 1_000)).toBe(drawId);
});
