import { aPlatform, START_MS } from './test-platform';

const HOUR_MS = 3_600_000;
/** 10:00 in Shanghai on the morning after. */
const READY_MS = START_MS + 24 * HOUR_MS;

async function aDay() {
  const { clock, pay, order, refund } = await aPlatform();
  const bill = (more: object = {}) =>
    pay.call('downloadBill', { bill_date: '20261121', bill_type: 'ALL', sub_mch_id: '1900000109', ...more }, {});
  const lines = async () => String(await bill()).split('\r\n');
  return { clock, pay, order, refund, bill, lines };
}

const cellsOf = (line: string | undefined) => (line ?? '').slice(1).split(',`');

it('has a line of 27 cells for each payment and refund of the day, then the totals to the fen', async () => {
  const { clock, pay, order, refund, lines } = await aDay();
  await order();
  await order({ out_trade_no: 'T2', total_fee: 1, body: '大米,5kg' });
  await order({ out_trade_no: 'unpaid' });
  await pay.pay('T1');
  await pay.pay('T2');
  clock.ms += HOUR_MS;
  await refund('r1', 726);
  clock.ms = READY_MS;
  const [columns, first, second, third, names, totals, end] = await lines();
  expect(columns?.split(',')).toHaveLength(27);
  expect([first, second, third].map((line) => cellsOf(line).length)).toEqual([27, 27, 27]);
  expect(first).toMatch(
    /^`2026-11-21 10:00:00,.*,`T1,`o_anna,`JSAPI,`SUCCESS,`OTHERS,`CNY,`79\.80,.*,`79\.80,`0\.00,`$/,
  );
  expect(third).toMatch(
    /^`2026-11-21 11:00:00,.*,`T1,.*,`REFUND,.*,`r1,`7\.26,.*,`ORIGINAL,`SUCCESS,.*,`0\.00,`7\.26,`$/,
  );
  expect(names).toBe('总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额');
  // Fee 0.60 %: 0.47880 + 0.00006 − 0.04356.
  expect(cellsOf(totals)).toEqual(['3', '79.81', '7.26', '0.00', '0.43530', '79.81', '7.26']);
  expect(end).toBe('');
});

it.each([
  ['SUCCESS', 0, 'SUCCESS'],
  ['SUCCESS', 48 * HOUR_MS, 'PROCESSING'],
  ['CHANGE', 0, 'FAIL'],
  ['REFUNDCLOSE', 0, 'REFUNDCLOSE'],
] as const)(
  'a refund that ends %s after %d ms is billed as %s, whenever it is asked for',
  async (end, travelMs, billed) => {
    const { clock, pay, order, refund, lines } = await aDay();
    await order();
    await pay.pay('T1');
    pay.setRefundEnd(end);
    pay.setRefundTravel(travelMs);
    await refund('r1', 100);
    for (const waitMs of [24, 96]) {
      clock.ms = START_MS + waitMs * HOUR_MS;
      expect((await lines()).some((line) => line.includes(`\`ORIGINAL,\`${billed},`))).toBe(true);
    }
  },
);

it('is not there before 9:00, being made until 10:00, and there from then on', async () => {
  const { clock, pay, order, bill } = await aDay();
  await order();
  await pay.pay('T1');
  const noBill = { return_code: 'FAIL', return_msg: 'No Bill Exist', error_code: '20002' };
  clock.ms = READY_MS - HOUR_MS - 1;
  expect(await bill()).toEqual(noBill);
  clock.ms += 1;
  expect(await bill()).toEqual({ return_code: 'FAIL', return_msg: 'Bill Creating', error_code: '20003' });
  clock.ms = READY_MS;
  expect(await bill()).toEqual(expect.stringContaining('`T1,'));
  expect(await bill({ bill_date: '20261120' })).toEqual(noBill);
  expect(await bill({ sub_mch_id: '1900000999' })).toEqual(noBill);
  expect(await bill({ bill_date: '20261399' })).toMatchObject({ error_code: '20001' });
});

it('of 23:59:59.999 and of midnight are two days', async () => {
  const { clock, pay, order, bill } = await aDay();
  const midnightMs = START_MS + 14 * HOUR_MS;
  clock.ms = midnightMs - 1;
  await order();
  await order({ out_trade_no: 'T2' });
  await pay.pay('T1');
  clock.ms = midnightMs;
  await pay.pay('T2');
  clock.ms = READY_MS + 24 * HOUR_MS;
  const [today, tomorrow] = [String(await bill()), String(await bill({ bill_date: '20261122' }))];
  expect([today.includes('`T1,'), today.includes('`T2,')]).toEqual([true, false]);
  expect([tomorrow.includes('`T1,'), tomorrow.includes('`T2,')]).toEqual([false, true]);
});
