import { aLaunchShop, dataOf } from '../../../tests/support/launch-shop';
import { MINUTE_MS } from '../../kernel/period';
import type { HomeView, ProductCardView, ProductView } from './contract';

type List = { rows: ProductCardView[]; next: string | null };

async function price(at: { minutesOn: number }) {
  const { world } = await aLaunchShop();
  world.advance(at.minutesOn * MINUTE_MS);
  return dataOf<ProductView>(await world.call('zhou', 'catalog.product', { productId: 'p_milk' }));
}

describe('milk lists at 12.50; the early market is 10:00 to 11:00, 8折', () => {
  test.each([
    ['10:24', 0, 1_000],
    ['10:59', 35, 1_000],
    ['11:00', 36, 1_250],
  ])('at %s it is %#', async (_at, minutesOn, priceFen) => {
    const milk = await price({ minutesOn });
    expect([milk.sku.listFen, milk.sku.priceFen]).toEqual([1_250, priceFen]);
    expect(milk.tags.some(({ kind }) => kind === 'time-window')).toBe(priceFen === 1_000);
    expect(milk.priceEndsAtMs).toBe(priceFen === 1_000 ? Date.UTC(2026, 10, 22, 3) : null);
  });

  test('what a card shows is what a quote of one gives', async () => {
    const { world } = await aLaunchShop();
    const { rows } = dataOf<List>(await world.call('zhou', 'catalog.list', {}));
    for (const { sku } of rows.filter(({ sku: { stock } }) => stock.state !== 'out')) {
      const lines = [{ skuId: sku.skuId, quantity: 1, selected: true }];
      const { quote } = dataOf<{ quote: { lines: { unitFen: number }[] } }>(
        await world.call('zhou', 'order.quote', { lines }),
      );
      expect([sku.skuId, quote.lines[0]?.unitFen]).toEqual([sku.skuId, sku.priceFen]);
    }
  });
});

describe('lists', () => {
  test.each([
    ['popular', (card: ProductCardView) => -card.soldCount],
    ['price-up', (card: ProductCardView) => card.sku.listFen],
    ['price-down', (card: ProductCardView) => -card.sku.listFen],
  ] as const)('%s: 40 goods in pages of 20, each once, in order, in 2 round trips a page', async (sort, rank) => {
    const { world } = await aLaunchShop();
    const seen: ProductCardView[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 3; page += 1) {
      world.db.restart();
      const { rows, next } = dataOf<List>(await world.call('zhou', 'catalog.list', { sort, cursor }));
      seen.push(...rows);
      if (page > 0) expect(world.db.meter.sequential).toBeLessThanOrEqual(2);
      if (next === null) break;
      cursor = next;
    }
    expect(new Set(seen.map(({ productId }) => productId)).size).toBe(40);
    const single = seen.filter(({ manySkus }) => !manySkus).map(rank);
    expect(single).toEqual([...single].sort((a, b) => a - b));
  });

  test('a category holds its own', async () => {
    const { world } = await aLaunchShop();
    const { rows } = dataOf<List>(await world.call('zhou', 'catalog.list', { categoryId: 'dairy' }));
    expect(rows.map(({ categoryId }) => categoryId)).toEqual(Array(5).fill('dairy'));
  });

  test.each([['~'], ['12~'], ['x~p_milk'], ['12~p_milk~']])('a forged cursor %s is INVALID_INPUT', async (cursor) => {
    const { world } = await aLaunchShop();
    expect(await world.call('zhou', 'catalog.list', { cursor })).toMatchObject({ ok: false, code: 'INVALID_INPUT' });
  });

  test('stock: 11 left is in, 10 is low, 0 is out', async () => {
    const { world } = await aLaunchShop();
    const shelf = world.engine.dump<{ _id: string; left: object }>('cells').find(({ _id }) => _id === 'shelf_01');
    const left = { ...shelf?.left, milk_950: 11, toast_400: 10, butter_200: 0 };
    world.engine.put('cells', { ...shelf, left } as never);
    const { rows } = dataOf<List>(await world.call('zhou', 'catalog.list', { categoryId: 'dairy' }));
    const stock = Object.fromEntries(rows.map(({ sku }) => [sku.skuId, sku.stock]));
    expect(stock).toMatchObject({
      milk_950: { state: 'in', left: 11 },
      toast_400: { state: 'low', left: 10 },
      butter_200: { state: 'out', left: 0 },
    });
  });
});

describe('search', () => {
  const find = async (text: string) => {
    const { world } = await aLaunchShop();
    return dataOf<List & { total: number; words: string[]; hot: string[] }>(
      await world.call('zhou', 'catalog.search', { text }),
    );
  };

  test.each([
    ['牛奶', ['p_milk']],
    ['西红柿', ['p_tomato']],
    ['鲜牛奶950ml', ['p_milk']],
    ['鲜牛奶 ９５０ＭＬ', ['p_milk']],
    ['火箭', []],
  ])('%s finds %j first', async (text, expected) => {
    const found = await find(text);
    expect(found.rows.slice(0, expected.length).map(({ productId }) => productId)).toEqual(expected);
    if (expected.length === 0) expect([found.total, found.rows]).toEqual([0, []]);
  });

  test('nothing sold yet: no word is called hot; sold since: the words are what sold', async () => {
    const { world } = await aLaunchShop();
    const hot = async () => dataOf<{ hot: string[] }>(await world.call('zhou', 'catalog.hot', {})).hot;
    expect(await hot()).toEqual([]);
    const shelf = world.engine
      .dump<{ _id: string; left: Record<string, number> }>('cells')
      .find(({ _id }) => _id === 'shelf_01');
    const left = { ...shelf?.left, milk_950: (shelf?.left.milk_950 ?? 0) - 7, egg_15: (shelf?.left.egg_15 ?? 0) - 3 };
    world.engine.put('cells', { ...shelf, left } as never);
    world.advance(15 * MINUTE_MS);
    await world.tick();
    world.advance(15 * MINUTE_MS);
    await world.tick();
    expect(await hot()).toEqual(['鲜牛奶', '散养鲜鸡蛋']);
    const { rows } = dataOf<List>(await world.call('zhou', 'catalog.list', {}));
    expect(rows.slice(0, 2).map(({ productId, soldCount }) => [productId, soldCount])).toEqual([
      ['p_milk', 7],
      ['p_egg', 3],
    ]);
  });
});

test('home is one call of 2 round trips when warm: banner, cards, coupons, tabs and goods', async () => {
  const { world } = await aLaunchShop();
  await world.call('zhou', 'account.session', {});
  await world.call('zhou', 'account.chooseEstate', { estateId: 'guihuali' });
  await world.call('zhou', 'catalog.home', {});
  world.db.restart();
  const home = dataOf<HomeView>(await world.call('zhou', 'catalog.home', {}));
  expect(world.db.meter.sequential).toBeLessThanOrEqual(2);
  expect(home).toMatchObject({ estateName: '桂花里小区', banner: { title: '早市 8 折' }, drawId: 'launch_draw' });
  expect([home.cards.length, home.tabs.length, home.products.rows.length]).toEqual([2, 8, 20]);
  expect(home.coupons.every(({ state }) => state !== 'not-for-you')).toBe(true);
});

test('no reply of the catalogue holds a cost, and no resident operation reads where costs lie', async () => {
  const { world } = await aLaunchShop();
  const read = new Set<string>();
  world.db.decide = ({ collection }) => {
    read.add(collection);
    return 'answer';
  };
  const replies = [
    await world.call('zhou', 'catalog.home', {}),
    await world.call('zhou', 'catalog.list', {}),
    await world.call('zhou', 'catalog.search', { text: '奶' }),
    await world.call('zhou', 'catalog.product', { productId: 'p_milk' }),
  ];
  expect(JSON.stringify(replies)).not.toMatch(/cost/i);
  expect(read.has('costs')).toBe(false);
});

test.each([
  ['catalog.product', { productId: 'p_nothing' }, 'PRODUCT_UNKNOWN'],
  ['catalog.product', { productId: { $gt: '' } }, 'INVALID_INPUT'],
  ['catalog.list', { sort: 'cheapest' }, 'INVALID_INPUT'],
  ['catalog.search', { text: '' }, 'INVALID_INPUT'],
])('%s %j is %s', async (operation, input, code) => {
  const { world } = await aLaunchShop();
  expect(await world.call('zhou', operation, input)).toMatchObject({ ok: false, code });
});
