import { OSMANTHUS, OWNER } from '../../../tools/seed/base';
import { expectCalm, expectCheap, expectSmall } from './support/budget';
import { textOf } from './support/read';
import { Shop } from './support/shop';

const GROUP = 'packages/group/pages/entry/index';
const STAFF = 'packages/staff/pages/groups/index';

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
  for (const who of ['o_mei', 'o_an']) {
    await shop.ask(who, 'account.session');
    await shop.ask(who, 'account.chooseEstate', { estateId: OSMANTHUS });
  }
}, 120_000);
afterEach(() => shop.closePhones());
afterAll(() => shop.close());

test("the second group's code, because the first is full; that joining changes no price stands beside it", async () => {
  const phone = await shop.phone('o_mei', { route: GROUP });
  expect(textOf(phone, '#group')).toContain('桂花里邻居 2 群');
  expect(textOf(phone, '#group')).toContain('还有 37 个位子');
  expect(phone.text).toContain('进不进群，券和价格都一样');
  expect(phone.attribute('#group-code', 'showMenuByLongpress')).toBe(true);
  expectSmall(phone);
  expectCheap(phone.cost);
  expectCalm(phone);
});

test('who has not chosen an estate is asked for it, and nothing else', async () => {
  const phone = await shop.phone('o_new_here', { route: GROUP });
  expect(phone.text).toContain('先选您住的小区');
});

test('staff: the estate with its groups, the full one marked, and the count that begins the estimate anew', async () => {
  const phone = await shop.phone(OWNER.openid, { route: STAFF });
  expect(textOf(phone, `#group-${OSMANTHUS}_g1`)).toContain('满了');
  expect(textOf(phone, `#group-${OSMANTHUS}_g2`)).toContain('正在用');
  await phone.tap(`#count-${OSMANTHUS}_g2`);
  await phone.input('#members', '190');
  await phone.tap('#save-count');
  expect(textOf(phone, `#group-${OSMANTHUS}_g2`)).toContain('约 190 / 200 人');
  expect(textOf(phone, `#need-${OSMANTHUS}`)).toContain('位子不到 20 个了');
  await phone.tap(`#open-${OSMANTHUS}_g2`);
  expect(textOf(phone, `#need-${OSMANTHUS}`)).toContain('没有能进的群了');
  const resident = await shop.phone('o_an', { route: GROUP });
  expect(resident.text).toContain('新的群还在建');
});

/** What `wx.getGroupEnterInfo` gives a page that was opened from a card in that chat. */
async function ticket(openGId: string): Promise<string> {
  const headers = { 'content-type': 'application/json', 'x-local-openid': 'o_someone' };
  const url = `http://127.0.0.1:${shop.cloud.port}/local/cloud-id`;
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ openGId }) });
  return ((await answer.json()) as { cloudID: string }).cloudID;
}

test('a card that is opened in a chat: the function asks WeChat which one, and who lives nowhere yet lives there', async () => {
  await shop.staff(OWNER.openid, 'group.link', { groupId: `${OSMANTHUS}_g1`, cloudId: await ticket('tGabc') });
  const entered = await shop.ask('o_from_chat', 'group.enter', { cloudId: await ticket('tGabc') });
  expect(entered).toEqual({ isOurs: true, estateId: OSMANTHUS });
  const elsewhere = await shop.ask('o_elsewhere', 'group.enter', { cloudId: await ticket('tGother') });
  expect(elsewhere).toEqual({ isOurs: false, estateId: null });
  await expect(shop.ask('o_liar', 'group.enter', { cloudId: 'made-up-by-a-page' })).rejects.toThrow('GROUP_TICKET_OLD');
});
