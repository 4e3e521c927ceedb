import jsQR from 'jsqr';
import { HOUR_MS } from '../../../cloudfunctions/kernel/period';
import { OWNER, PROMOTER } from '../../../tools/seed/base';
import { readGif } from '../../support/gif';
import { expectCalm, expectCheap, expectSmall } from './support/budget';
import { textOf } from './support/read';
import { Shop } from './support/shop';

const EVENT = 'packages/event/pages/event/index';
const ENTRANCE = 'packages/staff/pages/check-in/index';

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
}, 120_000);
afterEach(() => shop.closePhones());
afterAll(() => shop.close());

const market = () => shop.events[0] ?? '';
const tasting = () => shop.events[1] ?? '';
const open = (openid: string, id: string) => shop.phone(openid, { route: EVENT, query: { id } });

test('two seats in three taps: the code stands there to scan and to read out, and the seats are gone', async () => {
  const phone = await open('o_mei', market());
  expect(phone.text).toContain('到场扫码，得一张 ¥5 券');
  expect(phone.text).toContain('报名、到场都不用买东西，也不用带人来。');
  expectSmall(phone);
  expectCheap(phone.cost);
  await phone.tap('#seats-more');
  expectCheap(await phone.measure(() => phone.tap('#sign-up')));
  expect(phone.text).toContain('您报好名了');
  expect(textOf(phone, '#seats-left')).toContain('118');
  const { data, width, height } = readGif(String(phone.attribute('.ll-qr__picture', 'src')));
  expect(jsQR(data, width, height)?.data).toMatch(new RegExp(`^linli:event:${market()}:[0-9a-f]{20}$`));
  expectCalm(phone);
});

test('who changes the number, and then does not come, gives the seats back', async () => {
  await shop.ask('o_an', 'event.signUp', { eventId: market(), seats: 2 });
  const phone = await open('o_an', market());
  await phone.tap('#change-seats');
  await phone.tap('#new-seats-less');
  await phone.tap('#save-seats');
  expect(phone.text).toContain('1 位');
  await phone.tap('#cancel');
  expect(phone.text).toContain('报名');
  expect(phone.$$('#event-qr')).toHaveLength(0);
});

test('a full tasting: the line, the offered seat and taking it up', async () => {
  for (const who of ['o_a', 'o_b', 'o_c']) await shop.ask(who, 'event.signUp', { eventId: tasting(), seats: 2 });
  const phone = await open('o_bo', tasting());
  expect(textOf(phone, '#seats-left')).toContain('位子满了');
  expect(textOf(phone, '#sign-up')).toBe('排队等位');
  await phone.tap('#sign-up');
  expect(textOf(phone, '#in-line')).toContain('您排第 1，空出来就给您留 2 小时');
  await shop.ask('o_a', 'event.cancel', { eventId: tasting() });
  const later = await open('o_bo', tasting());
  expect(textOf(later, '#offered')).toContain('空出 1 个位子');
  await later.tap('#take');
  expect(later.text).toContain('您报好名了');
  expectCalm(later);
});

test('at the entrance: the 8 digits let in once, the coupon is in the wallet, and a second time says so', async () => {
  await shop.ask('o_gui', 'event.signUp', { eventId: market(), seats: 3 });
  const mine = await open('o_gui', market());
  const digits = textOf(mine, '.event-code');
  shop.cloud.clock.moveTo(shop.cloud.clock.nowMs() + 22 * HOUR_MS);
  const staff = await shop.phone(PROMOTER.openid, { route: ENTRANCE });
  expect(staff.text).toContain('周末集市');
  await staff.input('#digits', digits);
  expectCheap(await staff.measure(() => staff.tap('#check')));
  expect(textOf(staff, '#checked')).toContain('3 位，请进');
  expect(textOf(staff, '#checked')).toContain('“谢谢您来集市”放进券包了');
  const coupons = () => Object.values(shop.wallet('o_gui').coupons).filter(({ source }) => source === 'event');
  expect(coupons()).toHaveLength(1);
  await staff.input('#digits', digits);
  await staff.tap('#check');
  expect(textOf(staff, '#checked')).toContain('已经签过，券不重发');
  expect(coupons()).toHaveLength(1);
  await staff.input('#digits', '00000000');
  await staff.tap('#check');
  expect(textOf(staff, '#refused')).toContain('名单上没有这个码');
  const guests = await shop.phone(OWNER.openid, { route: 'packages/staff/pages/event/index', query: { id: market() } });
  expect(textOf(guests, '#guests')).toContain('3 位到了');
  expectCalm(staff);
});
