import { claim, land } from '../../../tests/support/channels';
import { aLaunchShop, dataOf, type LaunchShop } from '../../../tests/support/launch-shop';
import { atEveryWrite, calm, TROUBLES, troubleAt } from '../../../tests/support/trouble';
import { LAKESIDE, LAUNCH, OSMANTHUS, TEMPLATES } from '../../../tools/seed/base';
import { DAY_MS } from '../../kernel/period';
import type { BatchView, FlyerView, LandingView, LinkView, PrintedCode } from './contract';
import type { Batch } from './domain/batch';
import { codeOf } from './domain/code';
import type { Flyer } from './domain/flyer';
import type { CodeKey } from './store';

const facts = ({ world }: LaunchShop, more: object = {}) => ({
  ...{ title: '地铁口', estateId: OSMANTHUS, campaignId: LAUNCH, templateId: TEMPLATES.hello60, size: 30 },
  ...{ format: 'card', expiresAtMs: world.nowMs + DAY_MS, ...more },
});

async function aShop(): Promise<LaunchShop> {
  const shop = await aLaunchShop();
  shop.world.asStaff('op', ['operator']);
  shop.world.asStaff('ma', ['promoter']);
  shop.world.asStaff('li', ['promoter']);
  return shop;
}

const staff = async <T>({ world }: LaunchShop, who: string, operation: string, input: object): Promise<T> =>
  dataOf<T>(await world.staffCall(who, operation, input, world.key()));

const madeBatch = (shop: LaunchShop, more: object = {}) =>
  staff<{ batchId: string }>(shop, 'op', 'outreach.makeBatch', facts(shop, more));

/** All codes of a batch, page by page as the printer asks. */
async function codesOf(shop: LaunchShop, batchId: string): Promise<PrintedCode[]> {
  const codes: PrintedCode[] = [];
  for (;;) {
    const page = await staff<{ batch: BatchView; codes: PrintedCode[] }>(shop, 'op', 'outreach.sheet', {
      batchId,
      from: codes.length + 1,
    });
    codes.push(...page.codes);
    if (codes.length >= page.batch.size) return codes;
  }
}

describe('making a batch', () => {
  test('30 flyers are one document and 30 codes that land once they are put up', async () => {
    const shop = await aShop();
    const flyersBefore = shop.world.engine.dump('flyers').length;
    const { batchId } = await madeBatch(shop);
    const codes = await codesOf(shop, batchId);
    expect(codes.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
    expect(new Set(codes.map(({ scene }) => scene)).size).toBe(30);
    expect(shop.world.engine.dump('flyers')).toHaveLength(flyersBefore);
    const scene = codes[16]?.scene ?? '';
    expect(await land(shop, 'ann', scene)).toMatchObject({ code: 'FLYER_SLEEPING' });
    await staff(shop, 'ma', 'outreach.activateFlyer', { scene, place: 'gate', note: '东门' });
    expect(dataOf<LandingView>(await land(shop, 'ann', scene))).toMatchObject({ kind: 'flyer', place: '东门' });
  });

  test.each(TROUBLES)('%s at any write, then the same tap again: one batch, the same flyers', async (trouble) => {
    await atEveryWrite(async (n) => {
      const shop = await aShop();
      const { world } = shop;
      const [input, key] = [facts(shop), world.key()];
      const make = () => world.staffCall('op', 'outreach.makeBatch', input, key);
      const guard = troubleAt(world, n, trouble);
      await make().catch(() => undefined);
      const met = guard.met();
      calm(world);
      await world.db.playLate();
      const first = await make();
      expect(JSON.stringify(await make())).toBe(JSON.stringify(first));
      const { batchId } = dataOf<{ batchId: string }>(first);
      expect(world.engine.dump<Batch>('flyerBatches').filter(({ title }) => title === '地铁口')).toHaveLength(1);
      const codes = await codesOf(shop, batchId);
      expect(await codesOf(shop, batchId)).toEqual(codes);
      return met;
    });
  });

  test('the same key with other facts is REQUEST_KEY_REUSED', async () => {
    const shop = await aShop();
    const key = shop.world.key();
    dataOf(await shop.world.staffCall('op', 'outreach.makeBatch', facts(shop), key));
    const other = await shop.world.staffCall('op', 'outreach.makeBatch', facts(shop, { size: 31 }), key);
    expect(other).toMatchObject({ code: 'REQUEST_KEY_REUSED' });
  });

  test.each([
    ['an estate that is not', { estateId: 'nowhere' }, 'ESTATE_UNKNOWN'],
    ['a campaign that is not', { campaignId: 'nothing' }, 'CAMPAIGN_UNKNOWN'],
    ['a coupon of the centre alone', { templateId: TEMPLATES.save60 }, 'UNKNOWN_COUPON'],
    ['a promoter who is none', { promoterId: 'r_nobody' }, 'PROMOTER_UNKNOWN'],
    ['an end after the campaign’s', { expiresAtMs: Date.UTC(2027, 0, 1) }, 'BATCH_UNSOUND'],
    ['an end that has passed', { expiresAtMs: 1 }, 'BATCH_UNSOUND'],
    ['2,001 flyers', { size: 2_001 }, 'INVALID_INPUT'],
  ])('%s is refused and makes nothing', async (_, more, code) => {
    const shop = await aShop();
    const { world } = shop;
    const before = world.engine.dump('flyerBatches').length;
    expect(await world.staffCall('op', 'outreach.makeBatch', facts(shop, more), world.key())).toMatchObject({ code });
    expect(world.engine.dump('flyerBatches')).toHaveLength(before);
  });

  test('promoters make none', async () => {
    const shop = await aShop();
    const reply = await shop.world.staffCall('ma', 'outreach.makeBatch', facts(shop), shop.world.key());
    expect(reply).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('a number beyond the batch is no flyer, though the key would sign it', async () => {
    const shop = await aShop();
    const { batchId } = await madeBatch(shop);
    const [key] = shop.world.engine.dump<CodeKey>('codeKeys');
    const scene = codeOf(key?.secretHex ?? '', { set: batchId.slice(2), number: 31 });
    expect(await land(shop, 'ann', scene)).toMatchObject({ code: 'FLYER_UNKNOWN' });
  });
});

describe('a batch out of use', () => {
  test('retired by one write: all its flyers are FLYER_RETIRED, none can be put up, what was claimed stays', async () => {
    const shop = await aShop();
    const { world } = shop;
    const { batchId } = await madeBatch(shop);
    const [first, second] = await codesOf(shop, batchId);
    const scene = first?.scene ?? '';
    await staff(shop, 'ma', 'outreach.activateFlyer', { scene, place: 'gate' });
    dataOf(await claim(shop, 'ann', scene));
    expect(await staff(shop, 'op', 'outreach.retireBatch', { batchId })).toMatchObject({ state: 'retired' });
    expect(await staff(shop, 'op', 'outreach.retireBatch', { batchId })).toMatchObject({ state: 'retired' });
    expect(await land(shop, 'bob', scene)).toMatchObject({ code: 'FLYER_RETIRED' });
    expect(await claim(shop, 'bob', scene)).toMatchObject({ code: 'FLYER_RETIRED' });
    const wake = { scene: second?.scene, place: 'gate' };
    expect(await world.staffCall('ma', 'outreach.activateFlyer', wake)).toMatchObject({ code: 'FLYER_RETIRED' });
    expect(await world.staffCall('op', 'outreach.sheet', { batchId, from: 1 })).toMatchObject({
      code: 'FLYER_RETIRED',
    });
  });
});

describe('flyers in a promoter’s hand', () => {
  test('from number 3 on, 5 in a row: 3 to 7 hang, those that hung elsewhere stay there; again changes nothing', async () => {
    const shop = await aShop();
    const { world } = shop;
    const { batchId } = await madeBatch(shop);
    const codes = await codesOf(shop, batchId);
    const hung = () =>
      world.engine
        .dump<Flyer>('flyers')
        .filter((flyer) => flyer.batchId === batchId)
        .map(({ number, place, promoterName }) => [number, place, promoterName])
        .sort();
    await staff(shop, 'li', 'outreach.activateFlyer', { scene: codes[4]?.scene, place: 'gate' });
    const row = { scene: codes[2]?.scene, place: 'letterbox', note: '1 号楼', inRow: 5 };
    await staff(shop, 'ma', 'outreach.activateFlyer', row);
    const expected = [
      [3, 'letterbox', 'ma'],
      [4, 'letterbox', 'ma'],
      [5, 'gate', 'li'],
      [6, 'letterbox', 'ma'],
      [7, 'letterbox', 'ma'],
    ];
    expect(hung()).toEqual(expected);
    await staff(shop, 'ma', 'outreach.activateFlyer', row);
    expect(hung()).toEqual(expected);
  });

  test('at the end of the batch a row ends', async () => {
    const shop = await aShop();
    const { batchId } = await madeBatch(shop, { size: 3 });
    const codes = await codesOf(shop, batchId);
    await staff(shop, 'ma', 'outreach.activateFlyer', { scene: codes[1]?.scene, place: 'lift', inRow: 50 });
    const numbers = shop.world.engine.dump<Flyer>('flyers').flatMap((f) => (f.batchId === batchId ? f.number : []));
    expect(numbers.sort()).toEqual([2, 3]);
  });

  test('in another estate than it was printed for it is FLYER_MISPLACED with that estate’s name, and stays asleep', async () => {
    const shop = await aShop();
    const input = { scene: shop.flyers.sleeping, place: 'lift', estateId: LAKESIDE };
    expect(await shop.world.staffCall('ma', 'outreach.activateFlyer', input)).toMatchObject({
      code: 'FLYER_MISPLACED',
      detail: { name: '桂花里小区' },
    });
    expect(await land(shop, 'ann', shop.flyers.sleeping)).toMatchObject({ code: 'FLYER_SLEEPING' });
    expect(await staff(shop, 'ma', 'outreach.activateFlyer', { ...input, estateId: OSMANTHUS })).toMatchObject({
      state: 'active',
    });
  });

  test('promoters give away their own alone; to nobody else than promoters; a sleeping one is nobody’s', async () => {
    const shop = await aShop();
    const { world } = shop;
    const { batchId } = await madeBatch(shop);
    const scene = (await codesOf(shop, batchId))[0]?.scene ?? '';
    const give = (who: string, promoterId: string) =>
      world.staffCall(who, 'outreach.reassignFlyer', { scene, promoterId });
    expect(await give('op', world.residentId('li'))).toMatchObject({ code: 'FLYER_SLEEPING' });
    await staff(shop, 'ma', 'outreach.activateFlyer', { scene, place: 'gate', note: '东门' });
    expect(await give('li', world.residentId('li'))).toMatchObject({ code: 'FLYER_NOT_YOURS' });
    // Nor is it taken by putting up what hangs already.
    const taking = { scene, place: 'lift', note: '我的' };
    expect(await world.staffCall('li', 'outreach.activateFlyer', taking)).toMatchObject({ code: 'FLYER_NOT_YOURS' });
    expect(await give('ma', world.residentId('op'))).toMatchObject({ code: 'PROMOTER_UNKNOWN' });
    const given = dataOf<FlyerView>(await give('ma', world.residentId('li')));
    expect(given).toMatchObject({ promoterName: 'li', place: 'gate', note: '东门', state: 'active' });
    const log = world.engine.dump<{ _id: string; operation: string }>('staffLog');
    expect(log.filter(({ operation }) => operation === 'outreach.reassignFlyer')).toHaveLength(1);
  });
});

describe('links', () => {
  const link = (shop: LaunchShop, more: object = {}) => ({
    ...{ title: '微博十一月', medium: 'weibo', campaignId: LAUNCH, expiresAtMs: shop.world.nowMs + DAY_MS, ...more },
  });

  test('one for Weibo lands, gives its coupon, and its funnel counts by channel and kind', async () => {
    const shop = await aShop();
    const { world } = shop;
    const input = link(shop, { templateId: TEMPLATES.hello60 });
    const { linkId, scene } = await staff<{ linkId: string; scene: string }>(shop, 'op', 'outreach.makeLink', input);
    const view = dataOf<LandingView>(await land(shop, 'ann', scene));
    expect(view).toMatchObject({ kind: 'link', estateId: null, estateName: '', baseFreightFen: null });
    dataOf(await claim(shop, 'ann', scene));
    world.advance(60_000);
    const { rows } = await staff<{ rows: LinkView[] }>(shop, 'op', 'outreach.links', {});
    expect(rows).toMatchObject([{ linkId, scene, scanned: 1, joined: 1, claimed: 1, paid: 0 }]);
    const coupons = Object.values(dataOf<{ rows?: object }>(await world.call('ann', 'coupon.mine', { tab: 'usable' })));
    expect(JSON.stringify(coupons)).toContain('"source":"link"');
  });

  test.each([
    ['article', 'article'],
    ['staff', 'staff'],
    ['search', 'search'],
    ['sms', 'link'],
    ['kol', 'link'],
  ])('of medium %s it is a way in of kind %s', async (medium, kind) => {
    const shop = await aShop();
    const { scene } = await staff<{ scene: string }>(shop, 'op', 'outreach.makeLink', link(shop, { medium }));
    expect(dataOf<LandingView>(await land(shop, 'ann', scene))).toMatchObject({ kind, template: null });
    expect(await shop.world.call('ann', 'outreach.claim', { scene }, shop.world.key())).toMatchObject({
      code: 'FLYER_EXHAUSTED',
    });
  });

  test('retired it is LINK_RETIRED, at its end LINK_EXPIRED, a millisecond before it is open', async () => {
    const shop = await aShop();
    const { world } = shop;
    const one = await staff<{ linkId: string; scene: string }>(shop, 'op', 'outreach.makeLink', link(shop));
    const two = await staff<{ linkId: string; scene: string }>(shop, 'op', 'outreach.makeLink', link(shop));
    expect(one.linkId).not.toBe(two.linkId);
    await staff(shop, 'op', 'outreach.retireLink', { linkId: one.linkId });
    expect(await land(shop, 'ann', one.scene)).toMatchObject({ code: 'LINK_RETIRED' });
    const endsAtMs = world.nowMs + DAY_MS;
    world.nowMs = endsAtMs - 1;
    dataOf(await land(shop, 'ann', two.scene));
    world.nowMs = endsAtMs;
    expect(await land(shop, 'ann', two.scene)).toMatchObject({ code: 'LINK_EXPIRED' });
  });
});

describe('codes printed before they were signed', () => {
  test('16 characters are looked up where flyers were in use before the key was made, and nowhere else', async () => {
    const shop = await aShop();
    const [flyer] = shop.world.engine.dump<Flyer>('flyers').filter(({ scene }) => scene === shop.flyers.active);
    const [key] = shop.world.engine.dump<CodeKey>('codeKeys');
    expect(key?.takesUnsigned).toBe(false);
    const { flyerId } = await import('./domain/flyer');
    const old = { ...flyer, _id: flyerId('A'.repeat(16)), scene: 'A'.repeat(16), batchId: 'b_2025' };
    shop.world.engine.put('flyers', old as never);
    expect(await land(shop, 'ann', 'A'.repeat(16))).toMatchObject({ code: 'FLYER_UNKNOWN' });
    const later = await aShop();
    later.world.engine.put('codeKeys', { ...key, takesUnsigned: true } as never);
    later.world.engine.put('flyers', old as never);
    later.world.db.decide = () => 'answer';
    dataOf(await land(later, 'ann', 'A'.repeat(16)));
  });
});

test('landing is at most 2 round trips and a claim 2, of a newcomer too, when the function is warm', async () => {
  const shop = await aShop();
  const { world, flyers } = shop;
  dataOf(await land(shop, 'first', flyers.active));
  for (const who of ['ann', 'bob']) {
    world.db.restart();
    dataOf(await land(shop, who, flyers.active));
    expect(world.db.meter.sequential).toBeLessThanOrEqual(2);
    await world.call(who, 'account.session', {});
    world.db.restart();
    dataOf(await claim(shop, who, flyers.active));
    expect(world.db.meter.sequential).toBeLessThanOrEqual(2);
  }
});
