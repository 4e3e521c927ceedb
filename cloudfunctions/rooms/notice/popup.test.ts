import { dataOf } from '../../../tests/support/launch-shop';
import { aWorld, START_MS, type World } from '../../../tests/support/world';
import { DAY_MS, HOUR_MS } from '../../kernel/period';
import { type CampaignDraft, campaignRoom, publishCampaign } from '../campaign';
import { makeNoticeRoom } from '.';
import type { PopupView } from './contract';

const words = {
  title: '周末集市',
  line: '周六上午在 3 号楼下',
  picture: 'basket',
  target: 'coupons',
  targetId: null,
} as const;

const aCampaign = (campaignId: string, change: Partial<CampaignDraft> = {}): CampaignDraft => ({
  ...{ campaignId, version: 1, title: campaignId, line: '', estateIds: ['guihuali'], widensTo: [] },
  ...{ startsAtMs: START_MS - DAY_MS, endsAtMs: START_MS + 10 * DAY_MS, offers: [], banners: [], cards: [] },
  ...{ notice: null, draw: null, pointsAtOnce: false, budget: { capFen: 100_000, offerCapsFen: {} } },
  popup: words,
  ...change,
});

async function worldWith(...campaigns: CampaignDraft[]): Promise<World> {
  const world = aWorld([campaignRoom, makeNoticeRoom({ eventReminder: async () => null })]);
  for (const campaign of campaigns) {
    const published = await publishCampaign(world.context(), campaign);
    if (!published.ok) throw new Error(JSON.stringify(published));
  }
  return world;
}

const ask = async (world: World, who = 'ann') =>
  dataOf<{ popup: PopupView | null }>(await world.call(who, 'notice.popup', {})).popup?.campaignId ?? null;

test('one pop-up a campaign and Shanghai day, for each resident, on all devices together', async () => {
  const world = await worldWith(aCampaign('fair'));
  const atOnce = await Promise.all(['phone', 'tablet', 'desk'].map(() => ask(world)));
  expect(atOnce.filter((shown) => shown === 'fair')).toHaveLength(1);
  expect([await ask(world), await ask(world, 'bob')]).toEqual([null, 'fair']);
  world.advance(14 * HOUR_MS);
  expect([await ask(world), await ask(world)]).toEqual(['fair', null]);
});

test('of two campaigns the one that ends first, then the other; a paused one and one without a pop-up never', async () => {
  const { popup: _, ...quiet } = aCampaign('quiet', { endsAtMs: START_MS + HOUR_MS });
  const world = await worldWith(
    aCampaign('later'),
    aCampaign('sooner', { endsAtMs: START_MS + 2 * DAY_MS }),
    quiet,
    aCampaign('paused', { endsAtMs: START_MS + DAY_MS }),
  );
  world.asStaff('olga', ['operator']);
  expect(await world.staffCall('olga', 'campaign.pause', { campaignId: 'paused' })).toMatchObject({ ok: true });
  expect([await ask(world), await ask(world), await ask(world)]).toEqual(['sooner', 'later', null]);
});

test('an answer that was lost is not shown again that day', async () => {
  const world = await worldWith(aCampaign('fair'));
  world.db.decide = ({ collection, write }) => (collection === 'popups' && write > 0 ? 'lose' : 'answer');
  expect(await world.call('ann', 'notice.popup', {})).toMatchObject({ ok: false });
  world.db.decide = () => 'answer';
  expect(await ask(world)).toBeNull();
});
