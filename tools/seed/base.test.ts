import { makeAccountRoom } from '../../cloudfunctions/rooms/account';
import { campaignRoom } from '../../cloudfunctions/rooms/campaign';
import { catalogRoom } from '../../cloudfunctions/rooms/catalog';
import { couponRoom } from '../../cloudfunctions/rooms/coupon';
import { drawRoom } from '../../cloudfunctions/rooms/draw';
import { outreachRoom } from '../../cloudfunctions/rooms/outreach';
import { aWorld } from '../../tests/support/world';
import { seedForTests, TEST_NOW_MS } from './base';

const rooms = [
  makeAccountRoom({ cartCount: async () => 0 }),
  campaignRoom,
  catalogRoom,
  couponRoom,
  drawRoom,
  outreachRoom,
];

async function aShop() {
  const world = aWorld(rooms, { startAtMs: TEST_NOW_MS });
  const shop = await seedForTests(world.engine, { appid: 'wx_test' });
  return { world, shop };
}

test('the base shop: 40 products, 8 categories, 3 estates, 6 staff', async () => {
  const { world } = await aShop();
  const count = (collection: string) => world.engine.dump(collection).length;
  expect([count('products'), count('categories'), count('estates'), count('staff')]).toEqual([40, 8, 3, 6]);
});

test('seeding twice gives the same flyer codes and changes nothing', async () => {
  const { world, shop } = await aShop();
  const before = world.engine.dump('products');
  const { flyers } = await seedForTests(aWorld(rooms, { startAtMs: TEST_NOW_MS }).engine, { appid: 'wx_test' });
  expect(flyers).toEqual(shop.flyers);
  expect(world.engine.dump('products')).toEqual(before);
});

test('every operation of a first visit answers', async () => {
  const { world, shop } = await aShop();
  const ask = async (operation: string, input: object, key?: string) => {
    world.db.restart();
    const reply = await world.call('new', operation, input, key);

    return reply;
  };
  await ask('account.session', {});
  await ask('outreach.land', { scene: shop.flyers.active });
  await ask('outreach.claim', { scene: shop.flyers.active }, world.key());
  await ask('outreach.land', { scene: shop.flyers.sleeping });
  await ask('outreach.land', { scene: shop.flyers.retired });
  await ask('outreach.land', { scene: 'AAAAAAAAAAAAAAAA' });
  await ask('catalog.home', {});
  await ask('catalog.home', {});
  await ask('catalog.list', { categoryId: 'dairy' });
  await ask('catalog.list', { sort: 'price-down' });
  await ask('catalog.search', { text: '牛奶' });
  await ask('catalog.product', { productId: 'p_milk' });
  await ask('catalog.categories', {});
  await ask('campaign.view', { campaignId: 'launch' });
  await ask('account.session', {});
});
