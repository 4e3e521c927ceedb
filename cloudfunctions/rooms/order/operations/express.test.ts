import { addOn } from '../../../../tests/support/giving';
import { ADDRESS, aShop, ESTATE } from '../../../../tests/support/shop';

const RICE = { lines: { rice: 1 } };

test('express is ¥6 more here, and the order says so', async () => {
  const shop = await aShop({ offers: [] });
  await shop.settleIn('ann');
  const { orderId, payableFen } = await shop.buy('ann', { ...RICE, deliveryKind: 'express' });
  expect(payableFen).toBe(3_990 + 500 + 600);
  expect(shop.order(orderId)).toMatchObject({ deliveryKind: 'express', quote: { freight: { rushFen: 600 } } });
});

test('where the estate has none it is EXPRESS_UNKNOWN, at the quote and at placing, and no add-on promises it', async () => {
  const shop = await aShop({ offers: [addOn('fast', { form: 'freight-upgrade' })] });
  await shop.settleIn('ann');
  const estate = shop.engine.dump<{ _id: string }>('estates').find(({ _id }) => _id === ESTATE);
  shop.engine.put('estates', { ...estate, rushFeeFen: null } as never);
  const lines = [{ skuId: 'rice', quantity: 1 }];
  const asked = { lines, addressId: ADDRESS, deliveryKind: 'express' };
  expect(await shop.call('ann', 'order.quote', asked)).toMatchObject({ code: 'EXPRESS_UNKNOWN' });
  expect((await shop.buy('ann', { ...RICE, deliveryKind: 'express' })).code).toBe('EXPRESS_UNKNOWN');
  const standard = await shop.call('ann', 'order.quote', { lines, addressId: ADDRESS });
  expect(standard).toMatchObject({ data: { express: null, quote: { addOns: [] } } });
});

test('an add-on that brings express makes the order express at no fee, asked for or not', async () => {
  const shop = await aShop({ offers: [addOn('fast', { form: 'freight-upgrade' })] });
  await shop.settleIn('ann');
  for (const deliveryKind of ['standard', 'express'] as const) {
    const { orderId, payableFen } = await shop.buy('ann', { ...RICE, deliveryKind });
    expect([shop.order(orderId).deliveryKind, payableFen]).toEqual(['express', 3_990 + 500]);
  }
});
