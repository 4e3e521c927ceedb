import { aWorld, START_MS, type World } from '../../../../tests/support/world';
import { DAY_MS } from '../../../kernel/period';
import { emptyWallet, type JournalEntry, type Wallet } from '../../../kernel/wallet';
import { loyaltyRoom } from '..';
import type { PointsEntry } from '../contract';
import { aLot } from '../domain/support/builders';

const entry = (at: number, points: number): JournalEntry => ({
  at,
  s: 'done',
  kind: 'order-earned',
  points,
  cause: 'o1',
});

function put(world: World, change: Partial<Wallet>): void {
  world.engine.put('wallets', { ...emptyWallet(world.residentId('mei')), ...change } as Wallet);
}

async function allPages(world: World): Promise<PointsEntry[]> {
  const rows: PointsEntry[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = await world.call('mei', 'loyalty.points', cursor === undefined ? {} : { cursor });
    if (!page.ok) throw new Error(page.code);
    const { rows: more, next } = page.data as { rows: PointsEntry[]; next: string | null };
    rows.push(...more);
    if (next === null) return rows;
    cursor = next;
  }
}

test('journal and ledger make one history, last first, in pages that neither repeat nor skip', async () => {
  const world = aWorld([loyaltyRoom]);
  const journal = Object.fromEntries(Array.from({ length: 25 }, (_, n) => [`j${n}`, entry(START_MS - n, 1)]));
  put(world, { journal: { ...journal, spin: { at: START_MS, s: 'done', kind: 'draw-spin' } } });
  const target = world.residentId('mei');
  for (let n = 0; n < 30; n += 1) {
    const op = `l${String(n).padStart(2, '0')}`;
    // Three of each moment, as a sweep leaves them.
    const at = START_MS - 2 * DAY_MS - Math.floor(n / 3);
    world.engine.put('ledger', { _id: `${target}:${op}`, target, op, ...entry(at, 2) } as never);
  }
  world.engine.put('ledger', { _id: `${target}:j3`, target, op: 'j3', ...entry(START_MS - 3, 1) } as never);
  world.engine.put('ledger', { _id: 'r_other:x', target: 'r_other', op: 'x', ...entry(START_MS, 9) } as never);
  const rows = await allPages(world);
  expect(rows).toHaveLength(55);
  expect(new Set(rows.map(({ entryId }) => entryId)).size).toBe(55);
  expect(rows.reduce((sum, { points }) => sum + points, 0)).toBe(25 + 60);
  expect(rows.map(({ atMs }) => atMs)).toEqual(rows.map(({ atMs }) => atMs).sort((a, b) => b - a));
});

test('120 claims and spins without points between two earnings do not end the history', async () => {
  const world = aWorld([loyaltyRoom]);
  put(world, {});
  const target = world.residentId('mei');
  const keep = (op: string, what: object) =>
    world.engine.put('ledger', { _id: `${target}:${op}`, target, op, ...what } as never);
  for (let n = 0; n < 120; n += 1) keep(`cl_${n}`, { at: START_MS - 1 - n, s: 'void', kind: 'coupon.claim' });
  for (let n = 0; n < 25; n += 1) keep(`old_${n}`, entry(START_MS - DAY_MS - n, n % 2 === 0 ? 3 : -3));
  expect((await allPages(world)).map(({ points }) => points)).toEqual(
    Array.from({ length: 25 }, (_, n) => (n % 2 === 0 ? 3 : -3)),
  );
});

test('balance, spendable, pending, and what is over first within 30 days', async () => {
  const world = aWorld([loyaltyRoom]);
  const endMs = START_MS + 30 * DAY_MS;
  put(world, {
    lots: {
      a: aLot({ points: 10, expiresAtMs: endMs }),
      b: aLot({ points: 5, expiresAtMs: endMs }),
      c: aLot({ points: 70, spendableFromMs: START_MS + 1 }),
    },
  });
  expect(await world.call('mei', 'loyalty.points', {})).toMatchObject({
    ok: true,
    data: { balance: 85, spendable: 15, pending: 70, expiringSoon: { points: 15, atMs: endMs } },
  });
});

test('a cursor that is not ours is INVALID_INPUT', async () => {
  const world = aWorld([loyaltyRoom]);
  expect(await world.call('mei', 'loyalty.points', { cursor: 'x' })).toMatchObject({
    code: 'INVALID_INPUT',
    detail: { field: 'cursor' },
  });
});

test('lots that ended leave by the timer, each with its ledger entry, once', async () => {
  const world = aWorld([loyaltyRoom]);
  put(world, { rev: 1, lots: { over: aLot({ expiresAtMs: START_MS }), live: aLot({ points: 7 }) } });
  world.engine.put('wallets', { ...world.engine.dump<Wallet>('wallets')[0], sweepAt: START_MS } as never);
  await Promise.all([world.tick(), world.tick()]);
  await world.tick();
  expect(await world.call('mei', 'loyalty.points', {})).toMatchObject({
    data: { balance: 7, rows: [{ kind: 'expired', points: -100 }] },
  });
});

test('the review runs on the 1st in Shanghai: notice, then down; residents without a tier are not looked at', async () => {
  const world = aWorld([loyaltyRoom], { startAtMs: Date.UTC(2027, 0, 31, 15) });
  put(world, { tier: 'gold' });
  await world.tick();
  const tierOf = () => world.engine.dump<Wallet>('wallets')[0];
  expect(tierOf()).toMatchObject({ tier: 'gold', tierNoticeAtMs: null });
  world.nowMs = Date.UTC(2027, 0, 31, 17);
  await world.tick();
  expect(tierOf()).toMatchObject({ tier: 'gold', tierNoticeAtMs: world.nowMs });
  world.nowMs = Date.UTC(2027, 2, 31, 17);
  await world.tick();
  expect(tierOf()).toMatchObject({ tier: 'silver' });
});
