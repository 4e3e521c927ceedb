import { SHELF } from '../support/shop';
import { aRushedShop, buyAtOnce, claimAtOnce, crowd, type Ground, leftIn, spinAtOnce } from './support/rush';
import { onTheWire } from './support/wire-house';

const NAMES = crowd(200);

interface Opened extends Ground {
  close(): Promise<void>;
}

async function inOneProcess(): Promise<Opened> {
  const shop = await aRushedShop(NAMES);
  const { call, key, engine } = shop;
  return { call, key, dump: engine.dump, close: () => engine.store.close() };
}

/** The bundled functions on the genuine SDK, three at a time. */
async function overTheWire(): Promise<Opened> {
  const house = await onTheWire(await aRushedShop(NAMES), NAMES);
  return { ...house, close: () => house.stop() };
}

describe.each([
  { where: 'in one process', open: inOneProcess },
  { where: 'over the wire', open: overTheWire },
])('$where', ({ open }) => {
  let ground: Opened;
  beforeAll(async () => {
    ground = await open();
  }, 60_000);
  afterAll(() => ground.close());

  test('200 claims at once of a coupon with 50 left issue exactly 50', async () => {
    const { codes, coupons } = await claimAtOnce(ground, NAMES);
    expect({ codes, coupons }).toEqual({ codes: { ok: 50, COUPON_GONE: 150 }, coupons: 50 });
    expect(leftIn(ground, 'tpl_')).toBe(0);
  }, 120_000);

  test('200 orders at once for a stock of 30 sell exactly 30', async () => {
    const { codes, sold } = await buyAtOnce(ground, NAMES);
    expect({ codes, sold }).toEqual({ codes: { ok: 30, SOLD_OUT: 170 }, sold: 30 });
    expect(leftIn(ground, SHELF, 'eggs')).toBe(0);
  }, 120_000);

  test('100 spins at once that all draw one of 3 top prizes give exactly 3 and 97 consolations', async () => {
    const { codes, prizes } = await spinAtOnce(ground, NAMES.slice(0, 100));
    expect({ codes, prizes }).toEqual({ codes: { ok: 100 }, prizes: { kettle: 3, thanks: 97 } });
    expect(leftIn(ground, 'prize_')).toBe(0);
  }, 120_000);
});
