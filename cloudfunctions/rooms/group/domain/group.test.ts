import { DAY_MS } from '../../../kernel/period';
import { needOf } from './attention';
import { chooseGroup, isLive, membersOf, seatsLeftOf } from './group';
import { aGroup } from './support/builders';

const NOW = 1_000 * DAY_MS;
const choice = { shownId: null, notId: null, nowMs: NOW };

test.each([
  [150, 13, 163, 37],
  [199, 0, 199, 1],
  [199, 1, 200, 0],
  [199, 9, 200, 0],
])('counted %i, shown to %i since: %i members, %i seats left', (members, shown, estimate, left) => {
  const group = aGroup({ counted: { members, atMs: NOW }, shown });
  expect([membersOf(group), seatsLeftOf(group)]).toEqual([estimate, left]);
});

test.each([
  [1, true],
  [0, false],
  [-1, false],
])('a code that ends in %i ms opens: %s', (leftMs, opens) => {
  expect(isLive(aGroup({ picture: { fileId: 'f', atMs: 0, expiresAtMs: NOW + leftMs } }), NOW)).toBe(opens);
});

test("a WeCom group's code, which WeCom renews, never ends", () => {
  const picture = { fileId: 'f', atMs: 0, expiresAtMs: null };
  expect(isLive(aGroup({ kind: 'wecom', picture }), NOW)).toBe(true);
});

describe('the entry', () => {
  const full = aGroup({ number: 1, counted: { members: 200, atMs: 0 } });
  const over = aGroup({ number: 2, picture: { fileId: 'f', atMs: 0, expiresAtMs: NOW } });
  const closed = aGroup({ number: 3, isOpen: false });
  const bare = aGroup({ number: 4, picture: null });
  const open = aGroup({ number: 5 });
  const next = aGroup({ number: 6 });
  const all = [next, open, bare, closed, over, full];

  test('passes a full, an expired, a closed one and one without a code, and shows the first with a seat', () => {
    expect(chooseGroup(all, choice)?.number).toBe(5);
  });

  test('stays with the group that a resident saw before, also when it is full by now: that seat is counted', () => {
    expect(chooseGroup(all, { ...choice, shownId: next._id })?.number).toBe(6);
    expect(chooseGroup(all, { ...choice, shownId: full._id })?.number).toBe(1);
    expect(chooseGroup(all, { ...choice, shownId: over._id })?.number).toBe(5);
  });

  test('shows the next one to who does not want this one, and round about', () => {
    expect(chooseGroup(all, { ...choice, notId: open._id })?.number).toBe(6);
    expect(chooseGroup(all, { ...choice, notId: next._id })?.number).toBe(5);
    expect(chooseGroup([open], { ...choice, notId: open._id })).toBeNull();
  });

  test('has nothing to show where all are full', () => {
    expect(chooseGroup([full, closed], choice)).toBeNull();
  });
});

describe('staff is needed', () => {
  const lasts = { fileId: 'f', atMs: 0, expiresAtMs: NOW + DAY_MS + 1 };
  const ends = { fileId: 'f', atMs: 0, expiresAtMs: NOW + DAY_MS };
  const members = (count: number) => ({ counted: { members: count, atMs: 0 } });

  test.each([
    ['21 seats in all and a code of more than a day', [aGroup({ ...members(179), picture: lasts })], null],
    ['20 seats in all', [aGroup({ ...members(180), picture: lasts })], 'few-seats'],
    ['10 and 11 seats', [aGroup({ ...members(190) }), aGroup({ number: 2, ...members(189) })], null],
    ['a last code of exactly a day', [aGroup({ picture: ends })], 'ends-soon'],
    ['one of two codes of a day', [aGroup({ picture: ends }), aGroup({ number: 2, picture: lasts })], null],
    ['no code', [aGroup({ picture: null })], 'none-left'],
    ['closed groups only', [aGroup({ isOpen: false })], null],
    ['no group', [], null],
  ])('%s: %s', (_, groups, attention) => {
    expect(needOf(groups, NOW)?.attention ?? null).toBe(attention);
  });

  test('the same need is one alert, until staff changes a group', () => {
    const before = needOf([aGroup({ picture: null })], NOW);
    expect(needOf([aGroup({ picture: null, shown: 3 })], NOW + 1)?.cause).toBe(before?.cause);
    expect(needOf([aGroup({ picture: null, rev: 1 })], NOW)?.cause).not.toBe(before?.cause);
  });
});
