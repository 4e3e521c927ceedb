import type { Costly, FundingShares } from '../settlement';
import { budgetNeeds, offersWithoutRoom, type Reserved } from './needs';

type Adjustment = Costly['adjustments'][number];
const borne = (shopFen: number, merchantFen = 0): FundingShares => ({ shopFen, merchantsFen: { m: merchantFen } });
const took = (shopFen: number, of: Partial<Adjustment>): Adjustment =>
  ({ campaignId: 'launch', offerId: null, couponId: null, funding: borne(shopFen), ...of }) as Adjustment;

const quote = {
  adjustments: [
    took(1_200, { offerId: 'tiers' }),
    took(500, { offerId: 'first' }),
    took(100, { offerId: 'tiers', funding: borne(100, 200) }),
    took(800, { couponId: 'c1' }),
    took(200, { campaignId: null }),
  ],
  gifts: [],
  addOns: [],
} as Costly;

test('one need a campaign: its own key with the sum, each offer with its part; coupons were reserved at claim', () => {
  expect(budgetNeeds(quote)).toEqual([
    { campaignId: 'launch', cellId: 'budget_launch', q: { launch: 2_000, tiers: 1_500, first: 500 } },
  ]);
});

test('gifts and add-ons are booked as reductions are', () => {
  const given = <T>(offerId: string, shopFen: number): T =>
    ({ campaignId: 'spring', offerId, funding: borne(shopFen) }) as T;
  const more: Costly = { ...quote, gifts: [given('cup', 900)], addOns: [given('coupon', 800), given('warranty', 0)] };
  expect(budgetNeeds(more)[1]).toEqual({
    campaignId: 'spring',
    cellId: 'budget_spring',
    q: { spring: 1_700, cup: 900, coupon: 800 },
  });
});

const room = (left: { [key: string]: number }) =>
  offersWithoutRoom(budgetNeeds(quote), new Map([['budget_launch', { left }]]));

test.each([
  [{ launch: 2_000, tiers: 1_500, first: 500 }, []],
  [{ launch: 2_000, tiers: 1_499, first: 500 }, ['tiers']],
  [{ launch: 1_999, tiers: 9_999, first: 9_999 }, ['tiers', 'first']],
  [{ launch: 9_999, tiers: 9_999 }, ['first']],
])('left %j: no room for %j', (left, without) => {
  expect(room(left)).toEqual(without);
});

test('a cell that was not read counts as having room: the hold itself decides', () => {
  expect(offersWithoutRoom(budgetNeeds(quote), new Map())).toEqual([]);
});

describe('a coupon that came back after receipt with ¥5.00 of its ¥8.00 reserve', () => {
  const used = [took(800, { couponId: 'c1', templateId: 'tpl_60_8', amountFen: -800 })];
  const nothing = { gifts: [], addOns: [] };
  const reserved = { c1: { reserve: { cellId: 'budget_launch', q: { launch: 500 } } } };
  const needs = budgetNeeds({ ...nothing, adjustments: used }, reserved);

  test('takes the other ¥3.00 again when it takes ¥8.00 off', () => {
    expect(needs).toEqual([
      { campaignId: 'launch', cellId: 'budget_launch', q: { launch: 300 }, templates: { tpl_60_8: ['launch'] } },
    ]);
  });

  test.each([
    [300, []],
    [299, ['tpl_60_8']],
  ])('with %i fen of room, quoted without %j', (launch, without) => {
    expect(offersWithoutRoom(needs, new Map([['budget_launch', { left: { launch } }]]))).toEqual(without);
  });

  test.each([
    [300, []],
    [299, ['next', 'tpl_60_8']],
  ])('brought by an offer, with %i fen of room there: quoted without %j', (next, without) => {
    const ofOffer = { c1: { reserve: { cellId: 'budget_launch', q: { launch: 500, next: 500 } } } };
    const both = budgetNeeds({ ...nothing, adjustments: used }, ofOffer);
    expect(offersWithoutRoom(both, new Map([['budget_launch', { left: { launch: 900, next } }]]))).toEqual(without);
  });

  test('takes nothing where its reserve is enough, or where nothing was ever reserved', () => {
    const whole = { c1: { reserve: { cellId: 'budget_launch', q: { launch: 800 } } } };
    for (const known of [whole, { c1: {} }, {}] as Reserved[])
      expect(budgetNeeds({ ...nothing, adjustments: used }, known)).toEqual([]);
  });
});
