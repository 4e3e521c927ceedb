import type { Adjustment } from '../settlement';
import { budgetNeeds, offersWithoutRoom } from './needs';

const took = (amountFen: number, of: Partial<Adjustment>): Adjustment =>
  ({ campaignId: 'launch', offerId: null, couponId: null, amountFen, ...of }) as Adjustment;

const adjustments = [
  took(-1_200, { offerId: 'tiers' }),
  took(-500, { offerId: 'first' }),
  took(-300, { offerId: 'tiers' }),
  took(-800, { couponId: 'c1' }),
  took(-200, { campaignId: null }),
];

test('one need a campaign: its own key with the sum, each offer with its part; coupons were reserved at claim', () => {
  expect(budgetNeeds(adjustments)).toEqual([
    { campaignId: 'launch', cellId: 'budget_launch', q: { launch: 2_000, tiers: 1_500, first: 500 } },
  ]);
});

const room = (left: { [key: string]: number }) =>
  offersWithoutRoom(budgetNeeds(adjustments), new Map([['budget_launch', { left }]]));

test.each([
  [{ launch: 2_000, tiers: 1_500, first: 500 }, []],
  [{ launch: 2_000, tiers: 1_499, first: 500 }, ['tiers']],
  [{ launch: 1_999, tiers: 9_999, first: 9_999 }, ['tiers', 'first']],
  [{ launch: 9_999, tiers: 9_999 }, ['first']],
])('left %j: no room for %j', (left, without) => {
  expect(room(left)).toEqual(without);
});

test('a cell that was not read counts as having room: the hold itself decides', () => {
  expect(offersWithoutRoom(budgetNeeds(adjustments), new Map())).toEqual([]);
});
