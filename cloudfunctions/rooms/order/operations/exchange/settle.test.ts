import {
  annReceived,
  exchangeAsked,
  exchangeOf,
  sueDid,
  sueDoes,
  withdraw,
} from '../../../../../tests/support/exchanging';
import { SHELF, type Shop } from '../../../../../tests/support/shop';
import type { Cell, Mark } from '../../../../kernel/cell';
import { MINUTE_MS } from '../../../../kernel/period';
import { take } from '../../../../platform/holds/cells';
import { takeFresh } from './fresh';

function shelfOf(shop: Shop): Cell {
  const shelf = shop.engine.dump<Cell>('cells').find(({ _id }) => _id === SHELF);
  if (!shelf) throw new Error('no shelf');
  return shelf;
}

/** As a function leaves a mark that died right after its take. */
const takeInVain = (shop: Shop, op: string, orderId: string) =>
  take(shop.engine, { cellId: SHELF, op, q: { milk: 1 }, atMs: shop.nowMs, by: orderId });

async function minutes(shop: Shop, count: number): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) {
    shop.advance(MINUTE_MS);
    await shop.tick();
  }
}

/** Agreed, and from then on nobody reaches the order to say how the take went. */
async function agreedAndSilent(): Promise<{ shop: Shop; no: string; op: string }> {
  const { shop, orderId } = await annReceived();
  const no = await exchangeAsked(shop, orderId, { milk: 1 });
  let written = 0;
  shop.db.decide = ({ collection, write }) => {
    if (collection !== 'orders' || write === 0) return 'answer';
    written += 1;
    return written === 1 ? 'answer' : 'drop';
  };
  await sueDoes(shop, no, 'decideExchange', { decision: 'agree' });
  return { shop, no, op: `xc_${orderId}_x1_1` };
}

test('a function that wakes up late says nothing of what support agreed to anew, and gives back what it took', async () => {
  const { shop, no, op } = await agreedAndSilent();
  const stale = shop.order(no.slice(0, 32));
  const [due] = Object.values(stale.effects).filter((effect) => effect.op === op);
  if (!due) throw new Error('no effect');
  shop.db.decide = () => 'answer';
  const again = { ...exchangeOf(shop, no), agreedTimes: 2 };
  shop.engine.put('orders', { ...stale, refundRev: stale.refundRev + 2, exchanges: { [no]: again } } as never);
  await takeFresh(shop.context(), stale, due);
  expect(exchangeOf(shop, no)).toMatchObject({ state: 'agreed', agreedTimes: 2 });
  expect([shelfOf(shop).held[op], shelfOf(shop).left.milk]).toEqual([undefined, 27]);
});

describe('the sweeper', () => {
  test('leaves what is agreed and not said yet, however old; said at last, it is captured', async () => {
    const { shop, no, op } = await agreedAndSilent();
    await minutes(shop, 5);
    expect([exchangeOf(shop, no).state, shelfOf(shop).held[op]?.s, shelfOf(shop).left.milk]).toEqual([
      'agreed',
      'h',
      26,
    ]);
    shop.db.decide = () => 'answer';
    await minutes(shop, 2);
    expect([exchangeOf(shop, no).state, shelfOf(shop).held[op]?.s, shelfOf(shop).left.milk]).toEqual([
      ...['reserved', 'c', 26],
    ]);
  });

  test('captures what the order names, whoever forgot to', async () => {
    const { shop, orderId } = await annReceived();
    const no = await exchangeAsked(shop, orderId, { milk: 1 });
    await sueDid(shop, no, 'decideExchange', { decision: 'agree' });
    const op = `xc_${orderId}_x1_1`;
    const shelf = shelfOf(shop);
    const held = { ...shelf.held, [op]: { ...(shelf.held[op] as Mark), s: 'h' as const } };
    shop.engine.put('cells', { ...shelf, held, open: 1 });
    await minutes(shop, 3);
    expect([shelfOf(shop).held[op]?.s, shelfOf(shop).open, shelfOf(shop).left.milk]).toEqual(['c', 0, 26]);
  });

  test.each(['asked', 'withdrawn'] as const)(
    'gives back a take that came late to an exchange that is %s',
    async (state) => {
      const { shop, orderId } = await annReceived();
      const no = await exchangeAsked(shop, orderId, { milk: 1 });
      if (state === 'withdrawn') await withdraw(shop, no);
      await takeInVain(shop, `xc_${orderId}_x1_1`, orderId);
      expect(shelfOf(shop).left.milk).toBe(26);
      await minutes(shop, 3);
      expect([shelfOf(shop).open, shelfOf(shop).left.milk]).toEqual([0, 27]);
    },
  );

  test('gives back a take under an op that found no stock, when support agreed again under the next', async () => {
    const { shop, orderId } = await annReceived({ stock: { milk: 3 } });
    const no = await exchangeAsked(shop, orderId, { milk: 1 });
    await sueDid(shop, no, 'decideExchange', { decision: 'agree' });
    const shelf = shelfOf(shop);
    shop.engine.put('cells', { ...shelf, left: { ...shelf.left, milk: 5 }, initial: { ...shelf.initial, milk: 8 } });
    await takeInVain(shop, `xc_${orderId}_x1_1`, orderId);
    await sueDid(shop, no, 'decideExchange', { decision: 'agree' });
    await minutes(shop, 3);
    expect([exchangeOf(shop, no).fresh?.op, shelfOf(shop).open]).toEqual([`xc_${orderId}_x1_2`, 0]);
    expect(shelfOf(shop).left.milk).toBe(4);
  });
});
