import { HOUR_MS } from '../../../cloudfunctions/kernel/period';
import type { Draw } from '../../../cloudfunctions/rooms/draw';
import { LAUNCH_DRAW, OWNER } from '../../../tools/seed/base';
import { expectCalm, expectCheap, expectSmall } from './support/budget';
import { won } from './support/lucky';
import { textOf } from './support/read';
import { Shop } from './support/shop';

const DRAWS = 'packages/staff/pages/draws/index';
const WINNERS = 'packages/draw/pages/winners/index';
const ANN = 'o_ann';

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
  await won(shop, ANN, 'milk');
}, 120_000);
afterEach(() => shop.closePhones());
afterAll(() => shop.close());

const newest = (): Draw => {
  const [found] = shop.documents<Draw>('draws').sort((a, b) => b.oddsVersion - a.oddsVersion);
  if (!found) throw new Error('no draw');
  return found;
};
const oddsOf = ({ prizes }: Draw, id: string) => prizes.find(({ drawPrizeId }) => drawPrizeId === id)?.oddsPpm;

describe('a draw for its operator', () => {
  test('stock, what may be out by now and what today still has; a tap shows the pace of a prize', async () => {
    const phone = await shop.phone(OWNER.openid, { route: DRAWS });
    expect(textOf(phone, '#board-milk')).toContain('放出 1/200 盒');
    expect(textOf(phone, '#board-milk')).toContain('今天还能放 19 盒');
    expect(textOf(phone, '#board-points5')).toContain('不限量');
    await phone.tap('#board-milk');
    expect(textOf(phone, '#curve')).toContain('鲜牛奶 1 盒的放量');
    expectSmall(phone);
    expectCheap(phone.cost);
    await phone.tap('#tab-settlement');
    expect(textOf(phone, '#books-milk')).toContain('¥12.50');
    expect(textOf(phone, '#settlement')).toContain('预留');
    expectCalm(phone);
  });

  test('2 more milks and 0.1 % better odds become version 2, paid by the consolation; residents see it at once', async () => {
    const before = newest();
    const phone = await shop.phone(OWNER.openid, { route: DRAWS });
    await phone.tap('#improve');
    expect(textOf(phone, '#improve-done')).toBe('还没改');
    await phone.tap('#add-milk-more');
    await phone.tap('#add-milk-more');
    await phone.tap('#odds-milk-more');
    expect(phone.text).toContain('参与奖变成 39.9%');
    phone.answers.showModal = () => ({ confirm: true, cancel: false });
    expectCheap(await phone.measure(() => phone.tap('#improve-done')));
    const after = newest();
    expect(after.oddsVersion).toBe(before.oddsVersion + 1);
    expect([oddsOf(after, 'milk'), oddsOf(after, 'points5')]).toEqual([31_000, 399_000]);
    expect(textOf(phone, '#board-milk')).toContain('放出 1/202 盒');
    const resident = await shop.phone(ANN, { route: 'packages/draw/pages/wheel/index', query: { id: LAUNCH_DRAW } });
    expect(textOf(resident, '#odds-milk')).toContain('3.1%');
    expect(textOf(resident, '#odds-milk')).toContain('202 盒');
    expectCalm(phone);
  });
});

test('the winners stand there for everybody, by building and surname alone, one tap from the draw', async () => {
  shop.cloud.clock.advance(HOUR_MS); // a unit is out for good when the sweeper has looked at its spin
  await shop.cloud.fireTimers();
  const phone = await shop.phone('o_new', { route: 'packages/draw/pages/wheel/index', query: { id: LAUNCH_DRAW } });
  expect(textOf(phone, '#winners')).toContain('3 号楼 周**');
  await phone.tap('#all-winners');
  expect(phone.route).toBe(WINNERS);
  expect(phone.text).toContain('鲜牛奶 1 盒');
  expect(phone.text).toContain('3 号楼 周**');
  for (const secret of ['周女士', '1203', '13800138001', shop.residentId(ANN)])
    expect(phone.html).not.toContain(secret);
  expectSmall(phone);
  expectCalm(phone);
});
