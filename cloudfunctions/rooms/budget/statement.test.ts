import { aShop, exampleOffers } from '../../../tests/support/shop';
import { merchantCellId } from '../../kernel/merchant';
import { credit } from '../../platform/holds/cells';

const shared = async () => {
  const shop = await aShop({ offers: exampleOffers().map((offer) => ({ ...offer, funding: { dairy: 3_000 } })) });
  shop.asStaff('op', ['operator']);
  shop.asStaff('bob', ['shop', 'courier', 'support', 'promoter']);
  return shop;
};
const ask = { merchantId: 'dairy', month: '202611' };

test('publishing opens the account of a merchant that bears a share: nothing borne yet', async () => {
  const shop = await shared();
  const none = { borneFen: 0, undoneFen: 0, dueFen: 0 };
  expect(await shop.staffCall('op', 'budget.statement', ask)).toMatchObject({ ok: true, data: none });
});

test('¥5 borne and ¥1.20 undone in November are ¥3.80 due; December has its own', async () => {
  const shop = await shared();
  const book = (op: string, q: { [key: string]: number }) =>
    credit(shop.engine, { cellId: merchantCellId('dairy'), op, q, atMs: shop.nowMs, by: 'o1' });
  await book('mb_o1', { borne_202611: 500 });
  await book('mu_o1_r1', { undone_202611: 120 });
  await book('mu_o1_r2', { undone_202612: 80 });
  const of = async (month: string) => shop.staffCall('op', 'budget.statement', { ...ask, month });
  expect(await of('202611')).toMatchObject({ data: { borneFen: 500, undoneFen: 120, dueFen: 380 } });
  expect(await of('202612')).toMatchObject({ data: { borneFen: 0, undoneFen: 80, dueFen: -80 } });
});

test('a merchant that nothing names is MERCHANT_UNKNOWN; a month 13 is INVALID_INPUT; the shop floor is FORBIDDEN', async () => {
  const shop = await shared();
  const call = (name: string, input: object) => shop.staffCall(name, 'budget.statement', input);
  expect(await call('op', { ...ask, merchantId: 'nobody' })).toMatchObject({ code: 'MERCHANT_UNKNOWN' });
  expect(await call('op', { ...ask, month: '202613' })).toMatchObject({ code: 'INVALID_INPUT' });
  expect(await call('bob', ask)).toMatchObject({ code: 'FORBIDDEN' });
});
