import { aQuarter, type Quarter } from '../../../../tests/support/referring';
import { asked } from '../../../../tests/support/refunding';
import { BUDGET, CAMPAIGN } from '../../../../tests/support/shop';
import type { Cell } from '../../../kernel/cell';
import { DAY_MS, MINUTE_MS } from '../../../kernel/period';
import type { Stored } from '../../../platform/db';

type Night = Stored & { readonly phase: string | null; readonly differences: readonly unknown[] };

/** Nights until some minutes after ten of the morning `days` later: each reads the day before. */
async function nights(q: Quarter, days: number): Promise<readonly Night[]> {
  for (let day = 0; day < days; day += 1) {
    q.advance(DAY_MS);
    for (let minute = 0; minute < 4; minute += 1) {
      q.advance(MINUTE_MS);
      await q.tick();
    }
  }
  return q.engine.dump<Night>('reconciliations').filter(({ phase }) => phase === null);
}

test('what is bound, held, rewarded, revoked and expired: the nights find no number that differs', async () => {
  const q = await aQuarter({ offers: [] });
  for (const name of ['gui', 'ann', 'b', 'c', 'd']) q.moveIn(name);
  const scene = await q.cardOf('gui', 'shared');
  for (const name of ['ann', 'b', 'c']) await q.bound(name, scene);
  await q.bind('d', scene, { device: 'shared' });
  await q.firstOrder('b');
  const orderId = await q.firstOrder('ann');
  await asked(q, orderId, { rice: 1 });
  const early = await nights(q, 3);
  const late = await nights(q, 30);
  expect(early.length).toBeGreaterThan(0);
  expect(late.length).toBeGreaterThan(early.length);
  expect(late.flatMap(({ differences }) => differences)).toEqual([]);
  const states = q.referrals().map(({ state }) => state);
  expect(states.sort()).toEqual(['expired', 'expired', 'revoked', 'rewarded']);
}, 60_000);

describe('cash of an order that went back whole', () => {
  const cash = { form: 'payout', fen: 500 } as const;
  const approval = { by: '陈律师', atMs: 1, reference: 'L-2026-11' };

  async function paidInCash(): Promise<{ q: Quarter; orderId: string }> {
    const q = await aQuarter({ offers: [], programme: { inviterReward: cash, inviteeReward: cash, approval } });
    for (const name of ['gui', 'ann']) q.moveIn(name);
    await q.bound('ann', await q.cardOf('gui'));
    const orderId = await q.firstOrder('ann');
    await q.tick();
    return { q, orderId };
  }
  const limit = (q: Quarter) => q.engine.dump<Cell>('cells').find(({ _id }) => _id.startsWith('card_'))?.left.n;

  test('withheld: the campaign has both 500 again, the card its place, and the nights find no difference', async () => {
    const { q, orderId } = await paidInCash();
    expect([q.left(BUDGET, CAMPAIGN), limit(q)]).toEqual([999_000, 49]);
    await asked(q, orderId, { rice: 1 });
    const found = await nights(q, 3);
    expect(q.engine.dump<Stored & { state: string }>('payouts').map(({ state }) => state)).toEqual([
      'withheld',
      'withheld',
    ]);
    expect([q.left(BUDGET, CAMPAIGN), limit(q)]).toEqual([1_000_000, 50]);
    expect(found.flatMap(({ differences }) => differences)).toEqual([]);
  }, 60_000);

  test('paid before: it stays spent, and counts', async () => {
    const { q, orderId } = await paidInCash();
    for (const payout of q.engine.dump<Stored & { tab: string }>('payouts'))
      q.engine.put('payouts', { ...payout, state: 'paid', tab: 'done' } as never);
    await asked(q, orderId, { rice: 1 });
    await nights(q, 1);
    expect([q.left(BUDGET, CAMPAIGN), limit(q)]).toEqual([999_000, 49]);
  }, 60_000);
});
