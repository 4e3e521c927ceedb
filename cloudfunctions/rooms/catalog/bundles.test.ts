import { aLaunchShop, dataOf } from '../../../tests/support/launch-shop';
import type { World } from '../../../tests/support/world';
import { MORE_OFFERS } from '../../../tools/seed/base';
import { MINUTE_MS } from '../../kernel/period';
import { PAID_ORDERS } from '../../kernel/wallet';
import type { BundleView, HomeView, ProductView } from './contract';

type Stored = { readonly _id: string };

const listed = async (world: World): Promise<readonly BundleView[]> =>
  dataOf<{ bundles: readonly BundleView[] }>(await world.call('ann', 'catalog.bundles', {})).bundles;
const shown = (world: World, offerId: string) => world.call('ann', 'catalog.bundle', { offerId });
const product = async (world: World, productId: string) =>
  dataOf<ProductView>(await world.call('ann', 'catalog.product', { productId }));

function stock(world: World, left: { readonly [skuId: string]: number }): void {
  const shelf = world.engine.dump<Stored & { left: object }>('cells').find(({ _id }) => _id === 'shelf_01');
  world.engine.put('cells', { ...shelf, left: { ...shelf?.left, ...left } } as never);
}

function returning(world: World): void {
  const wallet = world.engine.dump<Stored>('wallets').find(({ _id }) => _id === world.residentId('ann'));
  world.engine.put('wallets', { ...wallet, counters: { [PAID_ORDERS]: 1 } } as never);
}

describe('sets', () => {
  test('the breakfast set: ¥44.50 of goods for ¥35.90', async () => {
    const { world } = await aLaunchShop();
    expect(dataOf<BundleView>(await shown(world, MORE_OFFERS.breakfastSet))).toMatchObject({
      ...{ title: '早饭一桌', listFen: 4_450, setFen: 3_590, savingFen: 860, residents: 'all', isForMe: true },
      components: [{ skuId: 'cheese_12' }, { skuId: 'juice_1' }, { skuId: 'toast_400', quantity: 1, listFen: 980 }],
      ...{ gift: null, maxSets: null, setsLeft: 400 },
    });
  });

  test('the welcome set is listed for whoever is new, with its soap; later it is not for them, and says so', async () => {
    const { world } = await aLaunchShop();
    const welcome = (views: readonly BundleView[]) => views.find(({ offerId }) => offerId === MORE_OFFERS.welcomeSet);
    expect(welcome(await listed(world))).toMatchObject({
      ...{ residents: 'new', isForMe: true, maxSets: 1 },
      gift: { skuId: 'soap_3', valueUnitFen: 1_290, inStock: true },
      substitute: { skuId: 'toothbrush_2' },
    });
    returning(world);
    expect(welcome(await listed(world))).toBeUndefined();
    expect(await shown(world, MORE_OFFERS.welcomeSet)).toMatchObject({ ok: true, data: { isForMe: false } });
  });

  test('5 toasts are 2 sandwich sets of 2; without soap the toothbrush comes', async () => {
    const { world } = await aLaunchShop();
    stock(world, { toast_400: 5, soap_3: 0 });
    expect(await shown(world, MORE_OFFERS.sandwichSet)).toMatchObject({ data: { setsLeft: 2 } });
    expect(await shown(world, MORE_OFFERS.welcomeSet)).toMatchObject({
      data: { gift: { inStock: false }, substitute: { inStock: true } },
    });
  });

  test('what is no set, or is paused, is OFFER_UNKNOWN', async () => {
    const { world } = await aLaunchShop();
    world.asStaff('op', ['operator']);
    const offerId = MORE_OFFERS.breakfastSet;
    await world.staffCall('op', 'campaign.pause', { campaignId: 'breakfast', offerId });
    for (const id of [MORE_OFFERS.dumplingGift, 'nope', offerId])
      expect(await shown(world, id)).toMatchObject({ code: 'OFFER_UNKNOWN' });
    expect((await listed(world)).map((view) => view.offerId)).not.toContain(offerId);
  });
});

describe('the card of home', () => {
  const card = async (world: World) => dataOf<HomeView>(await world.call('ann', 'catalog.home', {})).sets;
  const goods = ({ components }: Pick<BundleView, 'components'>) =>
    components.map(({ skuId, name, picture, tint }) => ({ skuId, name, picture, tint }));

  test('counts the sets that this resident can take home, with the largest saving, and shows the first', async () => {
    const { world } = await aLaunchShop();
    const views = await listed(world);
    const [first] = views;
    if (!first) throw new Error('no sets');
    const mostSavingFen = Math.max(...views.map(({ savingFen }) => savingFen));
    expect(await card(world)).toEqual({
      ...{ count: 3, mostSavingFen, title: first.title },
      components: goods(first),
    });
    returning(world);
    expect(await card(world)).toMatchObject({ count: 2 });
  });

  test('a set that is sold out is not counted a minute later; without toast there is none, and no card', async () => {
    const { world } = await aLaunchShop();
    await world.call('ann', 'account.session', {});
    returning(world);
    stock(world, { juice_1: 0 });
    expect(await card(world)).toMatchObject({ count: 1, title: '三明治套餐' });
    stock(world, { toast_400: 0 });
    world.advance(MINUTE_MS);
    expect(await card(world)).toBeNull();
  });

  test('where sets are paused there is no card', async () => {
    const { world } = await aLaunchShop();
    world.asStaff('op', ['operator']);
    await world.staffCall('op', 'campaign.pause', { campaignId: 'breakfast' });
    expect(await card(world)).toBeNull();
  });
});

describe('the product page', () => {
  test('names the gift that comes with two, and its substitute', async () => {
    const { world } = await aLaunchShop();
    expect((await product(world, 'p_dumpling')).gifts).toMatchObject([
      {
        ...{ title: '水饺买 2 送 1', everyUnits: 2, maxTimes: 3 },
        gift: { skuId: 'garlic_3', name: '新蒜', quantity: 1, valueUnitFen: 390, inStock: true },
        substitute: { skuId: 'salt_400' },
      },
    ]);
  });

  test('names both sets that hold a toast, the larger saving first; rice is in none', async () => {
    const { world } = await aLaunchShop();
    const { bundles } = await product(world, 'p_toast');
    expect(bundles.map(({ offerId }) => offerId)).toEqual([MORE_OFFERS.sandwichSet, MORE_OFFERS.breakfastSet]);
    expect((await product(world, 'p_rice')).bundles).toEqual([]);
  });
});
