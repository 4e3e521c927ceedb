import { aLaunchShop, dataOf } from '../../../tests/support/launch-shop';
import { launchCampaign } from '../../../tools/seed/data/campaign';
import { runTimeAround } from '../../../tools/seed/publish';
import { HOUR_MS, MINUTE_MS } from '../../kernel/period';
import type { StaffCampaignView } from './contract';
import { bannerAt, type Campaign, offersNear, standingOf } from './domain/campaign';
import { problemsOfCampaign } from './domain/check';
import { EMPTY_HEAD, type Head } from './domain/head';
import { publishCampaign } from './operations/publish';

const NOW_MS = Date.UTC(2026, 10, 22, 2, 24);
const time = runTimeAround(NOW_MS);
const draft = launchCampaign(time);
const campaign: Campaign = { ...draft, _id: 'launch_1', gifts: {}, coupons: {} };
const head = (change: Partial<Head> = {}, paused = false, pausedOffers = {}): Head => ({
  ...EMPTY_HEAD,
  campaigns: { launch: { version: 1, paused, pausedOffers } },
  ...change,
});

test.each([
  ['one ms before it starts', time.startsAtMs - 1, head(), 'to-come'],
  ['at its start', time.startsAtMs, head(), 'running'],
  ['one ms before its end', time.endsAtMs - 1, head(), 'running'],
  ['at its end', time.endsAtMs, head(), 'ended'],
  ['paused', NOW_MS, head({}, true), 'paused'],
  ['everything stopped', NOW_MS, head({ stopped: true }), 'paused'],
  ['never published', NOW_MS, EMPTY_HEAD, 'unknown'],
])('a campaign %s is %s', (_case, nowMs, state, standing) => {
  expect(standingOf(state as Head, campaign, nowMs as number)).toBe(standing);
});

describe('offers near now', () => {
  const pausedIds = (state: Head, estateId: string | null = 'guihuali', nowMs = NOW_MS) =>
    offersNear(state, [campaign], estateId, nowMs).map(({ offerId, paused }) => [offerId, paused]);

  test('one offer paused: that one is marked, the others are not', () => {
    const offers = pausedIds(head({}, false, { launch_tiers: true }));
    expect(offers.filter(([, paused]) => paused)).toEqual([['launch_tiers', true]]);
    expect(offers).toHaveLength(5);
  });

  test('campaign paused, or everything stopped: all are marked', () => {
    expect(pausedIds(head({}, true)).every(([, paused]) => paused)).toBe(true);
    expect(pausedIds(head({ stopped: true })).every(([, paused]) => paused)).toBe(true);
  });

  test('another estate sees none; no estate chosen sees them all; a day after the end they are gone', () => {
    expect(pausedIds(head(), 'elsewhere')).toEqual([]);
    expect(pausedIds(head(), null)).toHaveLength(5);
    expect(pausedIds(head(), null, time.endsAtMs + 24 * HOUR_MS - 1)).toHaveLength(5);
    expect(pausedIds(head(), null, time.endsAtMs + 24 * HOUR_MS)).toEqual([]);
  });
});

test.each([
  ['09:59', -25, '新小区开张', false],
  ['10:00', -24, '早市 8 折', true],
  ['10:59', 35, '早市 8 折', true],
  ['11:00', 36, '新小区开张', false],
])('at %s the banner is that of the moment', (_at, minutes, title, counts) => {
  const found = bannerAt(campaign, NOW_MS + minutes * MINUTE_MS);
  expect(found?.banner.title).toBe(title);
  expect(found?.endsAtMs).toBe(counts ? Date.UTC(2026, 10, 22, 3) : null);
});

describe('the publish check names every problem', () => {
  const [first] = campaign.offers;
  const codes = (change: Partial<Campaign>) => problemsOfCampaign({ ...campaign, ...change }).map(({ code }) => code);

  test('the launch has none', () => {
    expect(problemsOfCampaign(campaign)).toEqual([]);
  });

  test.each<[string, Partial<Campaign>, string[]]>([
    [
      'ends before it starts',
      { endsAtMs: time.startsAtMs, offers: [], budget: { capFen: 1, offerCapsFen: {} } },
      ['EMPTY_TIME'],
    ],
    ['no estate', { estateIds: [] }, ['NO_ESTATE']],
    ['budget that is no whole fen', { budget: { capFen: 1.5, offerCapsFen: {} } }, ['NO_BUDGET']],
    [
      'an offer cap above the budget',
      { budget: { capFen: 100, offerCapsFen: { launch_tiers: 101 } } },
      ['OFFER_CAP_ABOVE_BUDGET'],
    ],
    ['the same offer twice', { offers: [...campaign.offers, ...(first ? [first] : [])] }, ['OFFER_TWICE']],
    ['11 chances an order', { draw: { drawId: 'd', chancesPerOrder: 11 } }, ['CHANCES_PER_ORDER']],
  ])('%s', (_case, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  test('an offer outside the time of its campaign, and one whose parameters are unsound', () => {
    const late = campaign.offers.map((offer) => ({ ...offer, endsAtMs: time.endsAtMs + 1 }));
    expect(new Set(codes({ offers: late }))).toEqual(new Set(['OFFER_OUTSIDE_TIME']));
    const unsound = campaign.offers.map((offer) =>
      offer.kind === 'first-order' ? { ...offer, parameters: { offFen: -5 } } : offer,
    );
    expect(codes({ offers: unsound })).toEqual(['OFFER_PARAMETER']);
  });
});

describe('publishing again', () => {
  test('a later version may not run longer: its draw was published for the end of version 1', async () => {
    const { world } = await aLaunchShop();
    const publish = (endsAtMs: number) => publishCampaign(world.context(), { ...draft, version: 2, endsAtMs });
    expect(await publish(draft.endsAtMs + 1)).toMatchObject({
      code: 'CAMPAIGN_UNSOUND',
      detail: { problems: [{ code: 'LONGER_THAN_ITS_DRAW', at: 'endsAtMs' }] },
    });
    expect(await publish(draft.endsAtMs)).toMatchObject({ ok: true });
  });

  type Budgets = { _id: string; left: { [key: string]: number } };

  test('version 2 with one more offer: it has its budget, what was spent stays spent, what was paused stays paused', async () => {
    const { world } = await aLaunchShop();
    world.asStaff('op', ['operator']);
    await world.staffCall('op', 'campaign.pause', { campaignId: 'launch' });
    const [cell] = world.engine.dump<Budgets>('cells').filter(({ _id: id }) => id === 'budget_launch');
    const spent = (cell?.left.launch ?? 0) - 800;
    world.engine.put('cells', { ...cell, left: { ...cell?.left, launch: spent } } as never);
    const [first] = draft.offers;
    const offers = [...draft.offers, ...(first ? [{ ...first, offerId: 'launch_more' }] : [])];
    await publishCampaign(world.context(), { ...draft, version: 2, offers });
    await publishCampaign(world.context(), draft);
    expect(world.engine.dump<Budgets>('cells').find(({ _id: id }) => id === 'budget_launch')?.left).toMatchObject({
      launch: spent,
      launch_more: draft.budget.capFen,
    });
    expect(world.engine.dump('heads')).toMatchObject([{ campaigns: { launch: { version: 2, paused: true } } }]);
  });
});

describe('the stop', () => {
  test('pausing works at the next call, is logged with before and after, and only operator and owner may', async () => {
    const { world } = await aLaunchShop();
    world.asStaff('shop', ['shop', 'courier', 'promoter', 'support']);
    world.asStaff('op', ['operator']);
    const pause = (name: string) => world.staffCall(name, 'campaign.pause', { campaignId: 'launch' });
    expect(await pause('shop')).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    expect(await world.call('zhou', 'campaign.pause', { campaignId: 'launch' })).toMatchObject({ code: 'FORBIDDEN' });
    expect(dataOf<StaffCampaignView>(await pause('op')).standing).toBe('paused');
    expect(dataOf<StaffCampaignView>(await pause('op')).standing).toBe('paused');
    expect(
      dataOf<{ paused: boolean }>(await world.call('zhou', 'campaign.view', { campaignId: 'launch' })).paused,
    ).toBe(true);
    const log = world.engine.dump<{ _id: string; operation: string; before: object; after: object }>('staffLog');
    expect(log.find(({ operation }) => operation === 'campaign.pause')).toMatchObject({
      before: { standing: 'running' },
      after: { standing: 'paused' },
    });
    const resumed = await world.staffCall('op', 'campaign.resume', { campaignId: 'launch' });
    expect(dataOf<StaffCampaignView>(resumed).standing).toBe('running');
  });

  test('a paused offer leaves the price: milk is 12.50 at 10:24', async () => {
    const { world } = await aLaunchShop();
    const price = async () =>
      dataOf<{ sku: { priceFen: number } }>(await world.call('zhou', 'catalog.product', { productId: 'p_milk' })).sku
        .priceFen;
    expect(await price()).toBe(1_000);
    world.asStaff('op', ['operator']);
    const stopped = await world.staffCall('op', 'campaign.pause', { campaignId: 'launch', offerId: 'launch_morning' });
    expect(dataOf<StaffCampaignView>(stopped).pausedOfferIds).toEqual(['launch_morning']);
    expect(await price()).toBe(1_250);
    expect(await world.staffCall('op', 'campaign.pause', { campaignId: 'launch', offerId: 'nope' })).toMatchObject({
      code: 'OFFER_UNKNOWN',
    });
  });

  test('stopping everything takes the banner and the cards off home', async () => {
    const { world } = await aLaunchShop();
    world.asStaff('op', ['operator']);
    await world.staffCall('op', 'campaign.stopAll', { stopped: true });
    const home = dataOf<{ banner: unknown; cards: unknown[]; coupons: unknown[] }>(
      await world.call('zhou', 'catalog.home', {}),
    );
    expect([home.banner, home.cards, home.coupons]).toEqual([null, [], []]);
  });
});
