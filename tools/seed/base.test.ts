import { readdirSync } from 'node:fs';
import path from 'node:path';
import { aLaunchShop } from '../../tests/support/launch-shop';
import { couponTemplates } from './data/coupons';
import { launchDraw } from './data/draw';
import { CATEGORIES, PRODUCTS } from './data/goods';
import { PEOPLE } from './data/people';
import { runTimeAround } from './publish';

test('40 products in 8 categories, 3 estates (2 served), 6 staff, 2 batches of flyers with 4 put up', async () => {
  const { world } = await aLaunchShop();
  const count = (collection: string) => world.engine.dump(collection).length;
  const counts = ['products', 'categories', 'estates', 'staff', 'flyerBatches', 'flyers'].map(count);
  expect(counts).toEqual([40, 8, 3, 6, 2, 4]);
});

test('the same seed gives the same codes, the same draw seed and the same goods', async () => {
  const [one, two] = [await aLaunchShop(), await aLaunchShop()];
  expect(two.flyers).toEqual(one.flyers);
  for (const collection of ['products', 'drawSeeds', 'cells', 'couponTemplates'])
    expect(two.world.engine.dump(collection)).toEqual(one.world.engine.dump(collection));
});

test('every picture that is named exists', () => {
  const pictures = new Set(
    readdirSync(path.join(__dirname, '../../assets/pictures')).map((file) => file.replace(/\.webp$/, '')),
  );
  const named = [...PRODUCTS, ...CATEGORIES, ...launchDraw(runTimeAround(0)).prizes].map(({ picture }) => picture);
  expect(named.filter((picture) => !pictures.has(picture))).toEqual([]);
});

test('what is kept cold goes bad: it is not returned without reason', () => {
  const cold = PRODUCTS.filter(({ details }) =>
    details.some(({ label, value }) => label === '保存' && /^冷/.test(value)),
  );
  expect(cold.length).toBeGreaterThan(10);
  expect(cold.filter(({ skus }) => skus.some(({ noReturn }) => noReturn !== true)).map(({ name }) => name)).toEqual([]);
});

test('the wheel has 8 fields whose odds sum to 1,000,000', () => {
  const { prizes } = launchDraw(runTimeAround(0));
  expect([prizes.length, prizes.reduce((sum, { oddsPpm }) => sum + oddsPpm, 0)]).toEqual([8, 1_000_000]);
});

test('the budget holds every coupon at its largest, all prizes, and leaves more than half', async () => {
  const { world } = await aLaunchShop();
  const [budget] = world.engine
    .dump<{ _id: string; left: Record<string, number>; initial: Record<string, number> }>('cells')
    .filter(({ _id }) => _id === 'budget_launch');
  const coupons = couponTemplates(runTimeAround(0))
    .filter(({ channels }) => !channels.includes('draw'))
    .reduce((sum, { total, terms }) => sum + total * ('capFen' in terms ? terms.capFen : terms.offFen), 0);
  expect((budget?.left.launch ?? 0) - coupons).toBeGreaterThan((budget?.initial.launch ?? 0) / 2);
});

test('everyone has an openid of their own that the browser client may use', () => {
  expect(new Set(PEOPLE.map(({ openid }) => openid)).size).toBe(PEOPLE.length);
  expect(PEOPLE.filter(({ openid }) => !/^o_[A-Za-z0-9_-]{3,60}$/.test(openid))).toEqual([]);
});
