import { cell, worldWith } from '../../../../tests/support/coupon-world';
import { HOUR_MS } from '../../../kernel/period';
import { openCell } from '../../../platform/holds/open-cell';
import type { EndedCoupon } from '../domain/ended';
import { aCoupon } from '../domain/support/builders';

const ended = (id: string, cellId: string, atMs: number): EndedCoupon => ({
  _id: `${id}:end`,
  residentId: 'r_mei',
  coupon: aCoupon(),
  tab: 'over',
  endedAtMs: atMs,
  endedKey: `${atMs}_${id}:end`,
  owes: { reserve: { cellId, q: { launch: 800 } }, op: `fr_${id}`, at: atMs },
  owesDueAtMs: atMs,
});

test('a reserve whose budget is not there waits an hour and does not keep 150 others from being given back', async () => {
  const world = await worldWith();
  await openCell(world.engine, 'budget_launch', { launch: 0 });
  world.engine.put('coupons', ended('a_lost', 'budget_gone', world.nowMs - 1));
  for (let n = 0; n < 150; n += 1) world.engine.put('coupons', ended(`c${n}`, 'budget_launch', world.nowMs));
  await world.tick();
  await world.tick();
  expect(cell(world, 'budget_launch').left.launch).toBe(150 * 800);
  const owed = world.engine.dump<EndedCoupon>('coupons').filter(({ owes }) => owes !== null);
  expect(owed).toMatchObject([{ _id: 'a_lost:end', owesDueAtMs: world.nowMs + HOUR_MS }]);
});
