import jsQR from 'jsqr';
import type { Wallet } from '../../cloudfunctions/kernel/wallet';
import type { Order } from '../../cloudfunctions/rooms/order';
import { COURIER, OSMANTHUS, SHOP, TEMPLATES } from '../../tools/seed/base';
import { type House, openHouse } from '../support/house';
import { ordered, settled } from '../support/ordering';
import type { Visitor } from '../support/visitor';

const LONG_MS = 120_000;
const GUI = 'o_gui_of_602';
const ANN = 'o_ann';
const MINE = '/packages/referral/pages/mine/index';
const POSTER = '/packages/referral/pages/poster/index';
const DETAIL = '/packages/order/pages/detail/index';
const BASKET = { rice_5: 2, milk_950: 3 };

describe('a neighbour comes by the code on a poster, and both homes are rewarded when the first order is received', () => {
  let house: House;
  let gui: Visitor;
  let ann: Visitor;
  let landing = '';
  let orderId = '';
  beforeAll(async () => {
    house = await openHouse();
    await movesIn(house, GUI);
    gui = await house.enter(GUI, MINE);
  }, LONG_MS);
  afterAll(() => house.close());

  const walletOf = (residentId: string): Wallet => {
    const found = house.dump<Wallet>('wallets').find(({ _id }) => _id === residentId);
    if (!found) throw new Error(`no wallet ${residentId}`);
    return found;
  };
  const residentOf = async (openid: string): Promise<string> =>
    (await house.driver.resident<{ residentId: string }>(openid, 'account.session', {})).residentId;
  const rewards = async (openid: string): Promise<string[]> =>
    Object.values(walletOf(await residentOf(openid)).coupons)
      .filter(({ templateId }) => templateId === TEMPLATES.neighbour40)
      .map(({ status }) => status.state);

  test(
    'her page says what both get, and that posting the poster earns nothing',
    async () => {
      expect(await gui.see('referrals')).toContain('邻居收到第一单，两家各得');
      expect(await gui.see('came')).toContain('0');
      await gui.longShot('referral-empty-light');
      await gui.tap('see-poster');
      await gui.sees('poster', 'data-state', 'drawn');
      expect(await gui.see('earns-nothing')).toContain('把海报发出去本身没有奖励');
      const [download] = await Promise.all([gui.page.waitForEvent('download'), gui.tap('save-poster')]);
      expect(download.suggestedFilename()).toBe('邻礼海报.png');
      await gui.shot('poster-light');
    },
    LONG_MS,
  );

  test(
    'a camera reads the poster’s code: it leads to her card',
    async () => {
      landing = await codeOn(gui);
      expect(landing).toMatch(/#\/packages\/referral\/pages\/land\/index\?scene=[A-Za-z0-9_-]{32}$/);
    },
    LONG_MS,
  );

  test(
    'the new neighbour sees who invites and the steps, and takes the card by one tap',
    async () => {
      await house.driver.resident(GUI, 'referral.dressCard', {
        ...{ name: '桂姨', lineId: 'fresh' },
        ...{ showsBuilding: true, showsGoods: false },
      });
      ann = await house.enter(ANN, landing.slice(landing.indexOf('#') + 1));
      expect(await ann.see('inviter')).toContain('桂花里小区 5 号楼的桂姨');
      expect(await ann.see('card-reward')).toContain('满 40 可用');
      await ann.shot('card-landing-light');
      await ann.tap('take-card');
      await ann.read('收下了');
      expect(walletOf(await residentOf(ANN)).referral).toMatchObject({ state: 'bound' });
      await gui.open(MINE);
      expect(await gui.see('neighbours')).toContain('收下了卡片，还没下单');
      expect([await rewards(ANN), await rewards(GUI)]).toEqual([[], []]);
    },
    LONG_MS,
  );

  test(
    'paid and delivered it is a step further, and nobody has anything yet',
    async () => {
      const addressId = await settled(house, ANN, BASKET);
      orderId = await ordered(house, ANN, addressId, BASKET);
      await house.driver.resident(ANN, 'order.pay', { orderId });
      await house.cloud.pay.pay(orderId);
      await house.driver.staff(SHOP.openid, 'order.move', { orderId, to: 'picked' });
      for (const to of ['dispatched', 'delivered'])
        await house.driver.staff(COURIER.openid, 'order.move', { orderId, to });
      await gui.open(MINE);
      expect(await gui.see('neighbours')).toContain('送到了，等邻居确认收货');
      expect([await rewards(ANN), await rewards(GUI)]).toEqual([[], []]);
    },
    LONG_MS,
  );

  test(
    'received, both have the coupon, once, however often receipt is told',
    async () => {
      await ann.open(`${DETAIL}?id=${orderId}`);
      await ann.tap('receive');
      await ann.answer('收到了');
      await ann.sees('order', 'data-state', 'received');
      await house.driver.resident(ANN, 'order.receive', { orderId });
      for (let rounds = 0; rounds < 3; rounds += 1) await house.cloud.fireTimers();
      expect([await rewards(ANN), await rewards(GUI)]).toEqual([['usable'], ['usable']]);
      expect(house.dump<Order>('orders')).toHaveLength(1);
    },
    LONG_MS,
  );

  test(
    'both read it on their own page',
    async () => {
      await gui.open(MINE);
      expect(await gui.see('neighbours')).toContain('收到货了，券已发给两位');
      expect(await gui.see('received')).toContain('1');
      expect(await gui.see('gained')).toContain('¥10');
      await gui.longShot('referral-progress-light');
      await ann.open(MINE);
      expect(await ann.see('invited')).toContain('桂姨请您来的');
      expect(await ann.see('invited')).toContain('收到货了，已发给两位');
      expect([...gui.errors, ...ann.errors]).toEqual([]);
    },
    LONG_MS,
  );

  test(
    'in the dark, and one’s own card is no way to a second coupon',
    async () => {
      const dark = await house.enter(GUI, landing.slice(landing.indexOf('#') + 1), { colorScheme: 'dark' });
      expect(await dark.see('card-note')).toContain('这是您自己的卡片');
      await dark.shot('card-landing-dark');
      await dark.open(POSTER);
      await dark.sees('poster', 'data-state', 'drawn');
      await dark.shot('poster-dark');
      await dark.open(MINE);
      await dark.see('neighbours');
      await dark.longShot('referral-progress-dark');
      expect(dark.errors).toEqual([]);
    },
    LONG_MS,
  );
});

/** Lives in 5 号楼 602, next to nobody of this story. */
async function movesIn({ driver, cloud }: House, openid: string): Promise<void> {
  await driver.resident(openid, 'account.session', {});
  const home = { estateId: OSMANTHUS, building: '5 号楼', room: '602', contactName: '桂姨', phone: '13900139000' };
  await driver.resident(openid, 'account.saveAddress', home, driver.key(cloud.clock.nowMs(), `${openid} address`));
}

/** What a camera reads off the poster in front. */
async function codeOn(visitor: Visitor): Promise<string> {
  const picture = await visitor.page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('#poster-canvas canvas, canvas#poster-canvas');
    const pen = canvas?.getContext('2d');
    if (!canvas || !pen) throw new Error('no poster');
    const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
    return { data: btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join('')), width, height };
  });
  const pixels = new Uint8ClampedArray(Buffer.from(picture.data, 'base64'));
  return jsQR(pixels, picture.width, picture.height)?.data ?? '';
}
