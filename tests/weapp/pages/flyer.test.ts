import { residentId } from '../../../cloudfunctions/kernel/ids';
import { DAY_MS } from '../../../cloudfunctions/kernel/period';
import type { Wallet } from '../../../cloudfunctions/kernel/wallet';
import { LOCAL_APPID, PROMOTER } from '../../../tools/seed/base';
import { storeDb } from '../../../tools/seed/store-db';
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

const passer = residentId(LOCAL_APPID, 'o_passer');

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

  const madeUp = (): string => shop.flyers.active.slice(0, 11) + 'A'.repeat(16);
  test.each([
    ['retired', () => shop.flyers.retired, '这张传单已经收回了'],
    ['sleeping', () => shop.flyers.sleeping, '这张传单还没开张'],
    ['forged', madeUp, '这个码不是我们店的'],
    ['misread', (): string => 'abc', '这个码不是我们店的'],
  ] as const)('a %s one says so and still leads into the shop', async (_, code, title) => {
    const phone = await scan('o_passer', code());
    expect(textOf(phone, '#no-offer')).toContain(title);
    expect(phone.$$('#flyer-claim')).toHaveLength(0);
    await phone.tap('#enter-shop');
    expect(phone.route).toBe('pages/home/index');
    expect(Object.keys(shop.documents<Wallet>('wallets').find(({ _id }) => _id === passer)?.coupons ?? {})).toEqual([]);
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

  test('moved to another estate’s wall, the promoter is asked first, and it stays in the bag', async () => {
    const phone = await shop.phone(PROMOTER.openid, { route: 'packages/staff/pages/flyer/index' });
    phone.answers.scanCode = () => ({ path: `${LAND}?scene=${shop.flyers.active}`, result: '', scanType: 'WX_CODE' });
    await phone.tap('#scan');
    await phone.tap('#place-lift');
    await phone.tap('#activate');
    phone.answers.scanCode = () => ({ path: `${LAND}?scene=${shop.flyers.lakeside}`, result: '', scanType: 'WX_CODE' });
    phone.answers.showModal = () => ({ confirm: false, cancel: true });
    await phone.tap('#scan');
    await phone.tap('#place-gate');
    await phone.tap('#activate');
    const flyers = shop.documents<{ scene: string; place: string }>('flyers');
    expect(flyers.find(({ scene }) => scene === shop.flyers.lakeside)).toMatchObject({ place: 'board' });
    expectCalm(phone);
  });

  test('its last coupon gone it says so; at its end too', async () => {
    const db = storeDb(shop.cloud.store);
    for (const { _id } of shop.documents<{ _id: string }>('cells').filter(({ _id }) => _id.startsWith('tpl_hello60_')))
      await db.update('cells', { _id }, { left: { n: 0 } });
    expect(textOf(await scan('o_late', shop.flyers.active), '#no-offer')).toContain('这张传单的礼已经领完了');
    shop.cloud.clock.advance(60 * DAY_MS);
    expect(textOf(await scan('o_late', shop.flyers.active), '#no-offer')).toContain('这张传单过期了');
  });
});
