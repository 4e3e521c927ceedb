import {
  annReceived,
  askExchange,
  type Deed,
  exchangeAsked,
  exchangeOf,
  sueDid,
  sueDoes,
  withdraw,
} from '../../../../../tests/support/exchanging';
import { SHELF, type Shop } from '../../../../../tests/support/shop';
import { atEveryWrite, calm, TROUBLES, troubleAt } from '../../../../../tests/support/trouble';
import type { Cell } from '../../../../kernel/cell';
import { MINUTE_MS } from '../../../../kernel/period';
import { pointsBalance } from '../../../loyalty';
import type { ExchangeState } from '../../domain/exchange-states';

async function atRest(shop: Shop): Promise<void> {
  calm(shop);
  await shop.db.playLate();
  for (let minute = 0; minute < 6; minute += 1) {
    shop.advance(MINUTE_MS);
    await shop.tick();
  }
}

/** Nothing is owed or held; the shelf has what orders and exchanges left on it; money is what refunds say. */
function expectSound(shop: Shop, no: string, milkLeft: number): void {
  const order = shop.order(no.slice(0, 32));
  expect(order.effectsDueAt).toBeUndefined();
  const shelf = shop.engine.dump<Cell>('cells').find(({ _id }) => _id === SHELF);
  expect([shelf?.open, shelf?.left.milk]).toEqual([0, milkLeft]);
  const given = Object.values(order.refunds);
  expect(shop.pay.refundedFen(order._id)).toBe(given.reduce((sum, { amounts }) => sum + amounts.amountFen, 0));
  const back = given.reduce((sum, { amounts, pointsTaken = 0 }) => sum + amounts.pointsBack - pointsTaken, 0);
  expect(pointsBalance(shop.wallet('ann'))).toBe(79 + back);
}

interface Case {
  readonly name: string;
  /** Milk on the shelf before: 30, or 3, which Ann bought. */
  readonly stock: number;
  readonly before: readonly (readonly [Deed, object])[];
  readonly act: (shop: Shop, no: string) => Promise<unknown>;
  readonly state: ExchangeState;
  readonly milkLeft: number;
}

const AGREE = ['decideExchange', { decision: 'agree' }] as const;
const SENT = ['moveExchange', { to: 'dispatched' }] as const;
const THERE = ['moveExchange', { to: 'handed-over' }] as const;
const sue =
  ([deed, says]: readonly [Deed, object]) =>
  (shop: Shop, no: string) =>
    sueDoes(shop, no, deed, says);

const CASES: readonly Case[] = [
  { name: 'agreeing takes one', stock: 30, before: [], act: sue(AGREE), state: 'reserved', milkLeft: 26 },
  { name: 'agreeing without stock takes none', stock: 3, before: [], act: sue(AGREE), state: 'no-stock', milkLeft: 0 },
  { name: 'withdrawing puts it back', stock: 30, before: [AGREE], act: withdraw, state: 'withdrawn', milkLeft: 27 },
  {
    ...{ name: 'declining puts it back', stock: 30, before: [AGREE, SENT], state: 'declined', milkLeft: 27 },
    act: sue(['decideExchange', { decision: 'decline', answer: '没人在家' }]),
  },
  {
    ...{ name: 'money instead, of no stock', stock: 3, before: [AGREE], state: 'refunded', milkLeft: 0 },
    act: sue(['decideExchange', { decision: 'money' }]),
  },
  {
    ...{ name: 'money instead, of a fresh one set aside', stock: 30, before: [AGREE], state: 'refunded', milkLeft: 27 },
    act: sue(['decideExchange', { decision: 'money' }]),
  },
  { name: 'handing over', stock: 30, before: [AGREE, SENT], act: sue(THERE), state: 'handed-over', milkLeft: 26 },
  {
    ...{ name: 'the bad one on the shelf', stock: 30, before: [AGREE, THERE], state: 'done', milkLeft: 27 },
    act: sue(['exchangeGoods', { bad: 'shelf' }]),
  },
  {
    ...{ name: 'the bad one spoiled', stock: 30, before: [AGREE, THERE], state: 'done', milkLeft: 26 },
    act: sue(['exchangeGoods', { bad: 'spoiled' }]),
  },
];

describe.each(TROUBLES)('%s at every single write', (trouble) => {
  test('asking: the same key tells one story, one exchange', async () => {
    await atEveryWrite(async (n) => {
      const { shop, orderId } = await annReceived();
      const requestKey = shop.key();
      const { met } = troubleAt(shop, n, trouble);
      await askExchange(shop, orderId, { milk: 1 }, { requestKey });
      calm(shop);
      expect(await askExchange(shop, orderId, { milk: 1 }, { requestKey })).toMatchObject({
        ...{ ok: true, data: { exchangeNumber: `${orderId}-x1` } },
      });
      await atRest(shop);
      expect(Object.keys(shop.order(orderId).exchanges ?? {})).toHaveLength(1);
      expectSound(shop, `${orderId}-x1`, 27);
      return met();
    });
  });

  test.each(CASES)('$name, said again until it is heard: $state, $milkLeft milk on the shelf', async (one) => {
    const writes = await atEveryWrite(async (n) => {
      const { shop, orderId } = await annReceived({ stock: { milk: one.stock } });
      const no = await exchangeAsked(shop, orderId, { milk: 1 });
      for (const [deed, says] of one.before) await sueDid(shop, no, deed, says);
      const { met } = troubleAt(shop, n, trouble);
      await one.act(shop, no);
      calm(shop);
      expect(await one.act(shop, no)).toMatchObject({ ok: true });
      await atRest(shop);
      expect(exchangeOf(shop, no).state).toBe(one.state);
      expectSound(shop, no, one.milkLeft);
      return met();
    });
    expect(writes).toBeGreaterThanOrEqual(1);
  });

  test('agreed, and nobody comes again: the timer takes it', async () => {
    await atEveryWrite(async (n) => {
      const { shop, orderId } = await annReceived();
      const no = await exchangeAsked(shop, orderId, { milk: 1 });
      const { met } = troubleAt(shop, n, trouble);
      await sueDoes(shop, no, 'decideExchange', { decision: 'agree' });
      await atRest(shop);
      const { state } = exchangeOf(shop, no);
      expect(['asked', 'reserved']).toContain(state);
      expectSound(shop, no, state === 'asked' ? 27 : 26);
      return met();
    });
  });

  test('Ann withdraws while the fresh one is being taken: it is on the shelf in the end', async () => {
    await atEveryWrite(async (n) => {
      const { shop, orderId } = await annReceived();
      const no = await exchangeAsked(shop, orderId, { milk: 1 });
      const { met } = troubleAt(shop, n, trouble);
      await Promise.all([sueDoes(shop, no, 'decideExchange', { decision: 'agree' }), withdraw(shop, no)]);
      calm(shop);
      await withdraw(shop, no);
      await atRest(shop);
      expect(exchangeOf(shop, no).state).toBe('withdrawn');
      expectSound(shop, no, 27);
      return met();
    });
  });
});

test('ten who carry it out at once take one', async () => {
  const { shop, orderId } = await annReceived();
  const no = await exchangeAsked(shop, orderId, { milk: 1 });
  await Promise.all(Array.from({ length: 10 }, () => sueDoes(shop, no, 'decideExchange', { decision: 'agree' })));
  await Promise.all(Array.from({ length: 10 }, () => shop.tick()));
  await atRest(shop);
  expect(exchangeOf(shop, no)).toMatchObject({ state: 'reserved', agreedTimes: 1 });
  expectSound(shop, no, 26);
});
