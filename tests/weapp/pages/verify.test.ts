import { seedHash } from '../../../cloudfunctions/kernel/fairness';
import type { Draw } from '../../../cloudfunctions/rooms/draw';
import { LAUNCH_DRAW } from '../../../tools/seed/base';
import { expectCalm, expectCheap, expectSmall } from './support/budget';
import { won } from './support/lucky';
import { textOf } from './support/read';
import { Shop } from './support/shop';

const SPINS = 'packages/draw/pages/spins/index';
const WHEEL = 'packages/draw/pages/wheel/index';
const ANN = 'o_ann';
const query = { id: LAUNCH_DRAW };

let shop: Shop;
let chanceId = '';
beforeAll(async () => {
  shop = await Shop.open();
  chanceId = await won(shop, ANN, 'milk');
}, 120_000);
afterEach(() => shop.closePhones());
afterAll(() => shop.close());

const slotText = (): string => {
  const chance = shop.wallet(ANN).chances[chanceId];
  const digits = String(chance?.state === 'used' ? chance.spin.slot : '').padStart(6, '0');
  return `${digits.slice(0, 3)} ${digits.slice(3)}`;
};
const rowId = () => `#spin-${chanceId.split(':').join('-')}`;

/** A server that changes what it shows of the spins. */
const lying =
  (change: (data: { seedHex: string; seedHash: string }) => object) => async (name: string, event: unknown) => {
    const reply = await shop.cloud.invoke(name, event, { openid: ANN });
    if ((event as { operation: string }).operation !== 'draw.mySpins') return reply;
    const { data, ...rest } = reply as { data: { seedHex: string; seedHash: string } };
    return { ...rest, data: { ...data, ...change(data) } };
  };

/** The same seed but for its first digit. */
const bent = (seedHex: string): string => `${seedHex[0] === '0' ? '1' : '0'}${seedHex.slice(1)}`;

describe('before the end', () => {
  test('the fingerprint, the three steps to come and the number of my spin stand there; nothing is judged yet', async () => {
    const phone = await shop.phone(ANN, { route: WHEEL, query });
    await phone.tap('#verify');
    expect(phone.route).toBe(SPINS);
    expect(phone.$$('#verdict')).toHaveLength(0);
    expect(phone.$$('#steps-to-come')).toHaveLength(1);
    expect(phone.$$('#seed')).toHaveLength(0);
    expect(textOf(phone, rowId())).toContain(slotText());
    await phone.tap(rowId());
    expect(phone.$$('#verify-later')).toHaveLength(1);
    expect(textOf(phone, '#verify-steps')).toContain(slotText());
    expectSmall(phone);
    expectCalm(phone);
  });

  test('no reply of the server holds the seed', async () => {
    const { seedHex } = shop.documents<{ _id: string; seedHex: string }>('drawSeeds')[0] ?? { seedHex: '' };
    expect(seedHex).toMatch(/^[0-9a-f]{64}$/);
    for (const operation of ['draw.view', 'draw.mySpins', 'draw.winners'])
      expect(JSON.stringify(await shop.ask(ANN, operation, { drawId: LAUNCH_DRAW }))).not.toContain(seedHex);
  });
});

describe('after the end', () => {
  let seen: Record<string, unknown> = {};
  beforeAll(async () => {
    const phone = await shop.phone(ANN, { route: WHEEL, query });
    seen = phone.storage;
    const [draw] = shop.documents<Draw>('draws');
    shop.cloud.clock.advance((draw?.endsAtMs ?? 0) - shop.cloud.clock.nowMs());
  });

  test('the phone works my spin out again by the seed, asks nobody, and says that all three steps hold', async () => {
    const phone = await shop.phone(ANN, { route: SPINS, query, storage: seen });
    expectCheap(phone.cost);
    expect(textOf(phone, '#verdict')).toContain('1 次都对上了');
    expect(textOf(phone, rowId())).toContain('对上了');
    const before = phone.calls.length;
    await phone.tap(rowId());
    expect(textOf(phone, '#verify-steps')).toContain('种子和开始前公布的指纹对得上');
    expect(textOf(phone, '#verify-steps')).toContain(`${slotText()}（共 1 000 000 个号）`);
    expect(textOf(phone, '#verify-steps')).toContain('这个号码落在鲜牛奶 1 盒的区间');
    expect(phone.text).toContain('三步都对，结果没有被改过');
    await phone.tap('#copy-proof');
    const copied = phone.used
      .filter(({ api }) => api === 'setClipboardData')
      .map(({ options }) => String(options.data));
    expect(JSON.parse(copied[0] ?? '{}')).toMatchObject({ draw: LAUNCH_DRAW, chance: chanceId, prize: 'milk' });
    expect(phone.calls).toHaveLength(before);
    expectCalm(phone);
  });

  test('a seed that is changed in one digit is seen at once', async () => {
    const call = lying(({ seedHex }) => ({ seedHex: bent(seedHex) }));
    const phone = await shop.phone(ANN, { route: SPINS, query, storage: seen, call });
    expect(phone.$$('#verdict.verdict--wrong')).toHaveLength(1);
    expect(textOf(phone, '#verdict')).toContain('有 1 次对不上');
    await phone.tap(rowId());
    expect(textOf(phone, '#verify-steps')).toContain('种子和指纹对不上');
  });

  test('odds that are changed afterwards, so that my number would mean another prize, are seen by the phone that kept them', async () => {
    const swapped = (id: string): string => ({ milk: 'egg', egg: 'milk' })[id] ?? id;
    type Tables = { tables: { rows: { prizeId: string }[] }[]; rows: { drawnPrizeId: string }[] };
    const call = lying((data) => {
      const { tables, rows } = data as unknown as Tables;
      return {
        tables: tables.map((table) => ({
          ...table,
          rows: table.rows.map((row) => ({ ...row, prizeId: swapped(row.prizeId) })),
        })),
        rows: rows.map((row) => ({ ...row, drawnPrizeId: swapped(row.drawnPrizeId) })),
      };
    });
    const phone = await shop.phone(ANN, { route: SPINS, query, storage: seen, call });
    expect(phone.$$('#verdict.verdict--wrong')).toHaveLength(1);
  });

  test('a fingerprint changed with it is seen by the phone that kept the first one', async () => {
    const call = lying(({ seedHex }) => ({ seedHex: bent(seedHex), seedHash: seedHash(bent(seedHex)) }));
    const phone = await shop.phone(ANN, { route: SPINS, query, storage: seen, call });
    expect(phone.$$('#verdict.verdict--wrong')).toHaveLength(1);
    expect(phone.text).toContain('指纹和这台手机记下的不一样');
    expect(phone.$$('#seed-hash-now')).toHaveLength(1);
  });
});
