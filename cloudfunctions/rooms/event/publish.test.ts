import { aPlan } from '../../../tests/support/event-world';
import { aShop, BUDGET, CAMPAIGN, ESTATE, type Shop } from '../../../tests/support/shop';
import { atEveryWrite, calm, TROUBLES, troubleAt } from '../../../tests/support/trouble';
import { START_MS } from '../../../tests/support/world';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../kernel/period';
import type { CouponTemplate } from '../coupon';
import { aTemplate } from '../coupon/domain/support/builders';
import type { StaffEventView } from './contract';
import type { EventPlan, NeighbourEvent } from './domain/event';

const terms = { kind: 'fixed', scope: { all: true }, minSpendFen: 3_000, offFen: 500, group: 'a' } as const;
const thanks = (change: Partial<CouponTemplate> = {}): CouponTemplate => ({
  ...aTemplate({ _id: 'thanks5', title: '谢谢您来', terms, channels: ['event'], validity: { days: 14 } }),
  ...{ campaignId: CAMPAIGN, budgetKeys: [CAMPAIGN] },
  ...change,
});

const openShop = async (template = thanks(), budgetFen = 100_000): Promise<Shop> => {
  const shop = await aShop({ templates: [template], budgetFen });
  shop.asStaff('boss', ['owner']);
  return shop;
};

const plan = (change: Partial<EventPlan> = {}) => aPlan({ estateId: ESTATE, ...change });
const boss = (shop: Shop, operation: string, input: object, key = shop.key()) =>
  shop.staffCall('boss', operation, input, key);

async function drafted(shop: Shop, change: Partial<EventPlan> = {}): Promise<string> {
  const reply = await boss(shop, 'event.save', plan(change));
  if (!reply.ok) throw new Error(reply.code);
  return (reply.data as StaffEventView).eventId;
}
const eventOf = (shop: Shop) => shop.engine.dump<NeighbourEvent>('events')[0];
const open = async (shop: Shop) => shop.engine.dump<{ _id: string; open: number }>('cells').map(({ open: n }) => n);

test('publishing sets ¥5 aside for each of 120 seats, once, and residents see the event', async () => {
  const shop = await openShop();
  const eventId = await drafted(shop);
  expect(await shop.call('ann', 'event.view', {})).toMatchObject({ data: { event: null, others: [] } });
  expect(await shop.call('ann', 'event.view', { eventId })).toMatchObject({ code: 'EVENT_UNKNOWN' });
  for (let n = 0; n < 3; n += 1)
    expect(await boss(shop, 'event.publish', { eventId })).toMatchObject({
      data: { state: 'open', left: 120, setAsideFen: 60_000 },
    });
  expect(shop.left(BUDGET, CAMPAIGN)).toBe(40_000);
  expect(await open(shop)).not.toContain(1);
  expect(await shop.call('ann', 'event.view', {})).toMatchObject({ data: { event: { eventId, left: 120 } } });
});

test('a budget that is ¥0.01 short publishes nothing and keeps all its money', async () => {
  const shop = await openShop(thanks(), 59_999);
  const eventId = await drafted(shop);
  expect(await boss(shop, 'event.publish', { eventId })).toMatchObject({ code: 'BUDGET_GONE' });
  expect([eventOf(shop)?.state, shop.left(BUDGET, CAMPAIGN)]).toEqual(['draft', 59_999]);
});

const soon = { startsAtMs: START_MS + HOUR_MS - 1, endsAtMs: START_MS + 2 * HOUR_MS };

test.each<[string, Partial<EventPlan>, Partial<CouponTemplate>]>([
  ['STARTS_TOO_SOON', soon, {}],
  ['ENDS_BEFORE_START', { endsAtMs: aPlan().startsAtMs }, {}],
  ['TOO_LONG', { endsAtMs: aPlan().startsAtMs + 12 * HOUR_MS + 1 }, {}],
  ['HOUSEHOLD_ABOVE_CAPACITY', { capacity: 2 }, {}],
  ['COUPON_UNKNOWN', { thanksTemplateId: 'nothing' }, {}],
  ['COUPON_ENDS_BY_DATE', {}, { validity: { untilMs: START_MS + DAY_MS } }],
  ['COUPON_NOT_FOR_EVENTS', {}, { channels: ['centre'] }],
  ['COUPON_NOT_FOR_ALL', {}, { residents: 'new' }],
  ['COUPON_NOT_FOR_ALL', {}, { tierNeeded: 'gold' }],
  ['COUPON_WITHOUT_BUDGET', {}, { campaignId: null, budgetKeys: [] }],
  ['CAMPAIGN_ENDS_BEFORE', { startsAtMs: START_MS + 400 * DAY_MS, endsAtMs: START_MS + 400 * DAY_MS + HOUR_MS }, {}],
])('%s is told before anything is set aside', async (problem, change, template) => {
  const shop = await openShop(thanks(template));
  const eventId = await drafted(shop, change);
  expect(await boss(shop, 'event.publish', { eventId })).toMatchObject({
    code: 'EVENT_UNSOUND',
    detail: { problems: [problem] },
  });
  expect(shop.left(BUDGET, CAMPAIGN)).toBe(100_000);
});

test('an event without a coupon takes no money; a promoter may neither plan nor publish', async () => {
  const shop = await openShop();
  const { thanksTemplateId: _, ...bare } = plan();
  const reply = await boss(shop, 'event.save', bare);
  const { eventId } = (reply.ok ? reply.data : {}) as StaffEventView;
  expect(await boss(shop, 'event.publish', { eventId })).toMatchObject({ data: { thanks: null, setAsideFen: 0 } });
  expect(shop.left(BUDGET, CAMPAIGN)).toBe(100_000);
  shop.asStaff('ma', ['promoter']);
  for (const [operation, input] of [
    ['event.save', bare],
    ['event.publish', { eventId }],
    ['event.callOff', { eventId, why: '雨' }],
  ] as const)
    expect(await shop.staffCall('ma', operation, input, shop.key())).toMatchObject({ code: 'FORBIDDEN' });
});

describe('after publishing', () => {
  const published = async () => {
    const shop = await openShop();
    const eventId = await drafted(shop, { capacity: 2, perHousehold: 2 });
    await boss(shop, 'event.publish', { eventId });
    return { shop, eventId };
  };
  const small = { capacity: 2, perHousehold: 2 };

  test('3 more seats cost 3 more coupons and go to who waits; fewer are refused', async () => {
    const { shop, eventId } = await published();
    for (const [name, seats] of [
      ['ann', 2],
      ['bob', 2],
    ] as const)
      await shop.call(name, 'event.signUp', { eventId, seats }, shop.key());
    const more = await boss(shop, 'event.save', { eventId, ...plan({ ...small, capacity: 5 }) });
    expect(more).toMatchObject({ data: { capacity: 5, left: 1, setAsideFen: 2_500 } });
    expect(eventOf(shop)?.parties[shop.residentId('bob')]?.state).toBe('offered');
    expect(shop.left(BUDGET, CAMPAIGN)).toBe(97_500);
    expect(await boss(shop, 'event.save', { eventId, ...plan(small) })).toMatchObject({ code: 'EVENT_CAPACITY' });
  });

  test('another hour is told to who signed up; another coupon is refused', async () => {
    const { shop, eventId } = await published();
    const later = plan({ ...small, startsAtMs: aPlan().startsAtMs + HOUR_MS });
    expect(await boss(shop, 'event.save', { eventId, ...later })).toMatchObject({ ok: true });
    expect(await shop.call('ann', 'event.view', { eventId })).toMatchObject({
      data: { event: { changedAtMs: START_MS } },
    });
    const other = { eventId, ...later, thanksTemplateId: 'other' };
    expect(await boss(shop, 'event.save', other)).toMatchObject({ code: 'EVENT_THANKS_FIXED' });
  });
});

describe.each(TROUBLES)('trouble "%s" at every write', (trouble) => {
  test('of publishing, then asked again with the same key: the money is taken once, and no mark is left', async () => {
    await atEveryWrite(async (n) => {
      const shop = await openShop();
      const eventId = await drafted(shop);
      const key = shop.key();
      const { met } = troubleAt(shop, n, trouble);
      await boss(shop, 'event.publish', { eventId }, key);
      calm(shop);
      await shop.db.playLate();
      expect(await boss(shop, 'event.publish', { eventId }, key)).toMatchObject({ data: { state: 'open' } });
      for (let sweep = 0; sweep < 3; sweep += 1) {
        shop.advance(3 * MINUTE_MS);
        await shop.tick();
      }
      expect(shop.left(BUDGET, CAMPAIGN)).toBe(40_000);
      expect(await open(shop)).not.toContain(1);
      return met();
    });
  }, 60_000);

  test('of publishing, and nobody tries again: either it is open and paid for, or all money is back', async () => {
    await atEveryWrite(async (n) => {
      const shop = await openShop();
      const eventId = await drafted(shop);
      const { met } = troubleAt(shop, n, trouble);
      await boss(shop, 'event.publish', { eventId });
      calm(shop);
      await shop.db.playLate();
      for (let sweep = 0; sweep < 4; sweep += 1) {
        shop.advance(3 * MINUTE_MS);
        await shop.tick();
      }
      expect(shop.left(BUDGET, CAMPAIGN)).toBe(eventOf(shop)?.state === 'open' ? 40_000 : 100_000);
      expect(await open(shop)).not.toContain(1);
      return met();
    });
  }, 60_000);
});
