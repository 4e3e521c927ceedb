import { paidOrder, withAnn } from '../../../../tests/support/ann';
import type { Shop } from '../../../../tests/support/shop';
import { DAY_MS, MINUTE_MS } from '../../../kernel/period';
import type { Stored } from '../../../platform/db';
import type { Difference } from '../domain/difference';
import type { Reconciliation } from '../domain/night';

const nights = (shop: Shop) => shop.engine.dump<Reconciliation>('reconciliations');
const alerts = (shop: Shop) => shop.engine.dump<Stored & { kind: string; detail: Difference }>('alerts');

async function nextNight(shop: Shop): Promise<Reconciliation> {
  await shop.tick();
  shop.advance(DAY_MS);
  for (let minute = 0; minute < 3; minute += 1) {
    shop.advance(MINUTE_MS);
    await shop.tick();
  }
  const night = nights(shop)
    .filter(({ phase }) => phase === null)
    .at(-1);
  if (!night) throw new Error('no night is done');
  return night;
}

test('a day with a paid order: everything is checked, nothing differs', async () => {
  const shop = await withAnn();
  await paidOrder(shop);
  const night = await nextNight(shop);
  expect(night.differences).toEqual([]);
  expect(alerts(shop)).toEqual([]);
  expect(night.checked).toMatchObject({ orders: 1, wallets: 1, payments: 1, refunds: 0 });
});
