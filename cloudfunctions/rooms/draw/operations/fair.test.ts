import { drawWorld, prizeCells } from '../../../../tests/support/draw-world';
import { treeSeed } from '../../../../tests/support/tree-seed';
import { seededRandom, type World } from '../../../../tests/support/world';
import { drawSlot, prizeAtSlot, seedHash } from '../../../kernel/fairness';
import { hashOf } from '../../../kernel/ids';
import { DAY_MS, shanghaiDay } from '../../../kernel/period';
import { emptyWallet, type Wallet } from '../../../kernel/wallet';
import type { DrawView, MySpins } from '../contract';
import { unitsFree } from '../domain/stock';
import { aChance, aConsolation, aDraw, aPointsPrize, aProduct, aStock } from '../domain/support/builders';

/** 10,000 residents, two spins each. */
const RESIDENTS = 10_000;
const AT_ONCE = 50;
const KETTLE_PPM = 60_000;
const PER_DAY_SHARE = 5;

const nameOf = (n: number): string => `p${n}`;
const chancesOf = (n: number): readonly string[] => [1, 2].map((k) => `order:${hashOf('order', n)}:${k}`);

interface Ran {
  readonly world: World;
  readonly count: number;
  readonly perDay: number | null;
}

/** All spin within the draw's ten days, in their order, 50 at once; the clock moves on as they do. */
async function run(count: number): Promise<Ran> {
  const cellCount = Math.ceil(count / 200);
  const perDay = cellCount === 1 && count >= PER_DAY_SHARE ? Math.ceil(count / PER_DAY_SHARE) : null;
  const stock = aStock({ count, cellCount, burst: 1, perDay });
  const prizes = [
    aProduct({ oddsPpm: KETTLE_PPM, perResident: 1, stock }),
    aPointsPrize({ oddsPpm: 340_000 }),
    aConsolation({ oddsPpm: 600_000 }),
  ];
  const world = await drawWorld(aDraw({ prizes, startsAtMs: aDraw().startsAtMs + DAY_MS }));
  world.random = seededRandom(treeSeed());
  for (let n = 0; n < RESIDENTS; n += 1) {
    const chances = Object.fromEntries(chancesOf(n).map((id) => [id, aChance({ expiresAtMs: aDraw().endsAtMs })]));
    world.engine.put('wallets', { ...emptyWallet(world.residentId(nameOf(n))), chances });
  }
  const stepMs = Math.floor((aDraw().endsAtMs - world.nowMs) / ((RESIDENTS * 2) / AT_ONCE + 1));
  for (const k of [0, 1])
    for (let from = 0; from < RESIDENTS; from += AT_ONCE) {
      world.advance(stepMs);
      const people = Array.from({ length: AT_ONCE }, (_, index) => from + index);
      await Promise.all(
        people.map(async (n) => {
          const input = { drawId: 'draw_1', chanceId: chancesOf(n)[k] ?? '' };
          const reply = await world.call(nameOf(n), 'draw.spin', input, world.key());
          if (!reply.ok) throw new Error(JSON.stringify(reply));
        }),
      );
      const out = count - prizeCells(world).reduce((sum, { left }) => sum + (left.n ?? 0), 0);
      const period = { startMs: aDraw().startsAtMs + DAY_MS, endMs: aDraw().endsAtMs };
      expect(out).toBeLessThanOrEqual(unitsFree({ count, burst: 1 }, period, world.nowMs));
    }
  return { world, count, perDay };
}

interface Spun {
  readonly residentId: string;
  readonly chanceId: string;
  readonly drawn: string;
  readonly given: string;
  readonly slot: number;
  readonly atMs: number;
}

const spinsOf = ({ engine }: World): Spun[] =>
  engine.dump<Wallet>('wallets').flatMap(({ _id: residentId, chances }) =>
    Object.entries(chances).flatMap(([chanceId, chance]) => {
      if (chance.state !== 'used') return [];
      const { drawnPrizeId: drawn, givenPrizeId: given, slot, atMs } = chance.spin;
      return [{ residentId, chanceId, drawn, given, slot, atMs }];
    }),
  );

const countBy = (keys: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

/** χ² of 3 outcomes has 2 degrees of freedom, and there p = exp(−χ² / 2). */
function pOf(drawn: Map<string, number>, total: number): number {
  const odds = { kettle: KETTLE_PPM, points: 340_000, thanks: 600_000 };
  const chi = Object.entries(odds).reduce((sum, [prizeId, ppm]) => {
    const expected = (total * ppm) / 1_000_000;
    return sum + ((drawn.get(prizeId) ?? 0) - expected) ** 2 / expected;
  }, 0);
  return Math.exp(-chi / 2);
}

test.each([1, 10, 100, 1_000])(
  '20,000 spins of 10,000 residents for %i prizes: never above stock, day, resident or pace; odds as published; every spin checks',
  async (count) => {
    const { world, perDay } = await run(count);
    const spins = spinsOf(world);
    expect(spins).toHaveLength(2 * RESIDENTS);
    const won = spins.filter(({ given }) => given === 'kettle');
    expect(won.length).toBeLessThanOrEqual(count);
    expect(won.length).toBeGreaterThan(count * 0.5);
    expect(Math.max(...countBy(won.map(({ residentId }) => residentId)).values())).toBe(1);
    const ofDay = countBy(won.map(({ atMs }) => String(shanghaiDay(atMs))));
    expect(Math.max(...ofDay.values())).toBeLessThanOrEqual(perDay ?? count);
    expect(pOf(countBy(spins.map(({ drawn }) => drawn)), spins.length)).toBeGreaterThan(0.001);
    world.nowMs = aDraw().endsAtMs;
    const page = (await world.call('p0', 'draw.view', { drawId: 'draw_1' })) as unknown as { data: DrawView };
    const { seedHex, prizes } = page.data;
    if (seedHex === null) throw new Error('the seed is not there after the end');
    const odds = prizes.map(({ drawPrizeId: prizeId, oddsPpm: weight }) => ({ prizeId, weight }));
    const checked = spins.filter(({ chanceId, slot, drawn }) => {
      const again = drawSlot(seedHex, 'draw_1', chanceId);
      return again === slot && prizeAtSlot(odds, again) === drawn;
    });
    expect(checked).toHaveLength(spins.length);
    expect(seedHash(seedHex)).toBe(page.data.seedHash);
  },
  240_000,
);

describe('one bit', () => {
  test('changed in the seed: it is not the published one, and next to no spin checks', async () => {
    const seedHex = hashOf('seed').repeat(2);
    for (let bit = 0; bit < 256; bit += 1) {
      const digit = Math.floor(bit / 4);
      const changed = (Number.parseInt(seedHex[digit] ?? '0', 16) ^ (1 << (bit % 4))).toString(16);
      const other = seedHex.slice(0, digit) + changed + seedHex.slice(digit + 1);
      expect(seedHash(other)).not.toBe(seedHash(seedHex));
      const same = [1, 2, 3].filter(
        (n) => drawSlot(other, 'd', `order:o:${n}`) === drawSlot(seedHex, 'd', `order:o:${n}`),
      );
      expect(same.length).toBeLessThan(3);
    }
  });

  test('before the end neither the page nor my spins tell the seed, and from the end on both do', async () => {
    const world = await drawWorld(aDraw());
    const told = async () => {
      const page = (await world.call('mei', 'draw.view', { drawId: 'draw_1' })) as unknown as { data: DrawView };
      const spins = (await world.call('mei', 'draw.mySpins', { drawId: 'draw_1' })) as unknown as { data: MySpins };
      return [page.data.seedHex, spins.data.seedHex];
    };
    world.nowMs = aDraw().endsAtMs - 1;
    expect(await told()).toEqual([null, null]);
    world.advance(1);
    const [seedHex, same] = await told();
    expect(seedHash(seedHex ?? '')).toMatch(/^[0-9a-f]{64}$/);
    expect(same).toBe(seedHex);
  });
});
