import type { BundleView, GiftGoodView } from '@rooms/catalog/contract';
import { bundleFace, bundleTrouble, comingGiftFace } from './bundles';

const good = (skuId: string, name: string, spec: string) => ({
  ...{ skuId, productId: `p_${skuId}`, name, spec, picture: skuId, tint: 'sky' },
});

const component = (skuId: string, name: string, quantity: number): BundleView['components'][number] => ({
  ...good(skuId, name, '1 盒'),
  quantity,
  listFen: 1_250,
  stock: { state: 'in', left: 9 },
});

const greens = (more: Partial<GiftGoodView> = {}): GiftGoodView => ({
  ...good('greens', '上海青', '一把'),
  quantity: 2,
  valueUnitFen: 400,
  inStock: true,
  ...more,
});

const bundle = (more: Partial<BundleView> = {}): BundleView => ({
  offerId: 'b',
  campaignId: null,
  title: null,
  components: [component('milk', '鲜牛奶', 2), component('toast', '吐司', 1), component('egg', '鸡蛋', 1)],
  listFen: 5_000,
  setFen: 4_450,
  savingFen: 550,
  gift: null,
  substitute: null,
  residents: 'all',
  isForMe: true,
  endsAtMs: 0,
  maxSets: null,
  setsLeft: 1,
  ...more,
});

describe('a set as its card shows it', () => {
  test('without a title it is named by what is in it', () =>
    expect(bundleFace(bundle())).toMatchObject({
      title: '鲜牛奶、吐司，3 样一起',
      content: '鲜牛奶 1 盒 2 件 + 吐司 1 盒 + 鸡蛋 1 盒',
      saves: '一套省 ¥5.50',
      gift: '',
      trouble: null,
    }));

  test('a set at list price promises no saving', () => expect(bundleFace(bundle({ savingFen: 0 })).saves).toBe(''));

  test('1 set left can be bought, 0 cannot, and one for others says for whom it is', () => {
    expect(bundleTrouble(bundle({ setsLeft: 1 }))).toBeNull();
    expect(bundleTrouble(bundle({ setsLeft: 0 }))).toBe('有一样卖完了，补货了再来');
    expect(bundleTrouble(bundle({ isForMe: false, residents: 'new' }))).toBe('这套是给第一次来的邻居的');
  });
});

describe('the gift that comes', () => {
  const onion = greens({ ...good('onion', '小葱', '一把'), quantity: 1, valueUnitFen: 200 });

  test('the stated one, with its worth and what follows it', () =>
    expect(comingGiftFace(greens(), onion)).toMatchObject({
      name: '上海青 一把',
      notes: ['值 ¥8.00', '送完换小葱'],
    }));

  test('the substitute once it is gone', () =>
    expect(comingGiftFace(greens({ inStock: false }), onion)).toMatchObject({
      name: '小葱 一把',
      notes: ['值 ¥2.00', '原来那样送完了，换成这个'],
    }));

  test('none when both are gone: nothing is promised', () => {
    const gone = greens({ inStock: false });
    expect(comingGiftFace(gone, gone)).toBeNull();
    expect(bundleFace(bundle({ gift: gone, substitute: gone })).gift).toBe('');
  });
});
