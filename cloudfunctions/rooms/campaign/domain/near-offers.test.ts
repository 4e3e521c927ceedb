import type { Offer } from '../../settlement';
import { type Campaign, offersNear } from './campaign';
import { EMPTY_HEAD, type Head } from './head';

const DAY_MS = 86_400_000;
const offer = (offerId: string, startsAtMs: number, endsAtMs: number): Offer => ({
  offerId,
  kind: 'first-order',
  campaignId: 'cp',
  title: null,
  scope: { all: true },
  startsAtMs,
  endsAtMs,
  parameters: { offFen: 500 },
});
const campaign: Campaign = {
  _id: 'cp_1',
  campaignId: 'cp',
  version: 1,
  title: '',
  line: '',
  estateIds: ['es'],
  widensTo: [],
  startsAtMs: 0,
  endsAtMs: 40 * DAY_MS,
  offers: [],
  banners: [],
  cards: [],
  notice: null,
  draw: null,
  pointsAtOnce: false,
  gifts: {},
  coupons: {},
  budget: { capFen: 1, offerCapsFen: {} },
};
const early = { ...campaign, offers: [offer('a', 10 * DAY_MS, 20 * DAY_MS), offer('b', 15 * DAY_MS, 30 * DAY_MS)] };
const headWith = (pausedOffers: Head['campaigns'][string]['pausedOffers'], paused = false): Head => ({
  ...EMPTY_HEAD,
  campaigns: { cp: { version: 1, paused, pausedOffers } },
});
const near = (head: Head, nowMs: number, of: Campaign = early) => offersNear(head, [of], 'es', nowMs);

test('the same versions, pauses and time give the very same list, however the head was read', () =>
  expect(near(headWith({}), 16 * DAY_MS)).toBe(near(headWith({ a: false }), 17 * DAY_MS)));

test.each([
  ['an offer is paused', headWith({ a: true })],
  ['the campaign is paused', headWith({}, true)],
  ['everything is stopped', { ...headWith({}), stopped: true }],
])('another list where %s', (_what, head) => {
  const before = near(headWith({}), 16 * DAY_MS);
  expect(near(head, 16 * DAY_MS)).not.toBe(before);
  expect(near(head, 16 * DAY_MS).some(({ paused }) => paused)).toBe(true);
  expect(near(headWith({}), 16 * DAY_MS)).toBe(before);
});

test.each([
  [9 * DAY_MS - 1, []],
  [9 * DAY_MS, ['a']],
  [14 * DAY_MS - 1, ['a']],
  [14 * DAY_MS, ['a', 'b']],
  [21 * DAY_MS - 1, ['a', 'b']],
  [21 * DAY_MS, ['b']],
  [31 * DAY_MS - 1, ['b']],
  [31 * DAY_MS, []],
])('at %p ms the offers a day around their time are %j', (nowMs, ids) =>
  expect(near(headWith({}), nowMs).map(({ offerId }) => offerId)).toEqual(ids),
);

test('another version is another list, and another estate has none', () => {
  const later = { ...early, _id: 'cp_2' };
  expect(near(headWith({}), 16 * DAY_MS, later)).not.toBe(near(headWith({}), 16 * DAY_MS));
  expect(offersNear(headWith({}), [early], 'elsewhere', 16 * DAY_MS)).toEqual([]);
});
