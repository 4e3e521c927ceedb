import { aQuarter, type Quarter } from '../../../../tests/support/referring';
import { asked } from '../../../../tests/support/refunding';
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
