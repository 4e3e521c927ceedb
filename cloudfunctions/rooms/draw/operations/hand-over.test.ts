import { drawWorld, giveChances, spin, walletOf } from '../../../../tests/support/draw-world';
import { atEveryWrite, calm, TROUBLES, troubleAt } from '../../../../tests/support/trouble';
import { START_MS, type World } from '../../../../tests/support/world';
import { shownHandOverCode } from '../../../kernel/hand-over-code';
import { DAY_MS, MINUTE_MS } from '../../../kernel/period';
import type { HandOverRow, HandOverView, PrizeView } from '../contract';
import { aConsolation, aDraw, aProduct } from '../domain/support/builders';

const PRIZE = 'order:mei:1';

async function shop(change: Parameters<typeof aProduct>[0] = {}): Promise<World> {
  const world = await drawWorld(aDraw({ prizes: [aProduct({ oddsPpm: 1_000_000, ...change }), aConsolation()] }));
  world.asStaff('lin', ['shop']);
  world.asStaff('bo', ['shop']);
  return world;
}

type Reply<T> = { readonly ok: boolean; readonly code?: string; readonly data: T; readonly detail: object };

const claim = (world: World, way: 'next-order' | 'pick-up' = 'pick-up', name = 'mei') =>
  world.call(name, 'draw.claim', { prizeId: `order:${name}:1`, way }) as unknown as Promise<Reply<PrizeView>>;

/** Mei has won a kettle and picks it up. */
async function withCode(world?: World): Promise<{ world: World; code: string }> {
  const here = world ?? (await shop());
  giveChances(here, 'mei');
  await spin(here, 'mei');
  const { data } = await claim(here);
  if (data.claim?.way !== 'pick-up') throw new Error('no code');
  return { world: here, code: data.claim.code };
}

const handOver = (world: World, code: string, who = 'lin', key = world.key()) =>
  world.staffCall(who, 'draw.handOver', { code, by: 'scan' }, key) as unknown as Promise<Reply<HandOverView>>;
const today = async (world: World): Promise<{ rows: readonly HandOverRow[]; givenToday: number }> =>
  ((await world.staffCall('lin', 'draw.handOvers', {})) as unknown as Reply<never>).data;

describe('claiming', () => {
  test('a code of 16 signs, the same one however often it is asked for; with the next order it is gone, and then another', async () => {
    const { world, code } = await withCode();
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    expect((await claim(world)).data.claim).toEqual({ way: 'pick-up', code });
    expect((await claim(world, 'next-order')).data.claim).toEqual({ way: 'next-order' });
    expect(await handOver(world, code)).toMatchObject({ ok: false, code: 'PRIZE_CODE_UNKNOWN' });
    const again = (await claim(world)).data.claim;
    expect(again?.way === 'pick-up' && again.code !== code).toBe(true);
  });

  test('2 round trips', async () => {
    const world = await shop();
    giveChances(world, 'mei');
    await spin(world, 'mei');
    world.db.restart();
    await claim(world);
    expect(world.db.meter.sequential).toBe(2);
  });

  test.each([
    ['1 ms before its end', 30 * DAY_MS - 1, true],
    ['at its end', 30 * DAY_MS, false],
  ])('%s', async (_, afterMs, ok) => {
    const world = await shop();
    giveChances(world, 'mei');
    await spin(world, 'mei');
    world.advance(afterMs);
    expect(await claim(world)).toMatchObject(ok ? { ok } : { ok, code: 'PRIZE_OVER' });
  });

  test('nobody else can, points cannot, and what is handed over cannot', async () => {
    const { world, code } = await withCode();
    expect(await world.call('an', 'draw.claim', { prizeId: PRIZE, way: 'pick-up' })).toMatchObject({
      code: 'PRIZE_UNKNOWN',
    });
    await handOver(world, code);
    expect(await claim(world, 'next-order')).toMatchObject({ code: 'PRIZE_GONE', detail: { state: 'handed-over' } });
  });
});

describe('at the counter', () => {
  test('the code shows the prize and whose it is, masked; typed in small letters with gaps it is the same', async () => {
    const { world, code } = await withCode();
    const typed = shownHandOverCode(code).toLowerCase();
    const found = (await world.staffCall('lin', 'draw.findPrize', { code: typed })) as unknown as Reply<HandOverView>;
    expect(found.data).toMatchObject({ title: 'kettle', stockLeft: 2, way: 'pick-up', handedOverAtMs: null });
    expect(found.data.who).toMatch(/^尾号 \d\d 的邻居$/);
    expect(JSON.stringify(found)).not.toContain(world.residentId('mei'));
  });

  test('2 round trips with the reading of the role: role, wallet and guesses; then the update, its log and the face', async () => {
    const { world, code } = await withCode();
    world.db.restart();
    expect(await handOver(world, code)).toMatchObject({ ok: true, data: { handedOverAtMs: START_MS } });
    expect(world.db.meter.sequential).toBe(2);
  });

  test('who does not stand at the counter is refused, and learns nothing of the code', async () => {
    const { world, code } = await withCode();
    world.asStaff('courier', ['courier']);
    for (const name of ['courier', 'mei']) {
      const replies = [await handOver(world, code, name), await handOver(world, 'Z'.repeat(16), name)];
      expect(replies.map((reply) => reply.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    }
    expect(walletOf(world, 'mei').prizes[PRIZE]?.state).toBe('claimed');
  });

  test('what is read ahead of the role changes nothing of the answer: no answer from the wallets is FORBIDDEN, then BUSY', async () => {
    const { world, code } = await withCode();
    world.db.decide = ({ collection }) => (collection === 'wallets' ? 'drop' : 'answer');
    expect(await handOver(world, code, 'mei')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await handOver(world, code)).toMatchObject({ code: 'BUSY' });
    expect(await handOver(world, 'short', 'mei')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await handOver(world, 'short')).toMatchObject({ code: 'INVALID_INPUT', detail: { field: 'code' } });
  });

  test('used: it says when and whose; the same request asked again says handed over', async () => {
    const { world, code } = await withCode();
    const key = world.key();
    const first = await handOver(world, code, 'lin', key);
    world.advance(MINUTE_MS);
    expect((await handOver(world, code, 'lin', key)).data).toMatchObject(first.data);
    const second = await handOver(world, code, 'bo');
    expect(second).toMatchObject({ ok: false, code: 'PRIZE_CODE_USED', detail: { title: 'kettle', atMs: START_MS } });
    const { rows, givenToday } = await today(world);
    expect(givenToday).toBe(1);
    expect(rows.map(({ outcome, refusal, staffName }) => [outcome, refusal, staffName])).toEqual([
      ['refused', 'PRIZE_CODE_USED', 'bo'],
      ['given', null, 'lin'],
    ]);
  });

  test('expired: refused from its end on, before and after the timer came by', async () => {
    const { world, code } = await withCode();
    world.advance(30 * DAY_MS);
    expect(await handOver(world, code)).toMatchObject({ code: 'PRIZE_CODE_OVER', detail: { title: 'kettle' } });
    await world.tick();
    expect(walletOf(world, 'mei').prizes[PRIZE]?.state).toBe('expired');
    expect(await handOver(world, code)).toMatchObject({ code: 'PRIZE_CODE_OVER' });
  });

  test('10 codes that are not ours in a minute: 10 minutes closed, for good codes too', async () => {
    const { world, code } = await withCode();
    for (let n = 0; n < 10; n += 1)
      expect(await handOver(world, `${'Z'.repeat(15)}${n}`)).toMatchObject({ code: 'PRIZE_CODE_UNKNOWN' });
    expect(await handOver(world, code)).toMatchObject({ code: 'TOO_MANY_GUESSES' });
    expect(await handOver(world, code, 'bo')).toMatchObject({ ok: true });
    const { rows } = await today(world);
    expect(rows.filter(({ refusal }) => refusal === 'PRIZE_CODE_UNKNOWN')).toHaveLength(10);
  });

  test('declined: the prize still waits, the list of the day says so', async () => {
    const { world, code } = await withCode();
    const row = await world.staffCall('lin', 'draw.declineHandOver', { code, reason: '不是本人' });
    expect(row).toMatchObject({ ok: true, data: { outcome: 'refused', refusal: 'declined' } });
    expect(await handOver(world, code)).toMatchObject({ ok: true });
    expect((await today(world)).rows.map(({ outcome }) => outcome)).toEqual(['refused', 'given']);
  });

  test('8 counters at once: one hands over, 7 find it used, and the list of the day says the same', async () => {
    const { world, code } = await withCode();
    const names = Array.from({ length: 8 }, (_, n) => `s${n}`);
    for (const name of names) world.asStaff(name, ['shop']);
    const replies = await Promise.all(names.map((name) => handOver(world, code, name)));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.filter(({ code: why }) => why === 'PRIZE_CODE_USED')).toHaveLength(7);
    const { rows } = await today(world);
    expect(rows.filter(({ outcome }) => outcome === 'given')).toHaveLength(1);
    expect(rows.filter(({ refusal }) => refusal === 'PRIZE_CODE_USED')).toHaveLength(7);
  });

  test('one key for the codes of two winners: both tries are in the list, each under its own', async () => {
    const { world, code } = await withCode();
    giveChances(world, 'an');
    await spin(world, 'an');
    const { data } = await claim(world, 'pick-up', 'an');
    const other = data.claim?.way === 'pick-up' ? data.claim.code : '';
    const key = world.key();
    expect(await handOver(world, code, 'lin', key)).toMatchObject({ ok: true });
    await handOver(world, other, 'lin', key);
    const { rows, givenToday } = await today(world);
    expect(rows).toHaveLength(2);
    const had = ['mei', 'an'].filter(
      (name) => walletOf(world, name).prizes[`order:${name}:1`]?.state === 'handed-over',
    );
    expect([givenToday, rows.filter(({ outcome }) => outcome === 'given').length]).toEqual([had.length, had.length]);
  });

  test('the next day begins an empty list', async () => {
    const { world, code } = await withCode();
    await handOver(world, code);
    world.advance(DAY_MS);
    expect(await today(world)).toMatchObject({ rows: [], givenToday: 0 });
  });
});

describe('trouble at every write', () => {
  test.each(TROUBLES)('%s: handed over exactly once, and the entry says by whom', async (trouble) => {
    const writes = await atEveryWrite(async (n) => {
      const { world, code } = await withCode();
      const key = world.key();
      const { met } = troubleAt(world, n, trouble);
      await handOver(world, code, 'lin', key);
      calm(world);
      await world.db.playLate();
      expect(await handOver(world, code, 'lin', key)).toMatchObject({ ok: true });
      expect(await handOver(world, code, 'bo')).toMatchObject({ code: 'PRIZE_CODE_USED' });
      const { prizes, journal } = walletOf(world, 'mei');
      expect(prizes[PRIZE]?.state).toBe('handed-over');
      const entries = Object.values(journal).filter(({ kind }) => kind === 'prize-handed-over');
      expect(entries.map(({ staffId }) => staffId)).toEqual([world.residentId('lin')]);
      expect((await today(world)).givenToday).toBe(1);
      return met();
    });
    expect(writes).toBe(2);
  });

  test.each(TROUBLES)('%s at every write of the claim: one code, which is good', async (trouble) => {
    await atEveryWrite(async (n) => {
      const world = await shop();
      giveChances(world, 'mei');
      await spin(world, 'mei');
      const { met } = troubleAt(world, n, trouble);
      await claim(world);
      calm(world);
      await world.db.playLate();
      const { data } = await claim(world);
      if (data.claim?.way !== 'pick-up') throw new Error('no code');
      expect(await handOver(world, data.claim.code)).toMatchObject({ ok: true });
      return met();
    });
  });
});
