import { OWNER } from '../../../tools/seed/base';
import { expectCalm, expectCheap } from './support/budget';
import { textOf } from './support/read';
import { Shop } from './support/shop';

const LAND = 'packages/referral/pages/land/index';
const MINE = 'packages/referral/pages/mine/index';
const POSTER = 'packages/referral/pages/poster/index';
/** WeChat's numbers: a scanned mini-program code, a page shown in the timeline. */
const SCANNED = 1_047;
const ON_TIMELINE = 1_154;

const GUI = 'o_gui_of_5';
const DEVICE = 'abcdefghijklmnopqrstuv';

let shop: Shop;
let scene = '';
beforeAll(async () => {
  shop = await Shop.open();
  await shop.settleIn(GUI);
  ({ scene } = await shop.ask<{ scene: string }>(GUI, 'referral.card', { deviceId: DEVICE }));
}, 120_000);
afterEach(() => shop.closePhones());
afterAll(() => shop.close());

const open = (openid: string, code = scene) =>
  shop.phone(openid, { route: LAND, query: { scene: encodeURIComponent(code) }, scene: SCANNED });

describe('the landing of a card', () => {
  test('says who invites and what both get, and one tap takes it and leads into the shop', async () => {
    const phone = await open('o_new_1');
    expect(textOf(phone, '#inviter')).toContain('桂花里小区');
    expect(textOf(phone, '#card-reward')).toContain('¥10');
    expect(textOf(phone, '#card-reward')).toContain('满 40 可用');
    expect(textOf(phone, '#card-note')).toBe('不用转发，也不用进群。30 天内下第一单都算。');
    expect(phone.calls.length).toBeLessThanOrEqual(2);
    expectCheap(await phone.measure(() => phone.tap('#take-card')));
    expect(phone.route).toBe('pages/home/index');
    expect(shop.wallet('o_new_1').referral).toMatchObject({ state: 'bound' });
    expectCalm(phone);
  });

  test('opened again it is taken, and gives nothing twice', async () => {
    const phone = await open('o_new_1');
    expect(phone.$$('#take-card')).toHaveLength(0);
    expect(textOf(phone, '#card-note')).toContain('收下了');
    expect(Object.keys(shop.wallet('o_new_1').coupons)).toHaveLength(0);
    await phone.tap('#enter-shop');
    expect(phone.route).toBe('pages/home/index');
  });

  test('one’s own card says so, and the shop is open all the same', async () => {
    const phone = await open(GUI);
    expect(textOf(phone, '#card-note')).toContain('这是您自己的卡片');
    await phone.tap('#enter-shop');
    expect(phone.route).toBe('pages/home/index');
    expectCalm(phone);
  });

  test.each([
    ['nobody’s', 'Ab3_-xYz90Qw12ErAb3_-xYz90Qw12Er'],
    ['of another shape', 'Ab3'],
  ])('a code %s opens nothing but the shop', async (_, code) => {
    const phone = await open('o_passer', code);
    expect(phone.attribute('#no-card', 'data-code') ?? 'CARD_UNKNOWN').toBe('CARD_UNKNOWN');
    await phone.tap('#empty-action');
    expect(phone.route).toBe('pages/home/index');
    expectCalm(phone);
  });

  test('in the timeline, where nobody is signed in, it asks the cloud nothing and names the way in', async () => {
    const phone = await shop.phone('o_passer', { route: LAND, query: { scene }, scene: ON_TIMELINE });
    expect(phone.text).toContain('前往小程序');
    expect(phone.calls).toEqual([]);
  });

  test('a card that opens the app is no flyer', async () => {
    const phone = await open('o_passer_2');
    expect(phone.storage).not.toHaveProperty(['linli.flyer']);
  });
});

describe('what forwarding sends', () => {
  test('from the landing and the progress page the same card, to friends and to the timeline', async () => {
    const path = `/${LAND}?scene=${scene}`;
    const landing = await open('o_passer');
    expect(landing.share()).toMatchObject({ path });
    expect(landing.shareTimeline()).toMatchObject({ query: `scene=${scene}` });
    const mine = await shop.phone(GUI, { route: MINE });
    expect(mine.share()).toMatchObject({ path });
    const [live] = mine.used.filter(({ api }) => api === 'updateShareMenu');
    expect(live?.options).toMatchObject({ isUpdatableMessage: true });
  });

  test('from home and from goods the page itself, without anybody’s card', async () => {
    const home = await shop.phone(GUI);
    expect(home.share()).toMatchObject({ path: '/pages/home/index' });
    const product = await shop.phone(GUI, { route: 'packages/catalog/pages/product/index', query: { id: 'p_milk' } });
    expect(product.share()).toMatchObject({ path: '/packages/catalog/pages/product/index?id=p_milk' });
  });

  test('no page asks for it: nothing opens a dialog by itself', async () => {
    for (const route of [MINE, POSTER]) {
      const phone = await shop.phone(GUI, { route });
      expect(phone.used.filter(({ api }) => /showModal|showActionSheet|showShare/.test(api))).toEqual([]);
    }
  });
});

describe('the poster', () => {
  const words = (phone: Awaited<ReturnType<typeof open>>) =>
    phone.used.filter(({ api }) => api === 'canvas.fillText').map(({ options }) => options.text);

  test('is drawn with the shop, the reward and the code that the platform made, and goes into the album', async () => {
    const phone = await shop.phone(GUI, { route: POSTER });
    phone.answers.saveImageToPhotosAlbum = () => ({});
    const drawn = words(phone);
    expect(drawn).toEqual(expect.arrayContaining(['楼下这家店，', '您和我各得 ', '¥10 券', '微信扫一扫']));
    expect(drawn).toContain('满 40 可用，12 月 6 日前有效');
    const pictures = phone.used
      .filter(({ api }) => api === 'canvas.drawImage')
      .map(({ options }) => String(options.src));
    expect(pictures.filter((src) => src.startsWith('data:image/png;base64,'))).toHaveLength(1);
    expect(textOf(phone, '#earns-nothing')).toContain('把海报发出去本身没有奖励');
    await phone.tap('#save-poster');
    const [saved] = phone.used.filter(({ api }) => api === 'saveImageToPhotosAlbum');
    expect(saved?.options.filePath).toMatch(/^wxfile:/);
    expect(phone.toasts).toContain('存好了，在相册里');
    expectCalm(phone);
  });

  test.each(['auth deny', 'auth denied', 'authorize no response'])(
    'an album that is closed (%s) leads to the settings by one’s own tap',
    async (why) => {
      const phone = await shop.phone(GUI, { route: POSTER });
      phone.answers.saveImageToPhotosAlbum = () => {
        throw { errMsg: `saveImageToPhotosAlbum:fail ${why}` };
      };
      phone.answers.showModal = () => ({ confirm: true });
      await phone.tap('#save-poster');
      expect(phone.used.filter(({ api }) => api === 'openSetting')).toHaveLength(1);
      expect(phone.toasts).toEqual([]);
    },
  );

  test('a no to the privacy guide is a no: nothing is said and nothing opens', async () => {
    const phone = await shop.phone(GUI, { route: POSTER });
    phone.answers.saveImageToPhotosAlbum = () => {
      throw { errMsg: 'saveImageToPhotosAlbum:fail privacy permission is not authorized', errno: 104 };
    };
    await phone.tap('#save-poster');
    expect(phone.used.filter(({ api }) => /openSetting|showModal/.test(api))).toEqual([]);
    expect(phone.toasts).toEqual([]);
  });

  test('a product’s picture that does not load is left out; without the code it is drawn again', async () => {
    const phone = await shop.phone(GUI, {
      route: POSTER,
      answers: {
        loadImage: ({ src }) => {
          if (!String(src).startsWith('data:')) throw new Error('404');
        },
      },
    });
    expect(phone.$$('#save-poster')).toHaveLength(1);
    const broken = await shop.phone(GUI, {
      route: POSTER,
      answers: {
        loadImage: () => {
          throw new Error('404');
        },
      },
    });
    expect(broken.$$('#save-poster')).toHaveLength(0);
    broken.answers.loadImage = () => ({});
    await broken.tap('#draw-again');
    expect(broken.$$('#save-poster')).toHaveLength(1);
  });
});

describe('how far the neighbours are', () => {
  test('each with a step, the sums above, and the code for who stands beside one', async () => {
    const phone = await shop.phone(GUI, { route: MINE });
    expect(phone.calls.filter(({ data }) => operationOf(data) !== 'referral.liveCard').length).toBeLessThanOrEqual(2);
    expect(textOf(phone, '#came')).toBe('1位邻居来过');
    expect(textOf(phone, '#received')).toBe('0位收到第一单');
    expect(textOf(phone, '#neighbours')).toContain('收下了卡片，还没下单');
    await phone.tap('#show-code');
    expect(String(phone.attribute('#my-code', 'src'))).toMatch(/^data:image\/png;base64,/);
    await phone.tap('#dress-card');
    expect(phone.route).toBe('packages/referral/pages/card/index');
    expectCalm(phone);
  });

  test('people of the shop read that they do not take part, and are offered no card', async () => {
    const phone = await shop.phone(OWNER.openid, { route: MINE });
    expect(textOf(phone, '#no-card-note')).toBe('店里的人不参加');
    expect(phone.$$('#see-poster')).toHaveLength(0);
    expect(phone.share()).toMatchObject({ path: '/pages/home/index' });
    expectCalm(phone);
  });

  test('a name of one’s own is on the card when it is kept', async () => {
    const phone = await shop.phone(GUI, { route: 'packages/referral/pages/card/index' });
    await phone.input('#card-name', '桂姨');
    await phone.tap('#showsBuilding');
    await phone.tap('#keep-card');
    const landing = await open('o_passer_3');
    expect(textOf(landing, '#inviter')).toContain('桂花里小区 3 号楼的桂姨');
    expectCalm(phone);
  });

  test('who was invited sees the way of the own first order', async () => {
    const phone = await shop.phone('o_new_1', { route: MINE });
    expect(textOf(phone, '#invited')).toContain('请您来的');
    expect(textOf(phone, '#invited')).toContain('您得 ¥10 券');
    expectCalm(phone);
  });

  test('the rules have every number of the programme', async () => {
    const phone = await shop.phone(GUI, { route: 'packages/referral/pages/rules/index' });
    for (const number of ['¥10 券', '30 天', '20 位', '50 位', '7 天']) expect(phone.text).toContain(number);
    expectCalm(phone);
  });
});

describe('staff', () => {
  test('look at what is held, and say why it counts', async () => {
    const bind = (index: number) =>
      shop.ask<{ state: string; referralId: string }>(`o_crowd_${index}`, 'referral.bind', { scene, deviceId: DEVICE });
    const held = await bind(1);
    expect(held.state).toBe('held');
    const phone = await shop.phone(OWNER.openid, { route: 'packages/staff/pages/referrals/index' });
    expect(textOf(phone, `#held-${held.referralId}`)).toContain('同一台手机');
    await phone.tap(`#pass-${held.referralId}`);
    await phone.input('#note', '问过了，借的手机');
    await phone.tap('#decided');
    expect(phone.toasts).toContain('记好了，算数');
    expect(phone.$$(`#held-${held.referralId}`)).toHaveLength(0);
    expectCalm(phone);
  });
});

const operationOf = (data: unknown): unknown => (data as { operation?: unknown }).operation;
