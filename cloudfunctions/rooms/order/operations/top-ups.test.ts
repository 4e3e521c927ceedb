import { aLaunchShop, dataOf } from '../../../../tests/support/launch-shop';
import { settle } from '../../../../tests/support/shopper';
import type { OutputOf } from '../../../contract';
import type { orderContract } from '../contract';

type TopUps = OutputOf<(typeof orderContract)['order.topUps']>;

async function ask(lines: { readonly [skuId: string]: number }) {
  const { world } = await aLaunchShop();
  const addressId = await settle(world, 'ann');
  const cart = Object.entries(lines).map(([skuId, quantity]) => ({ skuId, quantity }));
  const input = { lines: cart, addressId };
  const call = async () => dataOf<TopUps>(await world.call('ann', 'order.topUps', input));
  return { world, call };
}

describe('top-ups', () => {
  test('reaching ones come first, cheapest first; each says what would then be paid', async () => {
    const { call } = await ask({ rice_5: 2, milk_950: 1 });
    const { nextStep, topUps, payableFen } = await call();
    expect(nextStep).not.toBeNull();
    const reaching = topUps.filter(({ reaches }) => reaches);
    expect(reaching.length).toBeGreaterThan(0);
    expect(topUps.slice(0, reaching.length)).toEqual(reaching);
    const paid = reaching.map((view) => view.payableFen);
    expect(paid).toEqual([...paid].sort((a, b) => a - b));
    expect(reaching[0]).toMatchObject({ skuId: nextStep?.reach?.skuId, quantity: nextStep?.reach?.quantity });
    expect(payableFen).toBeGreaterThan(0);
  });

  test('what is said to be paid is what the quote then says', async () => {
    const { world, call } = await ask({ rice_5: 2 });
    const { topUps } = await call();
    for (const { skuId, quantity, payableFen } of topUps.slice(0, 5)) {
      const had = skuId === 'rice_5' ? 2 : 0;
      const lines = [
        ...(skuId === 'rice_5' ? [] : [{ skuId: 'rice_5', quantity: 2 }]),
        { skuId, quantity: quantity + had },
      ];
      const quoted = await world.call('ann', 'order.quote', { lines });
      expect(dataOf<{ quote: { payableFen: number } }>(quoted).quote.payableFen).toBe(payableFen);
    }
  });

  test('one bag of rice for ¥39.90 has ¥5.00 of freight in its sum and ¥5.00 of the first order out of it', async () => {
    const { call } = await ask({ rice_5: 1 });
    expect(await call()).toMatchObject({ payableFen: 3_990, freightPaidFen: 500, savedFen: 500 });
  });

  test('two bags pay no freight, and the waived ¥5.00 is among what is off', async () => {
    const { call } = await ask({ rice_5: 2 });
    expect(await call()).toMatchObject({ payableFen: 6_980, freightPaidFen: 0, savedFen: 1_500 });
  });

  test('at most 28 of them, nothing sold out, nothing that takes no part in promotions', async () => {
    const { topUps } = await (await ask({ rice_5: 1 })).call();
    const ids = topUps.map(({ skuId }) => skuId);
    expect(ids.length).toBeLessThanOrEqual(28);
    expect(new Set(ids).size).toBe(ids.length);
    for (const gone of ['corn_2', 'tangerine_15', 'gift_100']) expect(ids).not.toContain(gone);
  });

  test('2 round trips in a warm function', async () => {
    const { world, call } = await ask({ rice_5: 1 });
    await call();
    world.db.restart();
    await call();
    expect(world.db.meter.sequential).toBeLessThanOrEqual(2);
  });
});
