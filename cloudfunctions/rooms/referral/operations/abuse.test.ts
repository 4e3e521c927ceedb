import { aQuarter, BOTH_FEN, type Quarter } from '../../../../tests/support/referring';
import { BUDGET, CAMPAIGN } from '../../../../tests/support/shop';
import type { Cell } from '../../../kernel/cell';
import { DAY_MS } from '../../../kernel/period';
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

  test('two neighbours of two cards on one device: the second is held', async () => {
    const q = await quarterOf('gui', 'hu', 'x', 'y');
    const [one, two] = [await q.cardOf('gui'), await q.cardOf('hu')];
    expect(await q.bind('x', one, { device: 'farm' })).toMatchObject({ data: { state: 'bound' } });
    expect(await q.bind('y', two, { device: 'farm' })).toMatchObject({ data: { state: 'held' } });
  });

  test('two neighbours of one card on one device: the second is held', async () => {
    const q = await quarterOf('gui', 'x', 'y');
    const scene = await q.cardOf('gui');
    expect(await q.bind('x', scene, { device: 'farm' })).toMatchObject({ data: { state: 'bound' } });
    expect(await q.bind('y', scene, { device: 'farm' })).toMatchObject({ data: { state: 'held' } });
  });
});
