import { aQuarter, type Quarter } from '../../../../tests/support/referring';
import { BUDGET, CAMPAIGN } from '../../../../tests/support/shop';
import { RISKY } from '../../../../tests/support/wechat-port';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../kernel/period';
import type { Stored } from '../../../platform/db';
import type { LiveCardView, PosterView } from '../contract';
import { readScene } from '../domain/card';

const dress = (more: object) => ({ name: '', lineId: 'fresh', showsBuilding: false, showsGoods: false, ...more });

async function quarterOf(...names: readonly string[]): Promise<Quarter> {
  const q = await aQuarter();
  for (const name of names) q.moveIn(name);
  return q;
}

const dataOf = <T>(reply: Awaited<ReturnType<Quarter['call']>>): T => {
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.data as T;
};

/** A warm function: what it keeps between calls has been read once. */
async function trips(q: Quarter, call: () => Promise<unknown>): Promise<number> {
  q.db.restart();
  await call();
  return q.db.meter.sequential;
}

describe('round trips of a warm function', () => {
  test('a landing takes 2, with goods on the card and for somebody who came before too', async () => {
    const q = await quarterOf('gui', 'ann', 'li');
    await q.firstOrder('gui');
    const scene = await q.cardOf('gui');
    await q.call('gui', 'referral.dressCard', dress({ showsGoods: true }));
    await q.landed('li', scene);
    await q.call('ann', 'account.session', {});
    expect(await trips(q, () => q.landed('ann', scene))).toBeLessThanOrEqual(2);
    expect(await trips(q, () => q.landed('ann', scene))).toBeLessThanOrEqual(2);
    await q.bound('ann', scene);
    expect(await trips(q, () => q.landed('ann', scene))).toBeLessThanOrEqual(2);
  });

  test('binding takes 6: open, look, take, count the burst, decide, keep', async () => {
    const q = await quarterOf('gui', 'ann', 'li');
    const scene = await q.cardOf('gui');
    for (const name of ['li', 'ann']) await q.landed(name, scene);
    await q.bound('li', scene);
    expect(await trips(q, () => q.bound('ann', scene))).toBeLessThanOrEqual(6);
  });
});

describe('the card', () => {
  test('many devices at once make one, and its scene stays', async () => {
    const q = await quarterOf('gui');
    const scenes = await Promise.all(['a', 'b', 'c', 'd'].map((device) => q.cardOf('gui', device)));
    expect(new Set([...scenes, await q.cardOf('gui')]).size).toBe(1);
    expect(q.engine.dump('referralCards').length).toBe(1);
  });

  test('a name of their own is checked by WeChat before anybody sees it', async () => {
    const q = await quarterOf('gui', 'ann');
    const scene = await q.cardOf('gui');
    const risky = await q.call('gui', 'referral.dressCard', dress({ name: RISKY }));
    expect(risky).toMatchObject({ code: 'TEXT_NOT_ALLOWED', detail: { field: 'name' } });
    expect((await q.landed('ann', scene)).inviter.name).toBe('g**');
    await q.call('gui', 'referral.dressCard', dress({ name: '桂姨' }));
    expect((await q.landed('ann', scene)).inviter).toMatchObject({ name: '桂姨', building: '' });
    await q.call('gui', 'referral.dressCard', dress({ showsBuilding: true }));
    expect((await q.landed('ann', scene)).inviter).toMatchObject({ name: 'g**', building: '1', estateName: '云栖苑' });
  });

  test('a sentence that the programme does not have is refused', async () => {
    const q = await quarterOf('gui');
    await q.cardOf('gui');
    expect(await q.call('gui', 'referral.dressCard', dress({ lineId: 'own_words' }))).toMatchObject({
      code: 'LINE_UNKNOWN',
    });
  });

  test('what its resident often buys is shown only where the resident says so', async () => {
    const q = await quarterOf('gui', 'ann');
    q.engine.put('products', product('rice') as Stored);
    for (let n = 0; n < 2; n += 1) await q.firstOrder('gui');
    const scene = await q.cardOf('gui');
    expect((await q.landed('ann', scene)).inviter.goods).toEqual([]);
    await q.call('gui', 'referral.dressCard', dress({ showsGoods: true }));
    const { goods } = (await q.landed('ann', scene)).inviter;
    expect(goods).toMatchObject([{ times: 2, product: { productId: 'rice', sku: { priceFen: 3_990 } } }]);
  });

  test('the poster carries the mini-program code of the same scene, drawn by WeChat once', async () => {
    const q = await quarterOf('gui');
    const scene = await q.cardOf('gui');
    const posters = [];
    for (let n = 0; n < 2; n += 1) posters.push(dataOf<PosterView>(await q.call('gui', 'referral.poster', {})));
    expect(posters).toMatchObject([
      { scene, code: 'iVBORw0KGgo=' },
      { scene, code: 'iVBORw0KGgo=' },
    ]);
    expect(q.engine.dump('referralCodes')).toMatchObject([{ _id: readScene(scene).cardId }]);
  });

  test('where nothing runs there is no card', async () => {
    const q = await quarterOf('gui');
    q.asStaff('boss', ['owner']);
    await q.staffCall('boss', 'campaign.stopAll', { stopped: true });
    const reply = await q.call('gui', 'referral.card', { deviceId: 'g'.repeat(22) });
    expect(reply).toMatchObject({ code: 'REFERRAL_NOT_RUNNING' });
    expect(await q.mine('gui')).toMatchObject({ programme: null, came: 0, rows: [] });
  });
});

const product = (id: string) => ({
  ...{ _id: id, name: id, meta: '', picture: id, tint: 'oat', categoryId: 'food', description: '', details: [] },
  skus: [{ skuId: id, spec: '1 份', listFen: 3_990, floorFen: 0, noPromotion: false, shelfCellId: 'shelf_01' }],
  ...{ deliveryNote: '', returnNote: '', keywords: [], onSale: true, soldCount: 0, fromFen: 3_990 },
});

describe('the message whose text WeChat keeps up to date', () => {
  const live = async (q: Quarter) => dataOf<LiveCardView>(await q.call('gui', 'referral.liveCard', {}));

  test('is made once a day, and tells how many neighbours the card has bound', async () => {
    const q = await quarterOf('gui', 'ann', 'li');
    const scene = await q.cardOf('gui');
    const first = await live(q);
    expect(first).toEqual({ activityId: 'activity_1', memberCount: 0, roomLimit: 50 });
    for (const name of ['ann', 'li']) await q.bound(name, scene);
    expect(q.live()).toEqual({ activity_1: { memberCount: 2, roomLimit: 50 } });
    expect(await live(q)).toEqual({ ...first, memberCount: 2 });
    q.advance(DAY_MS);
    expect((await live(q)).activityId).toBe('activity_2');
  });
});

describe('time', () => {
  async function bound(): Promise<{ q: Quarter; scene: string; untilMs: number }> {
    const q = await aQuarter({ offers: [] });
    for (const name of ['gui', 'ann', 'li']) q.moveIn(name);
    q.advance(1);
    const scene = await q.cardOf('gui');
    const { untilMs } = await q.bound('ann', scene);
    return { q, scene, untilMs };
  }

  async function until(q: Quarter, atMs: number): Promise<void> {
    q.nowMs = atMs;
    await q.tick();
  }

  test('30 days without an order: it expires, and budget and limit have it again', async () => {
    const { q, untilMs } = await bound();
    await until(q, untilMs - 1);
    expect(q.referralOf('ann').state).toBe('bound');
    await until(q, untilMs + HOUR_MS);
    expect([q.referralOf('ann').state, q.left(BUDGET, CAMPAIGN)]).toEqual(['expired', 1_000_000]);
    expect((await q.mine('gui')).rows).toMatchObject([{ state: 'expired', step: 1 }]);
    await q.firstOrder('ann');
    expect([q.rewardsOf('ann'), q.rewardsOf('gui')]).toEqual([[], []]);
  });

  test('an order placed in the last millisecond and received weeks later still counts', async () => {
    const { q, untilMs } = await bound();
    q.nowMs = untilMs - 1;
    const orderId = await q.firstOrder('ann', 'delivered');
    await until(q, untilMs + HOUR_MS);
    expect(q.referralOf('ann').state).toBe('bound');
    q.advance(DAY_MS);
    await q.receive('ann', orderId);
    expect(q.rewardsOf('gui').length).toBe(1);
  });

  test("an order placed at 30 days is nobody's", async () => {
    const { q, untilMs } = await bound();
    q.nowMs = untilMs;
    const orderId = await q.firstOrder('ann');
    expect(q.order(orderId).referralId).toBeUndefined();
    expect(q.rewardsOf('gui')).toEqual([]);
  });

  test('a first order that was cancelled: the next one within the 30 days counts', async () => {
    const { q } = await bound();
    const first = await q.firstOrder('ann', 'paid');
    await q.call('ann', 'order.cancel', { orderId: first });
    q.advance(MINUTE_MS);
    await q.tick();
    await q.firstOrder('ann');
    expect([q.rewardsOf('ann').length, q.rewardsOf('gui').length]).toEqual([1, 1]);
  });
});

describe('other forms of reward', () => {
  test('points: pending for 7 days, of a cause that no draw takes; the budget pays 100 fen for 100', async () => {
    const points = { form: 'points', points: 100 } as const;
    const q = await aQuarter({ offers: [], programme: { inviterReward: points, inviteeReward: points } });
    for (const name of ['gui', 'ann']) q.moveIn(name);
    await q.bound('ann', await q.cardOf('gui'));
    await q.firstOrder('ann');
    const [lot] = Object.values(q.wallet('gui').lots);
    const cause = `referral:${q.referralOf('ann')._id}`;
    expect(lot).toMatchObject({ points: 100, cause, spendableFromMs: q.nowMs + 7 * DAY_MS });
    expect(q.left(BUDGET, CAMPAIGN)).toBe(1_000_000 - 200);
    expect((await q.mine('gui')).gained).toEqual({ coupons: 0, couponsFen: 0, points: 100, payoutFen: 0 });
  });

  test("cash, with counsel's recorded word: two payouts that wait for approval, never more", async () => {
    const cash = { form: 'payout', fen: 500 } as const;
    const approval = { by: '陈律师', atMs: 1, reference: 'L-2026-11' };
    const q = await aQuarter({ programme: { inviterReward: cash, inviteeReward: cash, approval } });
    for (const name of ['gui', 'ann']) q.moveIn(name);
    await q.bound('ann', await q.cardOf('gui'));
    const orderId = await q.firstOrder('ann');
    for (let n = 0; n < 3; n += 1) {
      await q.receive('ann', orderId);
      q.advance(MINUTE_MS);
      await q.tick();
    }
    const payouts = q.engine.dump<Stored & { residentId: string; state: string }>('payouts');
    expect(payouts.map(({ residentId }) => residentId).sort()).toEqual(
      [q.residentId('ann'), q.residentId('gui')].sort(),
    );
    for (const { state } of payouts) expect(state).toBe('due');
  });
});

test('a page of neighbours is 20, the newest first, and the next follows', async () => {
  const q = await aQuarter({ programme: { mostPerDay: 20, mostInAll: 50 } });
  q.moveIn('gui');
  const scene = await q.cardOf('gui');
  for (let n = 0; n < 23; n += 1) {
    if (n === 15) q.advance(DAY_MS);
    q.advance(15 * MINUTE_MS);
    await q.bound(`n${n}`, scene);
  }
  const first = await q.mine('gui');
  expect([first.rows.length, first.came]).toEqual([20, 23]);
  const { next } = first;
  const second = dataOf<{ rows: readonly unknown[]; next: null }>(
    await q.call('gui', 'referral.mine', { cursor: next }),
  );
  expect([second.rows.length, second.next]).toEqual([3, null]);
});
