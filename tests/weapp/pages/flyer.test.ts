import { PROMOTER } from '../../../tools/seed/base';
import { expectCalm, expectCheap } from './support/budget';
import { textOf } from './support/read';
import { Shop } from './support/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
}, 120_000);
afterEach(() => shop.closePhones());
afterAll(() => shop.close());

const LAND = 'packages/outreach/pages/land/index';
/** WeChat's number for "scanned a mini-program code"; it hands the code's text over as `scene`, escaped. */
const SCANNED = 1_047;

const scan = (openid: string, code: string) =>
  shop.phone(openid, { route: LAND, query: { scene: encodeURIComponent(code) }, scene: SCANNED });

describe('a flyer in WeChat', () => {
  test('scanned in the lift: the estate by name, ¥8 by one tap, into the wallet and into the shop', async () => {
    const phone = await scan('o_new', shop.flyers.active);
    expect(phone.text).toContain('桂花里');
    expectCheap(await phone.measure(() => phone.tap('#flyer-claim')));
    expect(phone.$$('#flyer-claim')).toHaveLength(0);
    const coupons = Object.values(shop.wallet('o_new').coupons);
    expect(coupons).toMatchObject([{ templateId: 'hello60', status: { state: 'usable' } }]);
    await phone.tap('#enter-shop');
    expect(phone.route).toBe('pages/home/index');
    expect(textOf(phone, '#estate')).toContain('桂花里小区');
    expectCalm(phone);
  });

  test('scanned again it gives nothing twice', async () => {
    await scan('o_new', shop.flyers.active);
    const phone = await scan('o_new', shop.flyers.active);
    expect(phone.$$('#flyer-claim')).toHaveLength(0);
    expect(Object.keys(shop.wallet('o_new').coupons)).toHaveLength(1);
  });

  test.each(['retired', 'sleeping'] as const)('a %s one says so and still leads into the shop', async (which) => {
    const phone = await scan('o_passer', shop.flyers[which]);
    expect(phone.$$('#no-offer')).toHaveLength(1);
    expect(phone.$$('#flyer-claim')).toHaveLength(0);
    await phone.tap('#enter-shop');
    expect(phone.route).toBe('pages/home/index');
    expect(shop.wallet('o_passer').coupons).toEqual({});
    expectCalm(phone);
  });

  test('put up by a promoter: scanned by the camera, placed, active, and it welcomes the next neighbour', async () => {
    const phone = await shop.phone(PROMOTER.openid, { route: 'packages/staff/pages/flyer/index' });
    phone.answers.scanCode = () => ({ path: `${LAND}?scene=${shop.flyers.sleeping}`, result: '', scanType: 'WX_CODE' });
    await phone.tap('#scan');
    expect(phone.$$('#flyer')).toHaveLength(1);
    await phone.tap('#place-lift');
    await phone.input('#flyer-note', '5 号楼电梯口');
    expectCheap(await phone.measure(() => phone.tap('#activate')));
    const flyers = shop.documents<{ scene: string; state: string; note: string }>('flyers');
    expect(flyers.find(({ scene }) => scene === shop.flyers.sleeping)).toMatchObject({
      state: 'active',
      note: '5 号楼电梯口',
    });
    expect((await scan('o_next', shop.flyers.sleeping)).$$('#flyer-claim')).toHaveLength(1);
    expectCalm(phone);
  });
});
