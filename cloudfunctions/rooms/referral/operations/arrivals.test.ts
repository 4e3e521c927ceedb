import { aQuarter, BOTH_FEN, type Quarter } from '../../../../tests/support/referring';
import { BUDGET, CAMPAIGN } from '../../../../tests/support/shop';
import type { Cell } from '../../../kernel/cell';
import { MINUTE_MS } from '../../../kernel/period';
import { limitCellId, readScene } from '../domain/card';

const FULL_FEN = 1_000_000;
const spentFen = (q: Quarter) => FULL_FEN - q.left(BUDGET, CAMPAIGN);

async function quarterOf(...names: readonly string[]): Promise<Quarter> {
  const q = await aQuarter();
  for (const name of names) q.moveIn(name);
  return q;
}

/** Refused by binding and said beforehand by landing, without anything taken. */
async function cannot(q: Quarter, name: string, scene: string, code: string): Promise<void> {
  const before = spentFen(q);
  expect((await q.landed(name, scene)).standing).toEqual({ state: 'cannot', code });
  expect(await q.bind(name, scene)).toMatchObject({ ok: false, code });
  expect(spentFen(q)).toBe(before);
}

const limitOf = (q: Quarter, scene: string): Cell => {
  const id = limitCellId(readScene(scene).cardId);
  const cell = q.engine.dump<Cell>('cells').find(({ _id }) => _id === id);
  if (!cell) throw new Error(`no ${id}`);
  return cell;
};

describe('1,000 arrivals by one card in 10 minutes', () => {
  test('one after the other: 5 are bound, 15 are held, 980 find the day full; the budget pays for 20', async () => {
    const q = await quarterOf('gui');
    const scene = await q.cardOf('gui');
    const codes: { [code: string]: number } = {};
    for (let n = 0; n < 1_000; n += 1) {
      if (n % 10 === 9) q.advance(5_900);
      const reply = await q.bind(`n${n}`, scene);
      const code = reply.ok ? (reply.data as { state: string }).state : reply.code;
      codes[code] = (codes[code] ?? 0) + 1;
    }
    expect(codes).toEqual({ bound: 5, held: 15, REFERRAL_DAY_FULL: 980 });
    expect([spentFen(q), limitOf(q, scene).open]).toEqual([20 * BOTH_FEN, 20]);
    expect((await q.held()).length).toBe(15);
  }, 120_000);

  test('100 in the same moment: never more than 20, and from the sixth on none is bound unseen', async () => {
    const q = await quarterOf('gui');
    const scene = await q.cardOf('gui');
    const replies = await Promise.all(Array.from({ length: 100 }, (_, n) => q.bind(`n${n}`, scene)));
    const states = replies.map((reply) => (reply.ok ? (reply.data as { state: string }).state : reply.code));
    const count = (state: string) => states.filter((each) => each === state).length;
    expect(count('bound')).toBeLessThanOrEqual(5);
    expect(count('bound') + count('held')).toBe(20);
    expect(count('REFERRAL_DAY_FULL')).toBe(80);
    expect(spentFen(q)).toBe(20 * BOTH_FEN);
  }, 60_000);

  test('five in 10 minutes, and five more after them, are no burst', async () => {
    const q = await quarterOf('gui');
    const scene = await q.cardOf('gui');
    for (let n = 0; n < 10; n += 1) {
      if (n === 5) q.advance(10 * MINUTE_MS);
      expect((await q.bound(`n${n}`, scene)).state).toBe('bound');
    }
  });
});

describe('limits', () => {
  test('in all: the third neighbour of a card for 2 is refused; a place comes back when one expires', async () => {
    const q = await aQuarter({ programme: { mostInAll: 2 } });
    for (const name of ['gui', 'x', 'y', 'z']) q.moveIn(name);
    const scene = await q.cardOf('gui');
    for (const name of ['x', 'y']) await q.bound(name, scene);
    await cannot(q, 'z', scene, 'REFERRAL_FULL');
  });

  test('a budget that pays for one: the second is refused and nothing of it stays taken', async () => {
    const q = await aQuarter({ budgetFen: 3_999 });
    for (const name of ['gui', 'x', 'y']) q.moveIn(name);
    const scene = await q.cardOf('gui');
    await q.bound('x', scene);
    expect(await q.bind('y', scene)).toMatchObject({ code: 'BUDGET_GONE' });
    expect([q.left(BUDGET, CAMPAIGN), limitOf(q, scene).left.n]).toEqual([1_999, 49]);
  });

  test('a paused campaign binds nobody, and what was bound before is kept', async () => {
    const q = await quarterOf('gui', 'x', 'y');
    const scene = await q.cardOf('gui');
    await q.bound('x', scene);
    q.asStaff('boss', ['owner']);
    await q.staffCall('boss', 'campaign.pause', { campaignId: CAMPAIGN });
    expect(await q.land('y', scene)).toMatchObject({ code: 'CAMPAIGN_PAUSED' });
    expect(await q.bind('y', scene)).toMatchObject({ code: 'CAMPAIGN_PAUSED' });
    await q.firstOrder('x');
    expect(q.rewardsOf('gui').length).toBe(1);
  });
});

describe('guessing', () => {
  test('10 wrong scenes in a minute close the door for 10 minutes; the right id with a wrong half is wrong', async () => {
    const q = await quarterOf('gui', 'ann');
    const scene = await q.cardOf('gui');
    const forged = `${scene.slice(0, 16)}${'A'.repeat(16)}`;
    for (let n = 0; n < 10; n += 1) expect(await q.land('ann', forged)).toMatchObject({ code: 'CARD_UNKNOWN' });
    expect(await q.land('ann', scene)).toMatchObject({ code: 'TOO_MANY_TRIES' });
    q.advance(10 * MINUTE_MS);
    expect((await q.landed('ann', scene)).standing).toEqual({ state: 'open' });
  });
});
