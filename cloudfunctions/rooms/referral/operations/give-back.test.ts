import { aQuarter, type Quarter } from '../../../../tests/support/referring';
import { asked } from '../../../../tests/support/refunding';
import { BUDGET, CAMPAIGN } from '../../../../tests/support/shop';
import type { Cell } from '../../../kernel/cell';
import { DAY_MS, MINUTE_MS } from '../../../kernel/period';
import { limitCellId, readScene } from '../domain/card';

const FULL_FEN = 1_000_000;
const spentFen = (q: Quarter) => FULL_FEN - q.left(BUDGET, CAMPAIGN);

async function quarterOf(...names: readonly string[]): Promise<Quarter> {
  const q = await aQuarter();
  for (const name of names) q.moveIn(name);
  return q;
}

/** Refused by binding and said beforehand by landing, without anything taken. */
async function _cannot(q: Quarter, name: string, scene: string, code: string): Promise<void> {
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
