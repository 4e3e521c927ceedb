import { LAUNCH_DRAW } from '../../../tools/seed/base';
import { expectCalm, expectCheap, expectSmall } from './support/budget';
import { luckyChance } from './support/lucky';
import { textOf } from './support/read';
import { Shop } from './support/shop';

const WHEEL = 'packages/draw/pages/wheel/index';
const ANN = 'o_ann';

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
}, 120_000);
afterEach(() => shop.closePhones());
afterAll(() => shop.close());

/** The launch draw as its operator could have published it: the same in all but its layout. */
const onNineFields = (openid: string) => async (name: string, event: unknown) => {
  const reply = await shop.cloud.invoke(name, event, { openid });
  if ((event as { operation: string }).operation !== 'draw.view') return reply;
  const { data, ...rest } = reply as { data: object };
  return { ...rest, data: { ...data, layout: 'grid' } };
};

describe('the same draw on nine fields', () => {
  test('eight prizes around the button, the same odds, counts and rules below, and no wheel', async () => {
    const phone = await shop.phone(ANN, { route: WHEEL, call: onNineFields(ANN) });
    expect(phone.$$('.ll-nine__cell')).toHaveLength(9);
    expect(phone.$$('.ll-wheel')).toHaveLength(0);
    expect(phone.text).toContain('格子一样大，机会不一样，中奖率写在下面');
    expect(phone.$$('.odds__line')).toHaveLength(8);
    expectSmall(phone);
    expectCheap(phone.cost);
    expectCalm(phone);
  });

  test('without a chance a tap spins nothing', async () => {
    const phone = await shop.phone(ANN, { route: WHEEL, call: onNineFields(ANN) });
    const before = phone.calls.length;
    await phone.tap('#spin');
    expect(phone.calls).toHaveLength(before);
  });

  test('the light rests on the field of the prize that the server gave; nothing is told before', async () => {
    await luckyChance(shop, ANN, 'milk');
    const phone = await shop.phone(ANN, { route: WHEEL, call: onNineFields(ANN) });
    expectCheap(await phone.measure(() => phone.tap('#spin')));
    expect(phone.$$('#won')).toHaveLength(0);
    expect(phone.$$('#nine-light')).toHaveLength(1);
    await phone.until(() => phone.$$('#won').length === 1);
    const [given] = Object.values(shop.wallet(ANN).prizes);
    type Fields = { prizes: { drawPrizeId: string }[] };
    const { prizes } = await shop.ask<Fields>(ANN, 'draw.view', { drawId: LAUNCH_DRAW });
    const lit = prizes.filter((_, index) => phone.$$(`#nine-${index}.ll-nine__cell--on`).length === 1);
    expect(lit.map(({ drawPrizeId }) => drawPrizeId)).toEqual([given?.drawPrizeId]);
    expect(textOf(phone, '.ll-sheet__head')).toContain(given?.title);
    expectCalm(phone);
  });
});
