import { drawWorld, giveChances, spin } from '../../../../tests/support/draw-world';
import { aLaunchShop } from '../../../../tests/support/launch-shop';
import { drawSlot, seedHash } from '../../../kernel/fairness';
import { DAY_MS, MINUTE_MS } from '../../../kernel/period';
import { openCell } from '../../../platform/holds/open-cell';
import { type Campaign, publishCampaign } from '../../campaign';
import { publishTemplate } from '../../coupon';
import { aTemplate } from '../../coupon/domain/support/builders';
import type { SpinReply } from '../domain/spin';
import { aConsolation, aCouponPrize, aDraw } from '../domain/support/builders';
import { publishDraw } from './publish';

describe('fair', () => {
  test('20,000 chances over the published odds: χ² of 4 degrees below 18.5 (p = 0.001)', () => {
    const odds = [10_000, 90_000, 200_000, 300_000, 400_000];
    const counts = odds.map(() => 0);
    for (let n = 1; n <= 20_000; n += 1) {
      let slot = drawSlot('5e'.repeat(32), 'draw_1', `order:o${n}:1`);
      const hit = odds.findIndex((weight) => {
        slot -= weight;
        return slot < 0;
      });
      counts[hit] = (counts[hit] ?? 0) + 1;
    }
    const chiSquare = odds.reduce((sum, weight, index) => {
      const expected = (20_000 * weight) / 1_000_000;
      return sum + ((counts[index] ?? 0) - expected) ** 2 / expected;
    }, 0);
    expect(chiSquare).toBeLessThan(18.5);
  });

  test('hash before, seed after the end; every spin can be recomputed from it', async () => {
    const draw = aDraw();
    const world = await drawWorld(draw);
    giveChances(world, 'mei');
    const spun = await spin(world, 'mei');
    const before = await world.call('mei', 'draw.view', { drawId: 'draw_1' });
    expect(before).toMatchObject({
      data: { seedHex: null, spins: [{ chanceId: 'order:mei:1' }], prizes: [{ left: 2 }, { left: null }] },
    });
    expect(JSON.stringify(before)).not.toContain(
      world.engine.dump<{ _id: string; seedHex: string }>('drawSeeds')[0]?.seedHex,
    );
    world.nowMs = draw.endsAtMs;
    await world.tick();
    const after = await world.call('mei', 'draw.view', { drawId: 'draw_1' });
    const {
      seedHex,
      seedHash: hash,
      winners,
    } = (after as unknown as { data: { seedHex: string; seedHash: string; winners: unknown[] } }).data;
    expect(seedHash(seedHex)).toBe(hash);
    expect(drawSlot(seedHex, 'draw_1', 'order:mei:1')).toBe((spun as unknown as { data: SpinReply }).data.spin.slot);
    expect(winners).toHaveLength(1);
    expect(JSON.stringify(winners)).not.toContain(world.residentId('mei'));
  });
});

describe('publishing', () => {
  test('sets the prizes aside in the budget, once, however often it is done', async () => {
    const draw = aDraw({ campaignId: 'launch' });
    const world = await drawWorld(draw, async (w) => {
      await openCell(w.engine, 'budget_launch', { launch: 10_000 });
    });
    await publishDraw(world.context(), draw);
    world.advance(3 * MINUTE_MS);
    await world.tick();
    const [budget] = world.engine
      .dump<{ _id: string; left: object; open: number }>('cells')
      .filter(({ _id }) => _id === 'budget_launch');
    expect(budget).toMatchObject({ left: { launch: 7_000 }, open: 0 });
  });

  test('done again after it stopped before the head, hours later: neither paid for twice nor of a second version', async () => {
    const draw = aDraw({ campaignId: 'launch' });
    const world = await drawWorld(draw, async (w) => {
      await openCell(w.engine, 'budget_launch', { launch: 10_000 });
    });
    world.advance(DAY_MS);
    await world.tick();
    const [head] = world.engine.dump<{ _id: string; drawVersions: object }>('heads');
    world.engine.put('heads', { ...head, drawVersions: {} } as never);
    await Promise.all([publishDraw(world.context(), draw), publishDraw(world.context(), draw)]);
    expect(world.engine.dump('heads')).toMatchObject([{ drawVersions: { draw_1: 1 } }]);
    const cells = world.engine.dump<{ _id: string; left: object }>('cells');
    expect(cells.find(({ _id }) => _id === 'budget_launch')).toMatchObject({ left: { launch: 7_000 } });
  });

  test.each([
    ['UNKNOWN_TEMPLATE:coupon', 800, false],
    ['COUPON_VALUE:coupon', 799, true],
  ])('%s: ¥8 off, worth %i fen by the table, published %s', async (problem, valueFen, published) => {
    const world = await drawWorld(aDraw());
    if (published) await publishTemplate(world.context(), aTemplate({ _id: 'gift8', channels: ['draw'] }));
    const prizes = [aCouponPrize('gift8', { oddsPpm: 1_000_000, valueFen }), aConsolation()];
    expect(await publishDraw(world.context(), aDraw({ drawId: 'draw_2', prizes }))).toMatchObject({
      code: 'DRAW_UNSOUND',
      detail: { problems: [problem] },
    });
  });

  test('a coupon that is over when the draw ends is no prize', async () => {
    const draw = aDraw();
    const world = await drawWorld(draw);
    const validity = { untilMs: draw.endsAtMs };
    await publishTemplate(world.context(), aTemplate({ _id: 'gift8', channels: ['draw'], validity }));
    const prizes = [aCouponPrize('gift8', { oddsPpm: 1_000_000 }), aConsolation()];
    expect(await publishDraw(world.context(), aDraw({ drawId: 'draw_2', prizes }))).toMatchObject({
      detail: { problems: ['COUPON_OVER:coupon'] },
    });
  });

  test.each([
    ['7 days less 1 ms', -1, false],
    ['7 days', 0, true],
  ])('a draw that runs %s beyond the campaign whose orders bring its chances', async (_for, extraMs, allowed) => {
    const { world } = await aLaunchShop();
    const launch = world.engine.dump<Campaign>('campaigns').find(({ campaignId }) => campaignId === 'launch');
    if (!launch) throw new Error('no campaign');
    const { _id, ...draft } = launch;
    await publishCampaign(world.context(), { ...draft, version: 2, draw: { drawId: 'draw_2', chancesPerOrder: 1 } });
    const endsAtMs = launch.endsAtMs + 7 * DAY_MS + extraMs;
    const answer = await publishDraw(world.context(), aDraw({ drawId: 'draw_2', endsAtMs }));
    expect(answer.ok ? [] : answer.detail).toEqual(allowed ? [] : { problems: ['ENDS_BEFORE_CHANCES:launch'] });
  });

  test.each([
    [1, 2, ['MORE_CHANCES_THAN_STATED:launch']],
    [2, 2, []],
  ])(
    '%i chances an order stated, %i given by its campaign: the law’s sum is made with what is given',
    async (stated, given, problems) => {
      const { world } = await aLaunchShop();
      const launch = world.engine.dump<Campaign>('campaigns').find(({ campaignId }) => campaignId === 'launch');
      if (!launch) throw new Error('no campaign');
      const { _id, ...draft } = launch;
      const offers = draft.offers.filter(({ kind }) => kind !== 'spend-add-on');
      const next = { ...draft, offers, version: 2, draw: { drawId: 'draw_2', chancesPerOrder: given } };
      expect(await publishCampaign(world.context(), next)).toMatchObject({ ok: true });
      const endsAtMs = launch.endsAtMs + 7 * DAY_MS;
      const answer = await publishDraw(world.context(), aDraw({ drawId: 'draw_2', endsAtMs, chancesPerOrder: stated }));
      expect(answer.ok ? [] : answer.detail).toEqual(answer.ok ? problems : { problems });
    },
  );

  test('a budget that does not hold the prizes refuses the draw', async () => {
    const world = await drawWorld(aDraw());
    await openCell(world.engine, 'budget_launch', { launch: 2_999 });
    const second = aDraw({ drawId: 'draw_2', campaignId: 'launch' });
    expect(await publishDraw(world.context(), second)).toMatchObject({ ok: false, code: 'BUDGET_GONE' });
    expect(await world.call('mei', 'draw.view', { drawId: 'draw_2' })).toMatchObject({ code: 'DRAW_UNKNOWN' });
  });
});
