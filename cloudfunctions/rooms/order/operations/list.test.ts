import { paidOrder, withAnn } from '../../../../tests/support/ann';
import type { Page } from '../../../contract';
import { MINUTE_MS } from '../../../kernel/period';
import type { OrderCard, StaffOrderCard } from '../contract';

type Reply<T> = { readonly ok: true; readonly data: T };

describe('my orders', () => {
  test('23 orders come in pages of 20 and 3, newest first, each once, also those of one millisecond', async () => {
    const shop = await withAnn({ stock: { eggs: 100 } });
    for (let n = 0; n < 23; n += 1) {
      if (n > 5) shop.advance(1);
      const { ok, orderId } = await shop.buy('ann', { lines: { eggs: 1 } });
      expect(ok).toBe(true);
      // Nobody holds more than 20 unpaid orders: the first ones are closed, and stay in "all".
      if (n < 5) await shop.call('ann', 'order.cancel', { orderId });
    }
    const page = async (cursor?: string) =>
      ((await shop.call('ann', 'order.list', { tab: 'all', cursor })) as Reply<Page<OrderCard>>).data;
    const first = await page();
    const second = await page(first.next ?? '');
    const ids = [...first.rows, ...second.rows].map(({ orderId }) => orderId);
    expect([first.rows.length, second.rows.length, second.next, new Set(ids).size]).toEqual([20, 3, null, 23]);
    const times = [...first.rows, ...second.rows].map(({ atMs }) => atMs);
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  test('tabs: to pay, under way, done; aborted ones are nowhere', async () => {
    const shop = await withAnn({ stock: { eggs: 1 } });
    await paidOrder(shop);
    await shop.buy('ann', { lines: { rice: 1 } });
    const closed = await shop.buy('ann', { lines: { milk: 1 } });
    await shop.call('ann', 'order.cancel', { orderId: closed.orderId });
    const count = async (tab: string) =>
      ((await shop.call('ann', 'order.list', { tab })) as Reply<Page<OrderCard>>).data.rows.length;
    expect([await count('to-pay'), await count('under-way'), await count('done'), await count('all')]).toEqual([
      1, 1, 1, 3,
    ]);
  });

  test.each(['x', '12~zz', `1~${'a'.repeat(31)}`])('cursor %p is INVALID_INPUT', async (cursor) => {
    const shop = await withAnn();
    const reply = await shop.call('ann', 'order.list', { tab: 'all', cursor });
    expect(reply).toMatchObject({ code: 'INVALID_INPUT', detail: { field: 'cursor' } });
  });
});

describe('the board', () => {
  test('shows paid orders oldest first, with masked phones, counts and the next step', async () => {
    const shop = await withAnn();
    const first = await paidOrder(shop);
    shop.advance(MINUTE_MS);
    const { orderId } = await shop.buy('ann', { lines: { eggs: 1 } });
    await shop.call('ann', 'order.pay', { orderId });
    shop.pay.settle(orderId);
    await shop.payCallback(orderId);
    shop.asStaff('bob', ['shop']);
    const reply = (await shop.staffCall('bob', 'order.board', { state: 'paid' })) as Reply<
      Page<StaffOrderCard> & { counts: object }
    >;
    expect(reply.data.rows.map((row) => row.orderId)).toEqual([first, orderId]);
    expect(reply.data.rows[0]).toMatchObject({ maskedPhone: '138****0000', next: 'picked', contactName: 'ann' });
    expect(reply.data.counts).toEqual({ paid: 2, picked: 0, dispatched: 0, delivered: 0 });
    expect(JSON.stringify(reply)).not.toContain('13800000000');
  });

  test.each([
    [['shop'], 'ann'],
    [['courier'], 'ann'],
    [['operator'], 'a**'],
    [['owner'], 'a**'],
    [['owner', 'courier'], 'ann'],
  ] as const)('to %j the name of ann is %s', async (roles, contactName) => {
    const shop = await withAnn();
    await paidOrder(shop);
    shop.asStaff('bob', [...roles]);
    const reply = await shop.staffCall('bob', 'order.board', { state: 'paid' });
    expect(reply).toMatchObject({ data: { rows: [{ contactName }] } });
  });

  test('a step that is skipped is ORDER_STATE; one that is repeated is no error and is logged once', async () => {
    const shop = await withAnn();
    const orderId = await paidOrder(shop);
    shop.asStaff('bob', ['courier']);
    const move = (to: string) => shop.staffCall('bob', 'order.move', { orderId, to });
    expect(await move('delivered')).toMatchObject({ code: 'ORDER_STATE', detail: { state: 'paid', to: 'delivered' } });
    expect(await move('picked')).toMatchObject({ ok: true });
    expect(await move('picked')).toMatchObject({ ok: true, data: { state: 'picked', next: 'dispatched' } });
    expect(shop.engine.dump('staffLog')).toMatchObject([
      { operation: 'order.move', before: { state: 'paid' }, after: { state: 'picked' } },
    ]);
  });

  test('a promoter may not see it', async () => {
    const shop = await withAnn();
    shop.asStaff('eve', ['promoter']);
    expect(await shop.staffCall('eve', 'order.board', { state: 'paid' })).toMatchObject({ code: 'FORBIDDEN' });
  });
});
