import { PayPlatform } from './index';
import { formatShanghai } from './shanghai-time';
import { aPlatform, DAY_MS, ORDER } from './test-platform';

const inSeconds = (ms: number, seconds: number) => formatShanghai(ms + seconds * 1000);

describe('unifiedOrder', () => {
  it.each([
    ['no number', { out_trade_no: undefined }, '缺少参数out_trade_no'],
    ['a number of 33 characters', { out_trade_no: 'x'.repeat(33) }, 'out_trade_no'],
    ['a number with a blank', { out_trade_no: 'a b' }, 'out_trade_no'],
    ['0 fen', { total_fee: 0 }, 'total_fee'],
    ['half a fen', { total_fee: 0.5 }, 'total_fee'],
    ['an amount in words', { total_fee: '1' }, 'total_fee'],
    ['no goods', { body: '' }, 'body'],
    ['goods of 129 bytes', { body: '奶'.repeat(43) }, 'body'],
    ['an attachment of 128 bytes', { attach: 'x'.repeat(128) }, 'attach'],
    ['no merchant', { sub_mch_id: undefined }, 'sub_mch_id'],
    ['no function to tell', { function_name: undefined }, 'function_name'],
    ['no address of the payer', { spbill_create_ip: undefined }, 'spbill_create_ip'],
    ['a deadline that is no time', { time_expire: '20261399000000' }, 'time_expire'],
  ])('with %s is PARAM_ERROR', async (_, more, naming) => {
    const { order, pay } = await aPlatform();
    expect(await order(more)).toMatchObject({
      return_code: 'SUCCESS',
      result_code: 'FAIL',
      err_code: 'PARAM_ERROR',
      err_code_des: expect.stringContaining(naming),
    });
    expect(pay.list()).toEqual([]);
  });

  it('of 1 fen is accepted, by the caller’s openid or by a named one, but not by nobody', async () => {
    const { pay, order } = await aPlatform();
    expect(await order({ total_fee: 1 })).toMatchObject({ result_code: 'SUCCESS' });
    expect(pay.find('T1')?.terms.payer).toBe('o_anna');
    expect(await order({ out_trade_no: 'T2', sub_openid: 'o_bob' })).toMatchObject({ result_code: 'SUCCESS' });
    expect(pay.find('T2')?.terms.payer).toBe('o_bob');
    expect(await pay.call('unifiedOrder', { ...ORDER, out_trade_no: 'T3' }, {})).toMatchObject({
      err_code: 'PARAM_ERROR',
    });
  });

  it('needs a deadline at least 60 s ahead, not 59', async () => {
    const { clock, order } = await aPlatform();
    expect(await order({ time_expire: inSeconds(clock.ms, 59) })).toMatchObject({ err_code: 'PARAM_ERROR' });
    expect(await order({ time_expire: inSeconds(clock.ms, 60) })).toMatchObject({ result_code: 'SUCCESS' });
  });

  it('repeated word for word is the same payment; with any other word OUT_TRADE_NO_USED', async () => {
    const { order } = await aPlatform();
    const first = await order();
    expect((await order()).prepay_id).toBe(first.prepay_id);
    for (const other of [{ total_fee: 7981 }, { body: '大米' }, { sub_openid: 'o_bob' }, { attach: 'x' }])
      expect(await order(other)).toMatchObject({ err_code: 'OUT_TRADE_NO_USED' });
  });

  it('after paying is ORDERPAID, after closing ORDERCLOSED', async () => {
    const { order, pay, call } = await aPlatform();
    await order();
    await pay.pay('T1');
    expect(await order()).toMatchObject({ err_code: 'ORDERPAID' });
    await order({ out_trade_no: 'T2' });
    await call('closeOrder', { out_trade_no: 'T2' });
    expect(await order({ out_trade_no: 'T2' })).toMatchObject({ err_code: 'ORDERCLOSED' });
  });
});

describe('the cashier', () => {
  it('takes the money 1 ms before the deadline, not at it', async () => {
    const { clock, order, pay } = await aPlatform();
    await order({ time_expire: inSeconds(clock.ms, 900) });
    await order({ out_trade_no: 'T2', time_expire: inSeconds(clock.ms, 900) });
    clock.ms += 899_999;
    await pay.pay('T1');
    clock.ms += 1;
    await expect(pay.pay('T2')).rejects.toMatchObject({ errCode: 'ORDEREXPIRED' });
  });

  it('takes it once', async () => {
    const { order, pay } = await aPlatform();
    await order();
    const [first, second] = await Promise.allSettled([pay.pay('T1'), pay.pay('T1')]);
    expect([first?.status, second?.status]).toEqual(['fulfilled', 'rejected']);
    await expect(pay.pay('none')).rejects.toMatchObject({ errCode: 'ORDERNOTEXIST' });
  });

  it('takes nothing for a closed order, and a paid one cannot be closed', async () => {
    const { order, pay, call } = await aPlatform();
    await order();
    await call('closeOrder', { out_trade_no: 'T1' });
    await expect(pay.pay('T1')).rejects.toMatchObject({ errCode: 'ORDERCLOSED' });
    expect(await call('closeOrder', { out_trade_no: 'T1' })).toMatchObject({ err_code: 'ORDERCLOSED' });
    await order({ out_trade_no: 'T2' });
    await pay.pay('T2');
    expect(await call('closeOrder', { out_trade_no: 'T2' })).toMatchObject({ err_code: 'ORDERPAID' });
    expect(await call('closeOrder', { out_trade_no: 'none' })).toMatchObject({ err_code: 'ORDERNOTEXIST' });
  });
});

describe('queryOrder', () => {
  it('finds by either number', async () => {
    const { order, pay, call } = await aPlatform();
    await order();
    expect(await call('queryOrder', { out_trade_no: 'T1' })).toMatchObject({ trade_state: 'NOTPAY' });
    await pay.pay('T1');
    const { transaction_id } = await call('queryOrder', { out_trade_no: 'T1' });
    expect(await call('queryOrder', { transaction_id })).toMatchObject({
      trade_state: 'SUCCESS',
      out_trade_no: 'T1',
      time_end: '20261121100000',
    });
    expect(await call('queryOrder', {})).toMatchObject({ err_code: 'ORDERNOTEXIST' });
  });
});

describe('refund', () => {
  it('is refused before paying, with another total, and above what was paid', async () => {
    const { order, pay, refund } = await aPlatform();
    await order();
    expect(await refund('r1', 1)).toMatchObject({ err_code: 'TRADE_STATE_ERROR' });
    await pay.pay('T1');
    expect(await refund('r1', 1, { total_fee: 7979 })).toMatchObject({ err_code: 'REFUND_FEE_MISMATCH' });
    expect(await refund('r1', 7981)).toMatchObject({ err_code: 'INVALID_REQUEST' });
    expect(await refund('r1', 7980)).toMatchObject({ result_code: 'SUCCESS' });
    expect(await refund('r2', 1)).toMatchObject({ err_code: 'INVALID_REQUEST' });
  });

  it('goes 50 times, not 51', async () => {
    const { order, pay, refund } = await aPlatform();
    await order();
    await pay.pay('T1');
    for (let n = 1; n <= 50; n++) expect(await refund(`r${n}`, 1)).toMatchObject({ result_code: 'SUCCESS' });
    expect(await refund('r51', 1)).toMatchObject({ err_code: 'INVALID_REQUEST' });
    expect(await refund('r50', 1)).toMatchObject({ result_code: 'SUCCESS' });
  });

  it('goes for 365 days', async () => {
    const { clock, order, pay, refund } = await aPlatform();
    await order();
    await pay.pay('T1');
    clock.ms += 365 * DAY_MS;
    expect(await refund('r1', 1)).toMatchObject({ result_code: 'SUCCESS' });
    clock.ms += 1;
    expect(await refund('r2', 1)).toMatchObject({ err_code: 'TRADE_OVERDUE' });
  });

  it('with a number that another order has used is refused', async () => {
    const { order, pay, refund } = await aPlatform();
    for (const out_trade_no of ['T1', 'T2']) {
      await order({ out_trade_no });
      await pay.pay(out_trade_no);
    }
    await refund('r1', 100);
    expect(await refund('r1', 100, { out_trade_no: 'T2' })).toMatchObject({ err_code: 'REFUND_FEE_MISMATCH' });
  });

  it('is PROCESSING while the money travels, and the function is told once when it has arrived', async () => {
    const { clock, shop, order, pay, call, refund } = await aPlatform();
    pay.setRefundTravel(3 * DAY_MS);
    await order();
    await pay.pay('T1');
    await refund('r1', 100, { function_name: 'paid' });
    await refund('r1', 100, { function_name: 'paid' });
    expect(await call('queryRefund', { out_refund_no: 'r1' })).toMatchObject({ refund_status_0: 'PROCESSING' });
    clock.ms += 3 * DAY_MS;
    await pay.deliverDue();
    expect(await call('queryRefund', { out_trade_no: 'T1' })).toMatchObject({
      refund_count: 1,
      refund_status_0: 'SUCCESS',
      refund_success_time_0: '2026-11-24 10:00:00',
    });
    expect(shop.calls.slice(1)).toMatchObject([{ outRefundNo: 'r1', refundFee: 100, refundStatus: 'SUCCESS' }]);
    expect(await call('queryRefund', { out_refund_no: 'none' })).toMatchObject({ err_code: 'REFUNDNOTEXIST' });
  });
});

describe('a callback', () => {
  it.each([
    ['nothing', undefined],
    ['another errcode', { errcode: 1 }],
    ['the text "0"', { errcode: '0' }],
    ['words', 'SUCCESS'],
  ])('answered with %s is repeated', async (_, answer) => {
    const { clock, shop, order, pay } = await aPlatform();
    shop.answer = (call) => (call === 1 ? answer : { errcode: 0 });
    await order();
    await pay.pay('T1');
    clock.ms += 15_000;
    await pay.deliverDue();
    clock.ms += DAY_MS;
    await pay.deliverDue();
    expect(shop.calls).toHaveLength(2);
  });

  it('whose function fails is repeated', async () => {
    const { clock, shop, order, pay } = await aPlatform();
    shop.answer = (call) => {
      if (call === 1) throw new Error('crashed');
      return { errcode: 0 };
    };
    await order();
    await pay.pay('T1');
    clock.ms += 15_000;
    await pay.deliverDue();
    expect(pay.list()[0]?.notices).toMatchObject([{ attempts: 2, state: { name: 'accepted' } }]);
  });

  it('under way is not sent again by a second look', async () => {
    const { shop, order, pay } = await aPlatform();
    await order();
    await pay.confirm('T1');
    await Promise.all([pay.deliverDue(), pay.deliverDue(), pay.deliverDue()]);
    expect(shop.calls).toHaveLength(1);
  });
});

describe('a restart', () => {
  it('between "paid" and "owed" owes the callback after all', async () => {
    const saved = new Map<string, Map<string, { _id: string }>>();
    const backend = {
      load: async (collection: string) => [...(saved.get(collection)?.values() ?? [])],
      save: async (collection: string, record: { _id: string }) => {
        if (collection === '_local_notices') throw new Error('killed');
        saved.set(collection, (saved.get(collection) ?? new Map()).set(record._id, record));
      },
    };
    const calls: unknown[] = [];
    const options = {
      appid: 'wx01',
      nowMs: () => 1_000_000,
      call: async (_: string, event: unknown) => calls.push(event),
    };
    const before = await PayPlatform.open(backend, options);
    await before.call('unifiedOrder', ORDER, { openid: 'o_anna' });
    await expect(before.pay('T1')).rejects.toThrow('killed');
    backend.save = async () => undefined;
    const after = await PayPlatform.open(backend, options);
    await after.deliverDue();
    expect(calls).toMatchObject([{ outTradeNo: 'T1', totalFee: 7980 }]);
  });
});
