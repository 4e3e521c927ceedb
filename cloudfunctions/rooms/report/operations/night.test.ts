import { paidOrder, withAnn } from '../../../../tests/support/ann';
import { BUDGET, CAMPAIGN, SHELF, type Shop } from '../../../../tests/support/shop';
import type { Cell } from '../../../kernel/cell';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../kernel/period';
import type { Stored } from '../../../platform/db';
import { credit, take } from '../../../platform/holds/cells';
import type { Difference } from '../domain/difference';
import type { Reconciliation } from '../domain/night';
import { reconcile } from './night';

const nights = (shop: Shop) => shop.engine.dump<Reconciliation>('reconciliations');
const alerts = (shop: Shop) => shop.engine.dump<Stored & { kind: string; detail: Difference }>('alerts');

/** To some minutes after ten the next morning, when the night of the day before runs. */
async function nextNight(shop: Shop): Promise<Reconciliation> {
  await shop.tick();
  shop.advance(DAY_MS);
  for (let minute = 0; minute < 3; minute += 1) {
    shop.advance(MINUTE_MS);
    await shop.tick();
  }
  return lastDone(shop);
}

function lastDone(shop: Shop): Reconciliation {
  const done = nights(shop).filter(({ phase }) => phase === null);
  const night = done.at(-1);
  if (!night) throw new Error('no night is done');
  return night;
}

const cancelled = async (shop: Shop): Promise<string> => {
  const orderId = await paidOrder(shop);
  await shop.call('ann', 'order.cancel', { orderId });
  return orderId;
};

test('a day with a paid and cancelled order: everything is checked, nothing differs', async () => {
  const shop = await withAnn();
  await cancelled(shop);
  const night = await nextNight(shop);
  expect(alerts(shop)).toEqual([]);
  expect(night).toMatchObject({ _id: '20261122', bill: 'read', differenceCount: 0, differences: [] });
  expect(night.checked).toMatchObject({ cells: 2, orders: 1, wallets: 1, payments: 1, refunds: 1, foreignRows: 0 });
});

test('one bag of rice too few on the shelf: an alert with both numbers, once however many nights find it', async () => {
  const shop = await withAnn();
  await paidOrder(shop);
  const shelf = shop.engine.dump<Cell>('cells').find(({ _id }) => _id === SHELF);
  if (!shelf) throw new Error('no shelf');
  shop.engine.put('cells', { ...shelf, left: { ...shelf.left, rice: 27 } });
  const told = { counter: 'stock', target: SHELF, key: 'rice', expected: 28, found: 27 };
  expect((await nextNight(shop)).differences).toMatchObject([told]);
  expect((await nextNight(shop)).differences).toMatchObject([told]);
  expect(alerts(shop)).toMatchObject([{ kind: 'RECONCILE_STOCK', detail: told }]);
});

test('a bill that is not there is asked for every 10 minutes; after 24 hours somebody is told, and the night ends', async () => {
  const shop = await withAnn();
  await shop.tick();
  const asked = jest.spyOn(shop.pay, 'dayBill').mockResolvedValue('not-ready');
  shop.advance(DAY_MS + MINUTE_MS);
  for (let minute = 0; minute < 21; minute += 1) {
    await shop.tick();
    shop.advance(MINUTE_MS);
  }
  expect(asked).toHaveBeenCalledTimes(3);
  expect(nights(shop)).toMatchObject([{ phase: 'bill', differences: [] }]);
  for (let half = 0; half < 48; half += 1) {
    shop.advance(30 * MINUTE_MS);
    await shop.tick();
  }
  expect(lastDone(shop)).toMatchObject({ _id: '20261122', bill: 'missing' });
  expect(alerts(shop)).toMatchObject([{ kind: 'RECONCILE_PAYMENT', detail: { target: '20261122', key: 'bill' } }]);
});

test('after a timer that stood still for a day one lost answer tells nobody: the bill is asked for again in 10 minutes', async () => {
  const shop = await withAnn();
  await shop.tick();
  const asked = jest.spyOn(shop.pay, 'dayBill').mockRejectedValueOnce(new Error('no answer'));
  shop.advance(4 * DAY_MS);
  await shop.tick();
  expect([asked.mock.calls.length, nights(shop)[0]?.phase, alerts(shop)]).toEqual([1, 'bill', []]);
  shop.advance(11 * MINUTE_MS);
  await shop.tick();
  expect(lastDone(shop)).toMatchObject({ _id: '20261122', bill: expect.stringMatching(/read|empty/) });
  expect(alerts(shop)).toEqual([]);
});

test('the bank says "processing" for ever, the bill says that the money arrived: the bill settles the refund', async () => {
  const shop = await withAnn();
  const orderId = await cancelled(shop);
  const state = () => shop.order(orderId).refunds[`${orderId}-cancel`]?.state;
  expect(state()).toBe('accepted');
  const amountFen = shop.pay.paidFen(orderId);
  jest.spyOn(shop.pay, 'queryRefund').mockResolvedValue({ state: 'processing', amountFen, arrivedAtMs: null });
  expect((await nextNight(shop)).checked).toMatchObject({ settledByBill: 1 });
  expect(state()).toBe('succeeded');
});

/** A shop with a day behind it, and a unit that no order speaks for; the timer has not come by since ten. */
async function atTen(): Promise<Shop> {
  const shop = await withAnn();
  await cancelled(shop);
  await credit(shop.engine, { cellId: SHELF, op: 'ret_x', q: { rice: 1 }, atMs: shop.nowMs, by: 'f'.repeat(32) });
  await shop.tick();
  shop.advance(HOUR_MS);
  await shop.tick();
  shop.advance(DAY_MS);
  return shop;
}

test('a run that dies at any write is gone on with by the next two at once: one report, the same as without it', async () => {
  const calm = await atTen();
  await reconcile(calm.context());
  const { checked, differences } = lastDone(calm);
  expect(differences).toMatchObject([{ counter: 'stock', key: 'rice', expected: 0, found: 1 }]);
  for (let dies = 1; dies < 15; dies += 1) {
    const shop = await atTen();
    let writes = 0;
    shop.db.decide = ({ write }) => {
      writes += write > 0 ? 1 : 0;
      return writes >= dies ? 'drop' : 'answer';
    };
    await reconcile(shop.context()).catch(() => {});
    shop.db.decide = () => 'answer';
    await Promise.all([reconcile(shop.context()), reconcile(shop.context())]);
    const night = lastDone(shop);
    const told = { checked: night.checked, differences: night.differences };
    expect({ dies, ...told, alerts: alerts(shop).length }).toEqual({ dies, checked, differences, alerts: 1 });
  }
});

test('operator and owner read it, by day or the latest; nobody else; 90 days are kept', async () => {
  const shop = await withAnn();
  shop.asStaff('olga', ['operator']);
  shop.asStaff('sam', ['shop']);
  await nextNight(shop);
  const read = (name: string, input: object) => shop.staffCall(name, 'report.reconciliation', input);
  const latest = { report: { day: '20261122', isDone: true }, days: [{ day: '20261122', differenceCount: 0 }] };
  expect(await read('olga', {})).toMatchObject({ ok: true, data: latest });
  expect(await read('olga', { day: '20261122' })).toMatchObject({ ok: true, data: latest });
  expect(await read('olga', { day: '20261101' })).toMatchObject({ ok: false, code: 'NO_RECONCILIATION' });
  expect(await read('sam', {})).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  for (const day of ['20260824', '20260826']) shop.engine.put('reconciliations', { ...lastDone(shop), _id: day });
  await nextNight(shop);
  expect(nights(shop).map(({ _id }) => _id)).toEqual(['20260826', '20261122', '20261123']);
});

test('a claim died, and the timer stood still for 25 hours: its first run sweeps, then reckons what is swept', async () => {
  const shop = await withAnn();
  await shop.tick();
  const by = shop.residentId('ann');
  await take(shop.engine, { cellId: BUDGET, op: `cl_${'f'.repeat(32)}`, q: { [CAMPAIGN]: 800 }, atMs: shop.nowMs, by });
  shop.advance(25 * HOUR_MS);
  await shop.tick();
  expect(lastDone(shop)).toMatchObject({ _id: '20261122', differences: [] });
  expect([shop.left(BUDGET, CAMPAIGN), alerts(shop)]).toEqual([1_000_000, []]);
});
