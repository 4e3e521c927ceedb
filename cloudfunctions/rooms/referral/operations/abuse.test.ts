import { aQuarter, BOTH_FEN, type Quarter } from '../../../../tests/support/referring';
import { asked } from '../../../../tests/support/refunding';
import { BUDGET, CAMPAIGN } from '../../../../tests/support/shop';
import type { Cell } from '../../../kernel/cell';
import { DAY_MS, MINUTE_MS } from '../../../kernel/period';
import type { StaffLogEntry } from '../../../platform/staff';
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

describe('self', () => {
  test('one own card', async () => {
    const q = await quarterOf('gui');
    await cannot(q, 'gui', await q.cardOf('gui'), 'REFERRAL_SELF');
  });

  test('another WeChat with the phone number of the inviter', async () => {
    const q = await quarterOf('gui');
    q.moveIn('second', { phone: '13900000001' });
    await cannot(q, 'second', await q.cardOf('gui'), 'REFERRAL_SAME_HOUSEHOLD');
  });

  test('another WeChat at the home of the inviter, written otherwise: 102 and 1０2室', async () => {
    const q = await quarterOf('gui');
    q.moveIn('second', { room: '1０2室' });
    await cannot(q, 'second', await q.cardOf('gui'), 'REFERRAL_SAME_HOUSEHOLD');
  });

  test('no address at binding, the home of the inviter on the order: refused at receipt, all given back', async () => {
    const q = await quarterOf('gui', 'ann');
    const scene = await q.cardOf('gui');
    q.engine.store.removeNow('residents', { _id: q.residentId('ann') });
    expect((await q.bound('ann', scene)).state).toBe('bound');
    q.moveIn('ann', { room: '102' });
    await q.firstOrder('ann');
    expect(q.referralOf('ann')).toMatchObject({ state: 'refused', code: 'REFERRAL_SAME_HOUSEHOLD' });
    // ¥5 off the first order is all that is left booked.
    expect([q.rewardsOf('ann'), q.rewardsOf('gui'), spentFen(q)]).toEqual([[], [], 500]);
    expect(limitOf(q, scene).left.n).toBe(50);
  });
});

describe('rings', () => {
  test('of two: B, whom A invited, invites A', async () => {
    const q = await quarterOf('a', 'b');
    await q.bound('b', await q.cardOf('a'));
    await cannot(q, 'a', await q.cardOf('b'), 'REFERRAL_RING');
  });

  test('of two in the same moment: both are bound, and at receipt neither counts', async () => {
    const q = await quarterOf('a', 'b');
    const [ofA, ofB] = [await q.cardOf('a'), await q.cardOf('b')];
    const replies = await Promise.all([q.bind('b', ofA), q.bind('a', ofB)]);
    expect(replies.map(({ ok }) => ok)).toEqual([true, true]);
    for (const name of ['a', 'b']) await q.firstOrder(name);
    await q.tick();
    expect([q.rewardsOf('a'), q.rewardsOf('b')]).toEqual([[], []]);
    expect(q.referrals().map(({ code }) => code)).toEqual(['REFERRAL_RING', 'REFERRAL_RING']);
  });

  test('of three: A → B → C → A', async () => {
    const q = await quarterOf('a', 'b', 'c');
    await q.bound('b', await q.cardOf('a'));
    await q.bound('c', await q.cardOf('b'));
    expect(await q.bind('a', await q.cardOf('c'))).toMatchObject({ code: 'REFERRAL_RING' });
    expect(spentFen(q)).toBe(2 * BOTH_FEN);
  });

  test('a chain is no ring: A → B → C pays A and B for B, B and C for C, and A nothing for C', async () => {
    const q = await quarterOf('a', 'b', 'c');
    await q.bound('b', await q.cardOf('a'));
    await q.firstOrder('b');
    await q.bound('c', await q.cardOf('b'));
    await q.firstOrder('c');
    expect(['a', 'b', 'c'].map((name) => q.rewardsOf(name).length)).toEqual([1, 2, 1]);
  });
});

describe('one home, many accounts', () => {
  async function threeAt(room: string): Promise<Quarter> {
    const q = await quarterOf('gui');
    const scene = await q.cardOf('gui');
    for (const [index, name] of ['x', 'y', 'z'].entries()) {
      q.moveIn(name, { room, phone: `1370000000${index}` });
      await q.bound(name, scene);
      await q.firstOrder(name);
    }
    return q;
  }

  test('the third first order at one address is held with its order, the two before count', async () => {
    const q = await threeAt('908');
    expect(['x', 'y', 'z'].map((name) => q.referralOf(name).state)).toEqual(['rewarded', 'rewarded', 'held']);
    expect([q.rewardsOf('gui').length, q.rewardsOf('z')]).toEqual([2, []]);
    const [held] = await q.held();
    expect(held).toMatchObject({ doubts: ['ADDRESS_THRICE'], order: { paidFen: expect.any(Number) } });
  });

  test('staff pass it: both are rewarded at once; saying it again gives nothing more', async () => {
    const q = await threeAt('908');
    const input = { referralId: q.referralOf('z')._id, note: '三代同住，电话核实过' };
    for (let n = 0; n < 2; n += 1)
      expect(await q.staffCall('kefu', 'referral.pass', input)).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    q.asStaff('kefu', ['support']);
    for (let n = 0; n < 2; n += 1)
      expect(await q.staffCall('kefu', 'referral.pass', input)).toMatchObject({
        ok: true,
        data: { state: 'rewarded' },
      });
    expect([q.rewardsOf('gui').length, q.rewardsOf('z').length]).toEqual([3, 1]);
    const log = q.engine.dump<StaffLogEntry>('staffLog').filter(({ operation }) => operation === 'referral.pass');
    expect(log).toMatchObject([
      { operation: 'referral.pass', before: { state: 'held' }, after: { state: 'rewarded' } },
    ]);
    expect(await q.staffCall('kefu', 'referral.refuse', input)).toMatchObject({ code: 'REFERRAL_DECIDED' });
  });

  test('staff refuse it: nobody is rewarded, ¥20 and one of the limit come back', async () => {
    const q = await threeAt('908');
    const before = spentFen(q);
    q.asStaff('kefu', ['support']);
    const input = { referralId: q.referralOf('z')._id, note: '同一家人' };
    expect(await q.staffCall('kefu', 'referral.refuse', input)).toMatchObject({ ok: true, data: { state: 'refused' } });
    expect([q.rewardsOf('z'), before - spentFen(q)]).toEqual([[], BOTH_FEN]);
    const { rows } = await q.mine('gui');
    expect(rows.filter(({ state }) => state === 'refused')).toMatchObject([{ code: 'REFERRAL_NOT_PASSED' }]);
  });
});

describe('who is not new', () => {
  test('a resident who has paid an order before', async () => {
    const q = await quarterOf('gui', 'ann');
    await q.firstOrder('ann', 'paid');
    await q.tick();
    await cannot(q, 'ann', await q.cardOf('gui'), 'REFERRAL_NOT_NEW');
  });

  test('one who has received orders', async () => {
    const q = await quarterOf('gui', 'ann');
    await q.firstOrder('ann');
    await cannot(q, 'ann', await q.cardOf('gui'), 'REFERRAL_NOT_NEW');
  });

  test('one whose order waits for its payment', async () => {
    const q = await quarterOf('gui', 'ann');
    await q.buy('ann', { lines: { rice: 1 } });
    await cannot(q, 'ann', await q.cardOf('gui'), 'REFERRAL_HAS_ORDER');
  });

  test('who was brought by another card first: it stands for 30 days less 1 ms, and not at 30', async () => {
    const q = await aQuarter({ programme: { endsAtMs: Date.UTC(2026, 11, 21, 2) } });
    for (const name of ['gui', 'hu', 'ann']) q.moveIn(name);
    const [first, second] = [await q.cardOf('gui'), await q.cardOf('hu')];
    const { untilMs } = await q.bound('ann', first);
    await cannot(q, 'ann', second, 'REFERRAL_BOUND_BEFORE');
    expect(untilMs - q.nowMs).toBe(30 * DAY_MS);
  });

  test('staff of the shop, on either side', async () => {
    const q = await quarterOf('gui', 'bob', 'ann');
    const [ofGui, ofBob] = [await q.cardOf('gui'), await q.cardOf('bob')];
    q.asStaff('bob', ['courier']);
    await cannot(q, 'bob', ofGui, 'REFERRAL_STAFF');
    await cannot(q, 'ann', ofBob, 'REFERRAL_STAFF');
    const input = { deviceId: 'b'.repeat(22) };
    expect(await q.call('bob', 'referral.card', input)).toMatchObject({ code: 'REFERRAL_STAFF' });
  });
});

describe('the same phone, as far as can be known', () => {
  test('a neighbour on the device that made the card is held, not refused', async () => {
    const q = await quarterOf('gui', 'ann');
    const scene = await q.cardOf('gui', 'shared');
    expect(await q.bind('ann', scene, { device: 'shared' })).toMatchObject({ data: { state: 'held' } });
    expect(q.referralOf('ann')).toMatchObject({ state: 'held', doubts: ['SAME_DEVICE'] });
    await q.firstOrder('ann');
    expect([q.referralOf('ann').state, q.rewardsOf('gui')]).toEqual(['held', []]);
    expect((await q.mine('ann')).invited).toMatchObject({ state: 'held', step: 3 });
  });

  test('two neighbours of one card on one device: the second is held', async () => {
    const q = await quarterOf('gui', 'x', 'y');
    const scene = await q.cardOf('gui');
    expect(await q.bind('x', scene, { device: 'farm' })).toMatchObject({ data: { state: 'bound' } });
    expect(await q.bind('y', scene, { device: 'farm' })).toMatchObject({ data: { state: 'held' } });
  });
});

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

describe('receiving twice, and giving back', () => {
  test('ten receipts at once and a timer: one reward each', async () => {
    const q = await quarterOf('gui', 'ann');
    await q.bound('ann', await q.cardOf('gui'));
    const orderId = await q.firstOrder('ann', 'delivered');
    await Promise.all([...Array(10)].map(() => q.call('ann', 'order.receive', { orderId })));
    await Promise.all([q.tick(), q.tick()]);
    expect([q.rewardsOf('ann').length, q.rewardsOf('gui').length]).toEqual([1, 1]);
  });

  test('a second order brings no second reward', async () => {
    const q = await quarterOf('gui', 'ann');
    await q.bound('ann', await q.cardOf('gui'));
    for (let n = 0; n < 2; n += 1) await q.firstOrder('ann');
    expect([q.rewardsOf('ann').length, q.rewardsOf('gui').length]).toEqual([1, 1]);
  });

  async function rewarded(): Promise<{ q: Quarter; scene: string; orderId: string }> {
    const q = await quarterOf('gui', 'ann');
    const scene = await q.cardOf('gui');
    await q.bound('ann', scene);
    const orderId = await q.firstOrder('ann');
    await q.tick();
    return { q, scene, orderId };
  }

  test('unused: both are revoked, and the limit and the budget have it again', async () => {
    const { q, scene, orderId } = await rewarded();
    expect(limitOf(q, scene).left.n).toBe(49);
    await asked(q, orderId, { rice: 1 });
    for (let n = 0; n < 12; n += 1) {
      await q.tick();
      q.advance(2 * MINUTE_MS);
    }
    expect([q.rewardsOf('ann'), q.rewardsOf('gui')]).toEqual([['revoked 满 40 减 10'], ['revoked 满 40 减 10']]);
    expect(limitOf(q, scene).left.n).toBe(50);
    expect(spentFen(q)).toBe(0);
    expect((await q.mine('gui')).gained.couponsFen).toBe(0);
  });

  test('used by the inviter: it stays, and counts against the limit', async () => {
    const { q, scene, orderId } = await rewarded();
    const [couponId = ''] = Object.keys(q.wallet('gui').coupons);
    const second = await q.buy('gui', { lines: { rice: 2 }, couponIds: [couponId] });
    await q.call('gui', 'order.pay', { orderId: second.orderId });
    q.pay.settle(second.orderId);
    await q.payCallback(second.orderId);
    q.advance(MINUTE_MS);
    await q.tick();
    await asked(q, orderId, { rice: 1 });
    expect(q.wallet('gui').coupons[couponId]?.status.state).toBe('used');
    expect(limitOf(q, scene).left.n).toBe(49);
  });

  test('asked for 7 days less 1 ms after receipt it is revoked, at 7 days it is not', async () => {
    for (const [afterMs, state] of [
      [7 * DAY_MS - 1, 'revoked'],
      [7 * DAY_MS, 'rewarded'],
    ] as const) {
      const { q, orderId } = await rewarded();
      q.advance(afterMs);
      await asked(q, orderId, { rice: 1 }).catch(() => undefined);
      await q.tick();
      expect(q.referralOf('ann').state).toBe(state);
    }
  });
});
