import type { Cell, Mark } from '../../../kernel/cell';
import { DAY_MS } from '../../../kernel/period';
import { emptyWallet, type Wallet } from '../../../kernel/wallet';
import { EMPTY_CELL_CHECKPOINT, type ForgottenMark, reckonCell } from './cell-books';
import { dayToReckon, readyAtMs } from './days';
import { alertCause, alertKind } from './difference';
import { EMPTY_WALLET_CHECKPOINT, reckonWallet } from './wallet-books';
import { compareMark, compareReturns, compareShares } from './words';

const NOW = 10 * DAY_MS;
const mark = (at: number, n: number, over: Partial<Mark> = {}): Mark => ({ q: { n }, at, s: 'c', by: 'o', ...over });
const old = (op: string, at: number, n: number, over: Partial<Mark> = {}): ForgottenMark => ({
  ...mark(at, n, over),
  op,
});

const aCell = (over: Partial<Cell> = {}): Cell => ({
  _id: 'shelf_01',
  left: { n: 10 },
  initial: { n: 10 },
  horizon: 0,
  open: 0,
  held: {},
  ...over,
});

describe('a cell', () => {
  test('10 at first, 2 taken and 1 given back in it, 3 taken in the ledger: 6 are left', () => {
    const held = { o1: mark(NOW - 5, 2), r1: mark(NOW - 4, 1, { gave: true }) };
    const cell = aCell({ left: { n: 6 }, horizon: NOW - 9, held });
    expect(reckonCell(cell, EMPTY_CELL_CHECKPOINT, [old('o0', NOW - 10, 3)], NOW).differences).toEqual([]);
    const short = { ...cell, left: { n: 5 } };
    expect(reckonCell(short, EMPTY_CELL_CHECKPOINT, [old('o0', NOW - 10, 3)], NOW).differences).toEqual([
      { counter: 'stock', target: 'shelf_01', key: 'n', expected: 6, found: 5, cause: null },
    ]);
  });

  test('an entry that is in the ledger and not yet out of the cell counts once', () => {
    const cell = aCell({ left: { n: 7 }, horizon: NOW, held: { o0: mark(NOW - 10, 3) } });
    expect(reckonCell(cell, EMPTY_CELL_CHECKPOINT, [old('o0', NOW - 10, 3)], NOW).differences).toEqual([]);
  });

  test('the checkpoint ends below what is still held, and takes up what is settled: the next night needs no older entry', () => {
    const held = { late: mark(NOW - 20, 1, { s: 'h' }) };
    const cell = aCell({ left: { n: 4 }, horizon: NOW - 9, held, open: 1 });
    const ledger = [old('o0', NOW - 30, 3), old('o1', NOW - 10, 2)];
    const { checkpoint, differences } = reckonCell(cell, EMPTY_CELL_CHECKPOINT, ledger, NOW);
    expect(differences).toEqual([]);
    expect(checkpoint).toEqual({ horizon: NOW - 20, net: { n: -3 } });
    const next = aCell({ left: { n: 4 }, horizon: NOW });
    const later = [old('late', NOW - 20, 1), old('o1', NOW - 10, 2)];
    expect(reckonCell(next, checkpoint, later, NOW).differences).toEqual([]);
  });

  test.each([
    [DAY_MS, []],
    [DAY_MS + 1, [{ counter: 'hold', key: 'o1', expected: 0, found: 1 }]],
  ])('a mark held for %i ms', (ageMs, told) => {
    const cell = aCell({ left: { n: 9 }, open: 1, held: { o1: mark(NOW - ageMs, 1, { s: 'h' }) } });
    expect(reckonCell(cell, EMPTY_CELL_CHECKPOINT, [], NOW).differences).toMatchObject(told);
  });

  test('open counts 2 where 1 is held', () => {
    const cell = aCell({ left: { n: 9 }, open: 2, held: { o1: mark(NOW, 1, { s: 'h' }) } });
    const told = [{ key: 'open', expected: 1, found: 2 }];
    expect(reckonCell(cell, EMPTY_CELL_CHECKPOINT, [], NOW).differences).toMatchObject(told);
  });
});

describe('points of a wallet', () => {
  const hold = { at: NOW - 5, couponIds: [], pointsByLot: { lot: 30 }, lots: {}, firstOrder: false };
  const wallet: Wallet = {
    ...emptyWallet('r_ann'),
    horizon: NOW - DAY_MS,
    journal: { earn: { at: NOW - 4, s: 'done', kind: 'order-earned', points: 100 } },
    holds: { o1: hold },
  };
  const ledger = [{ op: 'won', at: 5, s: 'done', kind: 'draw-won', points: 7 } as const];

  test('7 in the ledger, 100 in the journal, 30 held by an order: a balance of 77', () => {
    expect(reckonWallet(wallet, 77, EMPTY_WALLET_CHECKPOINT, ledger, NOW).differences).toEqual([]);
    const told = { counter: 'points', target: 'r_ann', key: 'balance', expected: 77, found: 78, cause: null };
    expect(reckonWallet(wallet, 78, EMPTY_WALLET_CHECKPOINT, ledger, NOW).differences).toEqual([told]);
  });

  test('a hold of over a day is an orphan; one of a day is not', () => {
    const at = (ms: number) => ({ ...wallet, holds: { o1: { ...hold, at: NOW - ms } } });
    const told = (ms: number) => reckonWallet(at(ms), 77, EMPTY_WALLET_CHECKPOINT, ledger, NOW).differences;
    expect(told(DAY_MS)).toEqual([]);
    expect(told(DAY_MS + 1)).toMatchObject([{ counter: 'hold', key: 'o1', expected: 0, found: 1 }]);
  });
});

describe('orders and their marks', () => {
  const named = { cellId: 'shelf_01', op: 'o1', q: { rice: 2 }, gave: false };

  test('the order says 2, the shelf has 1 or none', () => {
    expect(compareMark(named, { q: { rice: 2 } })).toEqual([]);
    expect(compareMark(named, { q: { rice: 1 } })).toMatchObject([{ key: 'rice', expected: -2, found: -1 }]);
    expect(compareMark(named, undefined)).toMatchObject([{ key: 'rice', expected: -2, found: 0 }]);
    expect(compareMark(named, { q: { rice: 2 }, gave: true })).toMatchObject([{ expected: -2, found: 2 }]);
  });

  test.each([
    [2, false, []],
    [3, false, [{ expected: 2, found: 3 }]],
    [1, true, [{ expected: 2, found: 1 }]],
    [2, true, []],
  ])('of 2 taken %i came back, cancelled: %s', (rice, isCancelled, told) => {
    const back = { ...named, op: 'ret', q: { rice }, gave: true };
    expect(compareReturns({ orderId: 'o1', isCancelled, unpacked: {} }, [named, back])).toMatchObject(told);
  });

  test.each([
    [1, true, []],
    [2, true, [{ expected: 1, found: 2 }]],
    [0, false, []],
    [2, false, [{ expected: 1, found: 2 }]],
  ])('of 2 taken 1 could not be packed and %i came back, cancelled: %s', (rice, isCancelled, told) => {
    const back = { ...named, op: 'ret', q: { rice }, gave: true };
    const order = { orderId: 'o1', isCancelled, unpacked: { rice: 1 } };
    expect(compareReturns(order, [named, back])).toMatchObject(told);
  });
});

test.each([
  [{ borne_202611: 300 }, {}, false, []],
  [{ borne_202611: 299 }, {}, false, [{ key: 'borne', expected: 300, found: 299 }]],
  [{ borne_202611: 300 }, { undone_202612: 301 }, false, [{ key: 'undone', expected: 300, found: 301 }]],
  [{ borne_202611: 300 }, { undone_202612: 200 }, true, [{ key: 'undone', expected: 300, found: 200 }]],
  [{ borne_202611: 300 }, { undone_202612: 300 }, true, []],
])('a merchant bears 300 fen by the quote: booked %j, undone %j, cancelled: %s', (borne, undone, isCancelled, told) => {
  const marks = [borne, undone].map((q) => ({ cellId: 'merchant_bakery', op: 'mb', q, gave: true }));
  expect(compareShares({ orderId: 'o1', isCancelled }, { bakery: 300 }, marks)).toMatchObject(told);
});

describe('days', () => {
  const day = Date.UTC(2026, 10, 21, 16);
  test('a shop begins with the day on which its clock first ran; then one day after the other', () => {
    expect(dayToReckon(null, day + 1)).toBe(day);
    expect(dayToReckon({ startMs: day, isDone: false }, day + 5 * DAY_MS)).toBe(day);
    expect(dayToReckon({ startMs: day, isDone: true }, day + 5 * DAY_MS)).toBe(day + DAY_MS);
  });

  test('a clock that stood still for 100 days goes on 80 days back: WeChat keeps its bills 3 months', () => {
    expect(dayToReckon({ startMs: day, isDone: true }, day + 100 * DAY_MS)).toBe(day + 20 * DAY_MS);
  });

  test('the 22nd of November is reckoned from 10:00 on the 23rd', () => {
    expect(new Date(readyAtMs(day)).toISOString()).toBe('2026-11-23T02:00:00.000Z');
  });
});

test('an alert names the counter; the same gap is one alert whatever the numbers are by then', () => {
  const difference = { counter: 'stock', target: 'shelf_01', key: 'rice', expected: 6, found: 5, cause: null } as const;
  expect(alertKind(difference)).toBe('RECONCILE_STOCK');
  expect(alertCause({ ...difference, expected: 4, found: 3 })).toBe(alertCause(difference));
  expect(alertCause({ ...difference, found: 4 })).not.toBe(alertCause(difference));
});
