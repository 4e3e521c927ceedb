import jsQR from 'jsqr';
import { DAY_MS } from '../../../cloudfunctions/kernel/period';
import { SHOP } from '../../../tools/seed/base';
import { readGif } from '../../support/gif';
import { expectCalm, expectCheap, expectSmall } from './support/budget';
import { won } from './support/lucky';
import { textOf } from './support/read';
import { Shop } from './support/shop';

const PRIZES = 'packages/draw/pages/prizes/index';
const COUNTER = 'packages/staff/pages/handover/index';

let shop: Shop;
let ann = '';
let people = 0;
beforeAll(async () => {
  shop = await Shop.open();
}, 120_000);
beforeEach(() => {
  people += 1;
  ann = `o_ann_${people}`;
});
afterEach(() => shop.closePhones());
afterAll(() => shop.close());

const plain = (chanceId: string): string => chanceId.split(':').join('-');
const prizeOf = (openid: string, chanceId: string) => shop.wallet(openid).prizes[chanceId];

function codeOf(openid: string, chanceId: string): string {
  const claim = prizeOf(openid, chanceId)?.claim;
  if (claim?.way !== 'pick-up') throw new Error('no code: the prize is not to be picked up');
  return claim.code;
}

/** A prize that waits at the shop under a code. */
async function atTheShop(openid: string): Promise<{ chanceId: string; code: string }> {
  const chanceId = await won(shop, openid, 'milk');
  await shop.ask(openid, 'draw.claim', { prizeId: chanceId, way: 'pick-up' });
  return { chanceId, code: codeOf(openid, chanceId) };
}

describe('how a winner comes to a prize', () => {
  test('at the shop: one tap says so, and the code stands there to scan and to read out', async () => {
    const chanceId = await won(shop, ann, 'milk');
    const phone = await shop.phone(ann, { route: PRIZES });
    expectSmall(phone);
    await phone.tap(`#claim-${plain(chanceId)}`);
    await phone.tap('#way-pick-up');
    expectCheap(await phone.measure(() => phone.tap('#claim-done')));
    const code = codeOf(ann, chanceId);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(textOf(phone, '#code-signs')).toBe(code.match(/.{4}/g)?.join(' '));
    const { data, width, height } = readGif(String(phone.attribute('.ll-qr__picture', 'src')));
    expect(jsQR(data, width, height)?.data).toBe(code);
    expectCalm(phone);
  });

  test('with the next order: it waits for it, and can still be had otherwise', async () => {
    const chanceId = await won(shop, ann, 'egg');
    const phone = await shop.phone(ann, { route: PRIZES });
    await phone.tap(`#claim-${plain(chanceId)}`);
    await phone.tap('#way-next-order');
    await phone.tap('#claim-done');
    expect(prizeOf(ann, chanceId)).toMatchObject({ state: 'claimed', claim: { way: 'next-order' } });
    expect(textOf(phone, `#prize-${plain(chanceId)}`)).toContain('随下一单送到家');
    expect(phone.$$(`#change-${plain(chanceId)}`)).toHaveLength(1);
    expectCalm(phone);
  });
});

describe('the counter', () => {
  test('a scanned code shows the prize and its winner masked; given once, the same code is refused in words', async () => {
    const { chanceId, code } = await atTheShop(ann);
    const phone = await shop.phone(SHOP.openid, { route: COUNTER });
    phone.answers.scanCode = () => ({ result: code, scanType: 'QR_CODE' });
    await phone.tap('#scan');
    expect(textOf(phone, '#found')).toContain('鲜牛奶 1 盒');
    expect(textOf(phone, '#found')).toContain('3 号楼 周**');
    expect(textOf(phone, '#found')).not.toContain('13800138001');
    expectCheap(await phone.measure(() => phone.tap('#give')));
    expect(prizeOf(ann, chanceId)).toMatchObject({ state: 'handed-over' });
    expect(phone.$$('#found')).toHaveLength(0);
    expect(textOf(phone, '#handovers')).toContain('给了');
    await phone.tap('#scan');
    expect(textOf(phone, '#refused')).toContain('用过了，不能给');
    expect(phone.$$('#give')).toHaveLength(0);
    expectCalm(phone);
    const winner = await shop.phone(ann, { route: PRIZES });
    expect(textOf(winner, `#prize-${plain(chanceId)}`)).toContain('领到');
  });

  test('a code read out is typed in small letters and groups; a person who does not fit gets nothing, and the code stays', async () => {
    const { chanceId, code } = await atTheShop(ann);
    const phone = await shop.phone(SHOP.openid, { route: COUNTER });
    await phone.input('#handover-code', code.slice(0, 5));
    expect(textOf(phone, '#look')).toBe('还差 11 位');
    await phone.input('#handover-code', (code.match(/.{4}/g)?.join(' ') ?? '').toLowerCase());
    await phone.tap('#look');
    expect(phone.$$('#found')).toHaveLength(1);
    await phone.tap('#refuse');
    expect(prizeOf(ann, chanceId)).toMatchObject({ state: 'claimed' });
    expect(textOf(phone, '#handovers')).toContain('没给');
    expectCalm(phone);
  });

  test('a code of nobody and one that is over are refused, each in its own words', async () => {
    const { code } = await atTheShop(ann);
    const phone = await shop.phone(SHOP.openid, { route: COUNTER });
    await phone.input('#handover-code', '0'.repeat(16));
    await phone.tap('#look');
    expect(textOf(phone, '#refused')).toContain('没有这个码');
    shop.cloud.clock.advance(8 * DAY_MS);
    await phone.input('#handover-code', code);
    await phone.tap('#look');
    expect(textOf(phone, '#refused')).toContain('过期了，不能给');
    expectCalm(phone);
  });
});
