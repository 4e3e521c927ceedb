import { cell, claim, couponsOf, head, wallets, worldWith } from '../../../../tests/support/coupon-world';
import { START_MS } from '../../../../tests/support/world';
import type { Cell } from '../../../kernel/cell';
import { DAY_MS, MINUTE_MS } from '../../../kernel/period';
import type { Wallet } from '../../../kernel/wallet';
import { openCell } from '../../../platform/holds/open-cell';
import { aTemplate } from '../domain/support/builders';

/** Each cell holds what it began with, less one unit for each mark. */
const isConserved = ({ initial, left, held }: Cell): boolean =>
  Object.keys(initial).every(
    (key) => initial[key] === (left[key] ?? 0) + Object.values(held).reduce((sum, { q }) => sum + (q[key] ?? 0), 0),
  );

describe.each([1, 4, 16])('50 coupons in %i cells', (cellCount) => {
  test('200 claims at once issue exactly 50; the other 150 hear COUPON_GONE', async () => {
    const world = await worldWith(aTemplate({ cellCount }));
    const names = Array.from({ length: 200 }, (_, index) => `neighbour_${index}`);
    const answers = await Promise.all(names.map((name) => claim(world, name)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(50);
    const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.code]));
    expect(codes).toEqual(Array(150).fill('COUPON_GONE'));
    expect(couponsOf(world)).toBe(50);
    const cells = world.engine.dump<Cell>('cells');
    expect(cells.reduce((sum, { left }) => sum + (left.n ?? 0), 0)).toBe(0);
    expect(cells.every(isConserved)).toBe(true);
  });
});

test('budget for 30 of 50: 100 claims at once issue 30, the rest hear BUDGET_GONE, no unit is lost', async () => {
  const world = await worldWith(aTemplate({ campaignId: 'launch', budgetKeys: ['launch'] }));
  world.engine.put('heads', head());
  await openCell(world.engine, 'budget_launch', { launch: 30 * 800 + 799 });
  const names = Array.from({ length: 100 }, (_, index) => `neighbour_${index}`);
  const answers = await Promise.all(names.map((name) => claim(world, name)));
  const issued = answers.filter((answer) => answer.ok).length;
  expect(couponsOf(world)).toBe(issued);
  expect(issued).toBe(30);
  expect(cell(world, 'budget_launch').left.launch).toBe(799);
  expect(cell(world, 'tpl_welcome8_0').left.n).toBe(20);
});

test('the same key: the same reply, byte for byte, one coupon, even after the window has ended', async () => {
  const world = await worldWith(aTemplate({ perResident: 2, endsAtMs: START_MS + MINUTE_MS }));
  const key = world.key();
  const first = await claim(world, 'mei', key);
  world.advance(2 * MINUTE_MS);
  const again = await claim(world, 'mei', key);
  expect(first.ok).toBe(true);
  expect(JSON.stringify({ ...again, nowMs: 0 })).toBe(JSON.stringify({ ...first, nowMs: 0 }));
  expect(couponsOf(world)).toBe(1);
  expect(cell(world, 'tpl_welcome8_0').left.n).toBe(49);
});

test('the same key ten times at once gives one coupon and ten equal replies', async () => {
  const world = await worldWith(aTemplate({ perResident: 5, cellCount: 4 }));
  const key = world.key();
  const replies = await Promise.all(Array.from({ length: 10 }, () => claim(world, 'mei', key)));
  expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
  expect(couponsOf(world)).toBe(1);
  world.advance(3 * MINUTE_MS);
  await world.tick();
  const cells = world.engine.dump<Cell>('cells');
  expect(cells.reduce((sum, { left }) => sum + (left.n ?? 0), 0)).toBe(49);
  expect(cells.every(({ open }) => open === 0)).toBe(true);
});

test('the same key for another template is REQUEST_KEY_REUSED and takes nothing', async () => {
  const world = await worldWith(aTemplate(), aTemplate({ _id: 'other' }));
  const key = world.key();
  await claim(world, 'mei', key);
  expect(await claim(world, 'mei', key, 'other')).toMatchObject({ ok: false, code: 'REQUEST_KEY_REUSED' });
  expect(cell(world, 'tpl_other_0').left.n).toBe(50);
});

test('twenty devices of one resident at once get one coupon of a limit of one, and every other unit is back', async () => {
  const world = await worldWith(aTemplate());
  const answers = await Promise.all(Array.from({ length: 20 }, () => claim(world, 'mei')));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  const codes = new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.code])));
  expect([...codes].every((code) => code === 'COUPON_LIMIT' || code === 'BUSY')).toBe(true);
  world.advance(3 * MINUTE_MS);
  await world.tick();
  expect(cell(world, 'tpl_welcome8_0')).toMatchObject({ left: { n: 49 }, open: 0 });
});

test.each([
  ['unknown', {}, 'nothing', 'UNKNOWN_COUPON'],
  ['not in the centre', { channels: ['flyer'] as const }, 'welcome8', 'UNKNOWN_COUPON'],
  ['not yet', { startsAtMs: START_MS + 1 }, 'welcome8', 'COUPON_NOT_YET'],
  ['over', { endsAtMs: START_MS }, 'welcome8', 'COUPON_OVER'],
  ['for gold', { tierNeeded: 'gold' as const }, 'welcome8', 'TIER_TOO_LOW'],
  ['for returning residents', { residents: 'returning' as const }, 'welcome8', 'COUPON_NOT_FOR_YOU'],
  ['of a campaign never published', { campaignId: 'ghost', budgetKeys: ['ghost'] }, 'welcome8', 'CAMPAIGN_PAUSED'],
])('%s: refused by its own code, nothing held', async (_, change, templateId, code) => {
  const world = await worldWith(aTemplate(change));
  expect(await claim(world, 'mei', world.key(), templateId)).toMatchObject({ ok: false, code });
  expect(cell(world, 'tpl_welcome8_0')).toMatchObject({ left: { n: 50 }, open: 0 });
  expect(couponsOf(world)).toBe(0);
});

test.each([
  ['everything', head({ stopped: true })],
  ['the campaign', head({ campaigns: { launch: { version: 1, paused: true, pausedOffers: {} } } })],
  ['this coupon', head({ campaigns: { launch: { version: 1, paused: false, pausedOffers: { welcome8: true } } } })],
])('%s paused: CAMPAIGN_PAUSED at the next claim; what was claimed before stays', async (_, paused) => {
  const world = await worldWith(aTemplate({ campaignId: 'launch', budgetKeys: ['launch'] }));
  world.engine.put('heads', head());
  await openCell(world.engine, 'budget_launch', { launch: 100_000 });
  expect((await claim(world, 'mei')).ok).toBe(true);
  world.engine.put('heads', paused);
  expect(await claim(world, 'an')).toMatchObject({ ok: false, code: 'CAMPAIGN_PAUSED' });
  expect(cell(world, 'tpl_welcome8_0').left.n).toBe(49);
  expect(couponsOf(world)).toBe(1);
});

test('who is refused again and again takes nothing any more: the journal stops growing', async () => {
  const world = await worldWith(aTemplate());
  for (let n = 0; n < 20; n += 1) await claim(world, 'mei');
  const [wallet] = world.engine.dump<Wallet>('wallets');
  expect(Object.keys(wallet?.journal ?? {})).toHaveLength(1 + 5);
  expect(await claim(world, 'mei')).toMatchObject({ code: 'COUPON_LIMIT' });
  world.advance(MINUTE_MS);
  expect(cell(world, 'tpl_welcome8_0')).toMatchObject({ left: { n: 49 }, open: 1 });
});

test('one refused claim a minute all day: the journal is full at 301 entries, then nothing is taken', async () => {
  const world = await worldWith(aTemplate({ campaignId: 'launch', budgetKeys: ['launch'] }));
  world.engine.put('heads', head({ campaigns: { launch: { version: 1, paused: true, pausedOffers: {} } } }));
  await openCell(world.engine, 'budget_launch', { launch: 80_000 });
  await claim(world, 'mei');
  const [wallet] = wallets(world);
  const entry = { at: world.nowMs, s: 'void', kind: 'coupon.claim' } as const;
  const journal = Object.fromEntries(Array.from({ length: 299 }, (_, index) => [`cl_${index}`, entry]));
  world.engine.put('wallets', { ...wallet, journal } as never);
  const codes: string[] = [];
  for (let minute = 0; minute < 5; minute += 1) {
    world.advance(MINUTE_MS);
    const answer = await claim(world, 'mei');
    if (!answer.ok) codes.push(answer.code);
  }
  expect(codes).toEqual(['CAMPAIGN_PAUSED', 'CAMPAIGN_PAUSED', ...Array(3).fill('TOO_MANY_TRIES')]);
  expect(Object.keys(wallets(world)[0]?.journal ?? {})).toHaveLength(301);
});

test('two round trips when warm', async () => {
  const world = await worldWith(aTemplate());
  await claim(world, 'mei');
  await world.call('an', 'coupon.centre', {});
  world.db.restart();
  expect((await claim(world, 'an')).ok).toBe(true);
  expect(world.db.meter.sequential).toBe(2);
});

test('every answer lost, then the same key again: one coupon, one unit', async () => {
  for (let lost = 1; lost <= 8; lost += 1) {
    const world = await worldWith(aTemplate());
    const key = world.key();
    let n = 0;
    world.db.decide = () => {
      n += 1;
      return n === lost ? 'lose' : 'answer';
    };
    await claim(world, 'mei', key);
    expect((await claim(world, 'mei', key)).ok).toBe(true);
    expect(couponsOf(world)).toBe(1);
    expect(cell(world, 'tpl_welcome8_0').left.n).toBe(49);
  }
});

test('a claim that died after its takes: the sweeper voids it, gives the unit back, and the key never works again', async () => {
  const world = await worldWith(aTemplate({ campaignId: 'launch', budgetKeys: ['launch'] }));
  world.engine.put('heads', head());
  await openCell(world.engine, 'budget_launch', { launch: 100_000 });
  const key = world.key();
  await world.call('mei', 'coupon.centre', {});
  world.db.decide = ({ collection, kind }) => (collection === 'wallets' && kind === 'update' ? 'drop' : 'answer');
  await claim(world, 'mei', key);
  expect(cell(world, 'tpl_welcome8_0').open).toBe(1);
  world.db.decide = () => 'answer';
  world.advance(3 * MINUTE_MS);
  await world.tick();
  expect(cell(world, 'tpl_welcome8_0')).toMatchObject({ left: { n: 50 }, open: 0 });
  expect(cell(world, 'budget_launch')).toMatchObject({ left: { launch: 100_000 }, open: 0 });
  expect(await claim(world, 'mei', key)).toMatchObject({ ok: false, code: 'REQUEST_KEY_EXPIRED' });
  expect(couponsOf(world)).toBe(0);
  expect((await claim(world, 'mei')).ok).toBe(true);
});

test('an unused coupon ends: archived, off the wallet, and its reserve is back in the budget once', async () => {
  const world = await worldWith(aTemplate({ campaignId: 'launch', budgetKeys: ['launch'], validity: { days: 1 } }));
  world.engine.put('heads', head());
  await openCell(world.engine, 'budget_launch', { launch: 100_000 });
  await claim(world, 'mei');
  world.advance(3 * MINUTE_MS);
  await world.tick();
  expect(cell(world, 'budget_launch')).toMatchObject({ left: { launch: 99_200 }, open: 0 });
  world.advance(DAY_MS);
  for (let run = 0; run < 4; run += 1) {
    world.advance(11 * MINUTE_MS);
    await world.tick();
  }
  expect(couponsOf(world)).toBe(0);
  expect(cell(world, 'budget_launch').left.launch).toBe(100_000);
  expect(await world.call('mei', 'coupon.mine', { tab: 'over' })).toMatchObject({
    ok: true,
    data: { rows: [{ templateId: 'welcome8', state: 'expired' }], next: null },
  });
});
