import { aQuarter, type Quarter } from '../../../../tests/support/referring';
import { atRest, expectSound } from '../../../../tests/support/referring-rest';
import { asked } from '../../../../tests/support/refunding';
import { atEveryWrite, TROUBLES, troubleAt } from '../../../../tests/support/trouble';

/** No offers: all that the budget pays is what cards bring. */
async function neighbours(): Promise<{ q: Quarter; scene: string }> {
  const q = await aQuarter({ offers: [] });
  for (const name of ['gui', 'ann']) q.moveIn(name);
  return { q, scene: await q.cardOf('gui') };
}

describe.each(TROUBLES)('%s at every single write', (trouble) => {
  test('binding: the same key tells one story, and what was taken is what stands', async () => {
    const writes = await atEveryWrite(async (n) => {
      const { q, scene } = await neighbours();
      await q.landed('ann', scene);
      const key = q.key();
      const { met } = troubleAt(q, n, trouble);
      const first = await q.bind('ann', scene, { key });
      await atRest(q);
      const again = await q.bind('ann', scene, { key });
      if (first.ok) expect(again).toMatchObject({ ok: true, data: first.data });
      await atRest(q);
      expectSound(q);
      expect(q.referrals().map(({ state }) => state)).toEqual(again.ok ? ['bound'] : []);
      return met();
    });
    expect(writes).toBeGreaterThanOrEqual(4);
  }, 60_000);

  test('a binding that nobody asks for again still gets its document, and its reward', async () => {
    await atEveryWrite(async (n) => {
      const { q, scene } = await neighbours();
      const { met } = troubleAt(q, n, trouble);
      await q.bind('ann', scene);
      await atRest(q);
      await q.firstOrder('ann');
      await atRest(q);
      expectSound(q);
      const isBound = q.wallet('ann').referral !== undefined;
      expect([q.rewardsOf('ann').length, q.rewardsOf('gui').length]).toEqual(isBound ? [1, 1] : [0, 0]);
      return met();
    });
  }, 120_000);

  test('the first receipt rewards both once, however often it is tried', async () => {
    const writes = await atEveryWrite(async (n) => {
      const { q, scene } = await neighbours();
      await q.bound('ann', scene);
      const orderId = await q.firstOrder('ann', 'delivered');
      await atRest(q);
      const { met } = troubleAt(q, n, trouble);
      await q.call('ann', 'order.receive', { orderId });
      await atRest(q);
      await q.call('ann', 'order.receive', { orderId });
      await atRest(q);
      expectSound(q);
      expect([q.rewardsOf('ann').length, q.rewardsOf('gui').length]).toEqual([1, 1]);
      return met();
    });
    expect(writes).toBeGreaterThanOrEqual(5);
  }, 120_000);

  test('the whole order back revokes both once', async () => {
    await atEveryWrite(async (n) => {
      const { q, scene } = await neighbours();
      await q.bound('ann', scene);
      const orderId = await q.firstOrder('ann');
      await atRest(q);
      const { met } = troubleAt(q, n, trouble);
      await asked(q, orderId, { rice: 1 }).catch(() => undefined);
      await atRest(q);
      await asked(q, orderId, { rice: 1 }).catch(() => undefined);
      await atRest(q);
      expectSound(q);
      expect(q.referralOf('ann').state).toBe('revoked');
      return met();
    });
  }, 120_000);
});

describe.each(TROUBLES)('staff decide, and %s', (trouble) => {
  test.each(['referral.pass', 'referral.refuse'])(
    '%s: decided once',
    async (operation) => {
      await atEveryWrite(async (n) => {
        const q = await aQuarter({ offers: [] });
        for (const name of ['gui', 'ann']) q.moveIn(name);
        await q.bind('ann', await q.cardOf('gui', 'shared'), { device: 'shared' });
        await q.firstOrder('ann');
        await atRest(q);
        q.asStaff('kefu', ['support']);
        const input = { referralId: q.referralOf('ann')._id, note: '电话核实过' };
        const { met } = troubleAt(q, n, trouble);
        await q.staffCall('kefu', operation, input);
        await atRest(q);
        await q.staffCall('kefu', operation, input);
        await atRest(q);
        expectSound(q);
        expect(q.referralOf('ann').state).toBe(operation === 'referral.pass' ? 'rewarded' : 'refused');
        return met();
      });
    },
    120_000,
  );
});
