import {
  annReceived,
  detailOf,
  exchangeAsked,
  exchangeOf,
  sueDid,
  sueDoes,
  withdraw,
} from '../../../../../tests/support/exchanging';
import { ask, previewed } from '../../../../../tests/support/refunding';
import { BUDGET, CAMPAIGN, SHELF, type Shop } from '../../../../../tests/support/shop';
import type { Cell } from '../../../../kernel/cell';
import { pointsBalance } from '../../../loyalty';

/** Nobody else took any: only 27 of 30 milk are there, Ann has 3. */
const milk = (shop: Shop): number => shop.left(SHELF, 'milk');
const marks = (shop: Shop) => shop.engine.dump<Cell>('cells').flatMap(({ held }) => Object.entries(held));

describe('an exchange from asking to the end', () => {
  test('asked, agreed, set aside, sent, handed over, bad one spoiled: one milk less, and not a fen moved', async () => {
    const { shop, orderId } = await annReceived();
    const [before, points] = [shop.order(orderId), pointsBalance(shop.wallet('ann'))];
    const no = await exchangeAsked(shop, orderId, { milk: 1 });
    expect([no, milk(shop)]).toEqual([`${orderId}-x1`, 27]);
    expect(await sueDid(shop, no, 'decideExchange', { decision: 'agree', answer: '给您换' })).toMatchObject({
      ...{ state: 'reserved', answer: '给您换', goodsToCome: true },
      canDo: ['dispatch', 'hand-over', 'goods', 'money', 'decline'],
    });
    expect(milk(shop)).toBe(26);
    await sueDid(shop, no, 'moveExchange', { to: 'dispatched' });
    expect(await sueDid(shop, no, 'moveExchange', { to: 'handed-over' })).toMatchObject({
      ...{ state: 'handed-over', canDo: ['goods'] },
    });
    expect(await sueDid(shop, no, 'exchangeGoods', { bad: 'spoiled' })).toMatchObject({ state: 'done', canDo: [] });
    await shop.tick();
    expect([milk(shop), pointsBalance(shop.wallet('ann'))]).toEqual([26, points]);
    const { quote, refunds, effects, effectsDueAt, exchangeDueAt } = shop.order(orderId);
    expect([quote, refunds, effectsDueAt, exchangeDueAt]).toEqual([before.quote, {}, undefined, undefined]);
    expect(Object.values(effects).filter(({ done }) => !done)).toEqual([]);
    expect([shop.left(BUDGET, CAMPAIGN), shop.pay.refundNumbers(orderId)]).toEqual([
      1_000_000 - ((before.holds ?? []).find(({ cellId }) => cellId === BUDGET)?.q[CAMPAIGN] ?? 0),
      [],
    ]);
    const steps = (await detailOf(shop, orderId)).exchanges[0]?.timeline.map(({ state, by }) => `${state} ${by}`);
    expect(steps?.sort()).toEqual(
      [
        'asked resident',
        'agreed staff',
        'reserved system',
        'dispatched staff',
        'handed-over staff',
        'done staff',
      ].sort(),
    );
  });

  test('the fresh unit is captured under an op of the exchange, and nothing stays held', async () => {
    const { shop, orderId } = await annReceived();
    const no = await exchangeAsked(shop, orderId, { milk: 2, rice: 1 });
    await sueDid(shop, no, 'decideExchange', { decision: 'agree' });
    const [[, mark] = []] = marks(shop).filter(([op]) => op === `xc_${orderId}_x1_1`);
    expect(mark).toMatchObject({ s: 'c', by: orderId, q: { milk: 2, rice: 1 } });
    expect(marks(shop).filter(([, { s }]) => s === 'h')).toEqual([]);
  });

  test.each([
    ['shelf', 27],
    ['spoiled', 26],
    ['kept', 26],
  ])(
    'the bad one is %s: %i milk on the shelf; said twice it is once, said otherwise it is EXCHANGE_STATE',
    async (bad, left) => {
      const { shop, orderId } = await annReceived();
      const no = await exchangeAsked(shop, orderId, { milk: 1 });
      await sueDid(shop, no, 'decideExchange', { decision: 'agree' });
      await sueDid(shop, no, 'exchangeGoods', { bad });
      await sueDid(shop, no, 'exchangeGoods', { bad });
      const other = bad === 'shelf' ? 'spoiled' : 'shelf';
      expect(await sueDoes(shop, no, 'exchangeGoods', { bad: other })).toMatchObject({ code: 'EXCHANGE_STATE' });
      expect(await sueDid(shop, no, 'moveExchange', { to: 'handed-over' })).toMatchObject({ state: 'done' });
      await shop.tick();
      expect(milk(shop)).toBe(left);
    },
  );

  test('missing goods have nothing to come back: done when they are there', async () => {
    const { shop, orderId } = await annReceived();
    const no = await exchangeAsked(shop, orderId, { milk: 1 }, 'missing');
    expect(await sueDid(shop, no, 'decideExchange', { decision: 'agree' })).toMatchObject({ goodsToCome: false });
    expect(await sueDoes(shop, no, 'exchangeGoods', { bad: 'shelf' })).toMatchObject({ code: 'EXCHANGE_STATE' });
    await sueDid(shop, no, 'moveExchange', { to: 'dispatched' });
    expect(await sueDid(shop, no, 'moveExchange', { to: 'handed-over' })).toMatchObject({ state: 'done' });
  });

  test('steps done twice are once, and each staff action is logged once with who', async () => {
    const { shop, orderId } = await annReceived();
    const no = await exchangeAsked(shop, orderId, { milk: 1 });
    for (let n = 0; n < 2; n += 1) {
      await sueDid(shop, no, 'decideExchange', { decision: 'agree' });
      await sueDid(shop, no, 'moveExchange', { to: 'dispatched' });
    }
    expect(milk(shop)).toBe(26);
    const log = shop.engine.dump<{ _id: string; operation: string; staffName: string }>('staffLog');
    const own = log.filter(({ operation }) => /Exchange$/.test(operation));
    expect(own.map(({ operation, staffName }) => `${operation} ${staffName}`).sort()).toEqual(
      ['order.decideExchange sue', 'order.moveExchange sue'].sort(),
    );
  });
});

describe('no stock', () => {
  /** The other 27 are sold. */
  async function soldOut(): Promise<{ shop: Shop; no: string; orderId: string }> {
    const { shop, orderId } = await annReceived({ stock: { milk: 3 } });
    const no = await exchangeAsked(shop, orderId, { milk: 1 });
    const card = await sueDid(shop, no, 'decideExchange', { decision: 'agree' });
    expect(card).toMatchObject({ state: 'no-stock', canDo: ['agree', 'money', 'decline'], moneyFen: 726 });
    return { shop, no, orderId };
  }

  test('money instead is a refund of its unit, by the same update: ¥7.26, once', async () => {
    const { shop, no, orderId } = await soldOut();
    for (let n = 0; n < 2; n += 1)
      expect(await sueDid(shop, no, 'decideExchange', { decision: 'money', answer: '没货了' })).toMatchObject({
        ...{ state: 'refunded', refundNumber: `${orderId}-r1` },
      });
    await shop.tick();
    expect([shop.pay.refundedFen(orderId), milk(shop)]).toEqual([726, 0]);
    expect(shop.order(orderId).refunds[`${orderId}-r1`]).toMatchObject({ units: { milk: 1 }, answer: '没货了' });
    expect((await previewed(shop, orderId, { milk: 2 })).sums.goodsFen).toBe(1_453);
  });

  test('when some is there again support agrees again, under the next op', async () => {
    const { shop, no, orderId } = await soldOut();
    const [shelf] = shop.engine.dump<Cell>('cells').filter(({ _id }) => _id === SHELF);
    if (!shelf) throw new Error('no shelf');
    shop.engine.put('cells', { ...shelf, left: { ...shelf.left, milk: 5 }, initial: { ...shelf.initial, milk: 8 } });
    expect(await sueDid(shop, no, 'decideExchange', { decision: 'agree' })).toMatchObject({ state: 'reserved' });
    expect(exchangeOf(shop, no).fresh?.op).toBe(`xc_${orderId}_x1_2`);
    expect(milk(shop)).toBe(4);
  });

  test('of two things one is gone: none is taken', async () => {
    const { shop, orderId } = await annReceived({ stock: { milk: 3 } });
    const no = await exchangeAsked(shop, orderId, { rice: 1, milk: 1 });
    expect(await sueDid(shop, no, 'decideExchange', { decision: 'agree' })).toMatchObject({ state: 'no-stock' });
    expect([milk(shop), shop.left(SHELF, 'rice')]).toEqual([0, 28]);
  });

  test('Ann may withdraw, and ask for money', async () => {
    const { shop, no, orderId } = await soldOut();
    expect(await withdraw(shop, no)).toMatchObject({ ok: true });
    expect(await ask(shop, orderId, { milk: 3 })).toMatchObject({ ok: true });
  });
});

describe('ending it', () => {
  test.each([
    ['withdrawn by Ann', 'ann', 27],
    ['declined by Sue', 'sue', 27],
    ['declined by Sue, spoiled meanwhile', 'spoiled', 26],
  ])('set aside and %s: %i milk on the shelf, units free again', async (_, who, left) => {
    const { shop, orderId } = await annReceived();
    const no = await exchangeAsked(shop, orderId, { milk: 1 });
    await sueDid(shop, no, 'decideExchange', { decision: 'agree' });
    const decline = { decision: 'decline', answer: '说好退钱', restock: who !== 'spoiled' };
    for (let n = 0; n < 2; n += 1)
      expect(
        who === 'ann' ? await withdraw(shop, no) : await sueDoes(shop, no, 'decideExchange', decline),
      ).toMatchObject({ ok: true });
    await shop.tick();
    expect(milk(shop)).toBe(left);
    expect((await previewed(shop, orderId, { milk: 3 })).sums.goodsFen).toBe(2_179);
  });

  test('what is on its way cannot be withdrawn', async () => {
    const { shop, orderId } = await annReceived();
    const no = await exchangeAsked(shop, orderId, { milk: 1 });
    await sueDid(shop, no, 'decideExchange', { decision: 'agree' });
    await sueDid(shop, no, 'moveExchange', { to: 'dispatched' });
    expect(await withdraw(shop, no)).toMatchObject({ code: 'EXCHANGE_STATE', detail: { state: 'dispatched' } });
    expect((await detailOf(shop, orderId)).exchanges[0]?.can).toEqual([]);
  });

  test('once the bad one came back Ann must not be left with neither: only money ends it', async () => {
    const { shop, orderId } = await annReceived();
    const no = await exchangeAsked(shop, orderId, { milk: 1 });
    await sueDid(shop, no, 'decideExchange', { decision: 'agree' });
    await sueDid(shop, no, 'exchangeGoods', { bad: 'spoiled' });
    expect(await withdraw(shop, no)).toMatchObject({ code: 'EXCHANGE_STATE' });
    const decline = { decision: 'decline', answer: '不换了' };
    expect(await sueDoes(shop, no, 'decideExchange', decline)).toMatchObject({ code: 'EXCHANGE_GOODS_BACK' });
    expect(await sueDid(shop, no, 'decideExchange', { decision: 'money' })).toMatchObject({ state: 'refunded' });
    await shop.tick();
    expect([shop.pay.refundedFen(orderId), milk(shop)]).toEqual([726, 27]);
  });

  test('declined with words; without them INVALID_INPUT', async () => {
    const { shop, orderId } = await annReceived();
    const no = await exchangeAsked(shop, orderId, { milk: 1 });
    expect(await sueDoes(shop, no, 'decideExchange', { decision: 'decline' })).toMatchObject({
      ...{ code: 'INVALID_INPUT', detail: { field: 'answer' } },
    });
    await sueDid(shop, no, 'decideExchange', { decision: 'decline', answer: '照片里看不出来' });
    expect((await detailOf(shop, orderId)).exchanges).toMatchObject([{ state: 'declined', answer: '照片里看不出来' }]);
  });
});
