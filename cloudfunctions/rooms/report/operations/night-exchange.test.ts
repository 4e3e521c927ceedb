import { annReceived, exchangeAsked, sueDid } from '../../../../tests/support/exchanging';
import { SHELF, type Shop } from '../../../../tests/support/shop';
import type { Cell } from '../../../kernel/cell';
import { DAY_MS, MINUTE_MS } from '../../../kernel/period';
import type { Reconciliation } from '../domain/night';

/** The night after the present day. */
async function nextNight(shop: Shop): Promise<Reconciliation> {
  await shop.tick();
  shop.advance(DAY_MS);
  for (let minute = 0; minute < 3; minute += 1) {
    shop.advance(MINUTE_MS);
    await shop.tick();
  }
  const night = shop.engine
    .dump<Reconciliation>('reconciliations')
    .filter(({ phase }) => phase === null)
    .at(-1);
  if (!night) throw new Error('no night is done');
  return night;
}

/** One exchange that ends with the bad unit on the shelf, one with it spoiled, one declined, one with money, one on its way. */
async function fiveExchanges(): Promise<{ shop: Shop; orderId: string }> {
  const { shop, orderId } = await annReceived();
  const agreed = async (line: 'milk' | 'rice') => {
    const no = await exchangeAsked(shop, orderId, { [line]: 1 });
    await sueDid(shop, no, 'decideExchange', { decision: 'agree' });
    return no;
  };
  for (const bad of ['shelf', 'spoiled']) {
    const no = await agreed('milk');
    await sueDid(shop, no, 'moveExchange', { to: 'handed-over' });
    await sueDid(shop, no, 'exchangeGoods', { bad });
  }
  await sueDid(shop, await agreed('rice'), 'decideExchange', { decision: 'decline', answer: '说好不换了' });
  await sueDid(shop, await agreed('rice'), 'decideExchange', { decision: 'money' });
  await sueDid(shop, await agreed('milk'), 'moveExchange', { to: 'dispatched' });
  return { shop, orderId };
}

test('five exchanges, each ended another way: every unit has its word, nothing differs', async () => {
  const { shop } = await fiveExchanges();
  expect([shop.left(SHELF, 'milk'), shop.left(SHELF, 'rice')]).toEqual([25, 28]);
  const night = await nextNight(shop);
  expect(night).toMatchObject({ differences: [], differenceCount: 0 });
  // The order itself takes one mark of the shelf and one of the budget; exchanges take five and put back three.
  expect(night.checked.marks).toBeGreaterThanOrEqual(2 * 10);
});

test('a fresh unit that the order says was taken, and the shelf does not know: found, with both numbers', async () => {
  const { shop, orderId } = await fiveExchanges();
  const shelf = shop.engine.dump<Cell>('cells').find(({ _id }) => _id === SHELF);
  if (!shelf) throw new Error('no shelf');
  const { [`xc_${orderId}_x1_1`]: _, ...held } = shelf.held;
  shop.engine.put('cells', { ...shelf, held, left: { ...shelf.left, milk: (shelf.left.milk ?? 0) + 1 } });
  const { differences } = await nextNight(shop);
  const told = { counter: 'stock', target: SHELF, key: 'milk', expected: -1, found: 0, cause: `xc_${orderId}_x1_1` };
  expect(differences).toMatchObject([told]);
});

test('a mark of an exchange that its order does not name is found', async () => {
  const { shop, orderId } = await fiveExchanges();
  const order = shop.order(orderId);
  const { [`${orderId}-x1`]: _, ...exchanges } = order.exchanges ?? {};
  shop.engine.put('orders', { ...order, exchanges } as never);
  const { differences } = await nextNight(shop);
  expect(differences).toMatchObject([{ counter: 'stock', key: 'milk', cause: `xc_${orderId}_x1_1`, found: -1 }]);
});
