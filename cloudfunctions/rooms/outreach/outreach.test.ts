import { aLaunchShop, dataOf, type LaunchShop } from '../../../tests/support/launch-shop';
import { MINUTE_MS } from '../../kernel/period';
import type { CountsView, FlyerView, LandingView } from './contract';
import type { Flyer } from './domain/flyer';

const land = ({ world }: LaunchShop, who: string, scene: string) => world.call(who, 'outreach.land', { scene });
const flyerOf = ({ world }: LaunchShop, scene: string) =>
  world.engine.dump<Flyer>('flyers').find((flyer) => flyer.scene === scene) as Flyer;
/** As long as ours, and not ours. */
const forged = (n: number) => `forgedcode_${String(n).padStart(16, '0')}`;

async function countsOf({ world }: LaunchShop, scene: string) {
  world.asStaff('counter', ['owner']);
  await world.tick();
  return dataOf<FlyerView>(await world.staffCall('counter', 'outreach.flyer', { scene }));
}

describe('landing', () => {
  test('an active flyer brings the estate, the channel and its own offer', async () => {
    const shop = await aLaunchShop();
    const view = dataOf<LandingView>(await land(shop, 'new', shop.flyers.active));
    expect(view).toMatchObject({
      estateName: '桂花里小区',
      place: '3 号楼电梯口',
      firstOrderOffFen: 500,
      freeFreightFromFen: 6_900,
      baseFreightFen: 500,
      template: { templateId: 'hello60', state: 'to-claim' },
    });
    const session = dataOf<{ estate: { name: string } }>(await shop.world.call('new', 'account.session', {}));
    expect(session.estate.name).toBe('桂花里小区');
    const [resident] = shop.world.engine.dump<{ _id: string; firstTouch: object; lastTouch: object }>('residents');
    expect(resident).toMatchObject({
      firstTouch: { channelId: view.channelId },
      lastTouch: { channelId: view.channelId },
    });
  });

  test('an estate chosen before is kept; the first touch stays, the last moves', async () => {
    const shop = await aLaunchShop();
    await land(shop, 'new', shop.flyers.active);
    shop.world.advance(MINUTE_MS);
    const other = dataOf<LandingView>(await land(shop, 'new', shop.flyers.lakeside));
    const [resident] = shop.world.engine.dump<{
      _id: string;
      estateId: string;
      firstTouch: { channelId: string };
      lastTouch: { channelId: string };
    }>('residents');
    expect(resident?.estateId).toBe('guihuali');
    expect(resident?.lastTouch.channelId).toBe(other.channelId);
    expect(resident?.firstTouch.channelId).not.toBe(other.channelId);
  });

  test.each([
    ['sleeping', 'FLYER_SLEEPING'],
    ['retired', 'FLYER_RETIRED'],
    ['forged', 'FLYER_UNKNOWN'],
  ])('a %s code is %s and leaves no trace on the resident', async (which, code) => {
    const shop = await aLaunchShop();
    const scenes = { ...shop.flyers, forged: forged(1) } as Record<string, string>;
    expect(await land(shop, 'new', scenes[which] ?? '')).toMatchObject({ ok: false, code, detail: {} });
    expect(shop.world.engine.dump('residents')).toEqual([]);
    expect(shop.world.engine.dump('visits')).toEqual([]);
  });

  test('at its end the flyer is FLYER_EXPIRED, one ms before it is not', async () => {
    const shop = await aLaunchShop();
    const { expiresAtMs } = flyerOf(shop, shop.flyers.active);
    shop.world.nowMs = expiresAtMs - 1;
    dataOf(await land(shop, 'new', shop.flyers.active));
    shop.world.nowMs = expiresAtMs;
    expect(await land(shop, 'new', shop.flyers.active)).toMatchObject({ code: 'FLYER_EXPIRED' });
  });

  test('a paused campaign is CAMPAIGN_PAUSED; its last coupon gone is FLYER_EXHAUSTED, but not for who has it', async () => {
    const shop = await aLaunchShop();
    const { world } = shop;
    dataOf(await world.call('first', 'outreach.claim', { scene: shop.flyers.active }, world.key()));
    for (const cell of world.engine.dump<{ _id: string }>('cells').filter(({ _id }) => _id.startsWith('tpl_hello60_')))
      world.engine.put('cells', { ...cell, left: { n: 0 } } as never);
    expect(await land(shop, 'late', shop.flyers.active)).toMatchObject({ code: 'FLYER_EXHAUSTED' });
    expect(await world.call('late', 'outreach.claim', { scene: shop.flyers.active }, world.key())).toMatchObject({
      code: 'FLYER_EXHAUSTED',
    });
    expect(dataOf<LandingView>(await land(shop, 'first', shop.flyers.active)).template?.state).toBe('claimed');
    world.asStaff('op', ['operator']);
    await world.staffCall('op', 'campaign.pause', { campaignId: 'launch' });
    expect(await land(shop, 'first', shop.flyers.active)).toMatchObject({ code: 'CAMPAIGN_PAUSED' });
  });

  test('5 scans of one neighbour and 1 of another count 2 people', async () => {
    const shop = await aLaunchShop();
    for (let n = 0; n < 5; n += 1) await land(shop, 'ann', shop.flyers.active);
    await land(shop, 'bob', shop.flyers.active);
    expect((await countsOf(shop, shop.flyers.active)).scanned).toBe(2);
  });
});

describe('the claim of a flyer', () => {
  test('the same key gives the same reply byte for byte, after the flyer was retired too; a second key meets the limit', async () => {
    const shop = await aLaunchShop();
    const { world } = shop;
    const claim = (key: string) => world.call('new', 'outreach.claim', { scene: shop.flyers.active }, key);
    const key = world.key();
    const first = await claim(key);
    dataOf(first);
    world.asStaff('owner', ['owner']);
    dataOf(await world.staffCall('owner', 'outreach.retireFlyer', { scene: shop.flyers.active }));
    expect(JSON.stringify(await claim(key))).toBe(JSON.stringify(first));
    expect(await claim(world.key())).toMatchObject({ code: 'FLYER_RETIRED' });
    expect(await countsOf(shop, shop.flyers.active)).toMatchObject({ claimed: 1, scanned: 1 });
  });

  test('one a household: another flyer gives COUPON_LIMIT', async () => {
    const shop = await aLaunchShop();
    dataOf(await shop.world.call('new', 'outreach.claim', { scene: shop.flyers.active }, shop.world.key()));
    const again = await shop.world.call('new', 'outreach.claim', { scene: shop.flyers.lakeside }, shop.world.key());
    expect(again).toMatchObject({ ok: false, code: 'COUPON_LIMIT' });
  });

  test('the same key with another flyer is REQUEST_KEY_REUSED', async () => {
    const shop = await aLaunchShop();
    const key = shop.world.key();
    await shop.world.call('new', 'outreach.claim', { scene: shop.flyers.active }, key);
    expect(await shop.world.call('new', 'outreach.claim', { scene: shop.flyers.lakeside }, key)).toMatchObject({
      code: 'REQUEST_KEY_REUSED',
    });
  });
});

describe('guessing: 10 wrong codes in a minute close the door for 10 minutes', () => {
  test('the 10th closes it for true codes too, for that resident alone', async () => {
    const shop = await aLaunchShop();
    for (let n = 0; n < 9; n += 1) await land(shop, 'thief', forged(n));
    dataOf(await land(shop, 'thief', shop.flyers.active));
    expect(await land(shop, 'thief', forged(9))).toMatchObject({ code: 'FLYER_UNKNOWN' });
    const untilMs = shop.world.nowMs + 10 * MINUTE_MS;
    expect(await land(shop, 'thief', shop.flyers.active)).toMatchObject({
      code: 'TOO_MANY_TRIES',
      detail: { untilMs },
    });
    dataOf(await land(shop, 'ann', shop.flyers.active));
    shop.world.nowMs = untilMs - 1;
    expect(await land(shop, 'thief', shop.flyers.active)).toMatchObject({ code: 'TOO_MANY_TRIES' });
    shop.world.nowMs = untilMs;
    dataOf(await land(shop, 'thief', shop.flyers.active));
  });

  test('9 a minute for three minutes never closes it', async () => {
    const shop = await aLaunchShop();
    for (let minute = 0; minute < 3; minute += 1) {
      for (let n = 0; n < 9; n += 1) await land(shop, 'slow', forged(minute * 10 + n));
      shop.world.advance(MINUTE_MS);
    }
    dataOf(await land(shop, 'slow', shop.flyers.active));
  });

  test('30 at once are counted: the door is closed', async () => {
    const shop = await aLaunchShop();
    await Promise.all(Array.from({ length: 30 }, (_, n) => land(shop, 'thief', forged(n))));
    expect(await land(shop, 'thief', shop.flyers.active)).toMatchObject({ code: 'TOO_MANY_TRIES' });
  });
});

describe('staff', () => {
  test('putting up wakes a flyer on a name and a place; again is no error; a resident cannot', async () => {
    const shop = await aLaunchShop();
    const { world } = shop;
    world.asStaff('ma', ['promoter']);
    const input = { scene: shop.flyers.sleeping, place: 'lift', note: '5 号楼电梯口' };
    expect(await world.call('ma', 'outreach.activateFlyer', input)).toMatchObject({ code: 'FORBIDDEN' });
    const view = dataOf<FlyerView>(await world.staffCall('ma', 'outreach.activateFlyer', input));
    expect(view).toMatchObject({ state: 'active', place: 'lift', promoterName: 'ma', number: 2, batchSize: 20 });
    dataOf(await world.staffCall('ma', 'outreach.activateFlyer', input));
    const log = world.engine
      .dump<{ _id: string; staffName: string }>('staffLog')
      .filter(({ staffName }) => staffName === 'ma');
    expect(log).toHaveLength(1);
    dataOf(await land(shop, 'new', shop.flyers.sleeping));
    type Mine = { flyers: FlyerView[]; today: CountsView };
    const mine = dataOf<Mine>(await world.staffCall('ma', 'outreach.myFlyers', {}));
    expect([mine.flyers.length, mine.today]).toEqual([1, { scanned: 1, joined: 1, claimed: 0, paid: 0 }]);
  });

  test('a retired flyer never wakes: FLYER_RETIRED; retiring twice is no error; an unknown one is FLYER_UNKNOWN', async () => {
    const shop = await aLaunchShop();
    const { world, flyers } = shop;
    world.asStaff('ma', ['promoter']);
    const wake = await world.staffCall('ma', 'outreach.activateFlyer', { scene: flyers.retired, place: 'gate' });
    expect(wake).toMatchObject({ code: 'FLYER_RETIRED' });
    dataOf(await world.staffCall('ma', 'outreach.retireFlyer', { scene: flyers.retired }));
    expect(await world.staffCall('ma', 'outreach.flyer', { scene: forged(1) })).toMatchObject({
      code: 'FLYER_UNKNOWN',
    });
  });

  test('couriers and support put up no flyers', async () => {
    const shop = await aLaunchShop();
    shop.world.asStaff('kefu', ['support', 'courier']);
    const reply = await shop.world.staffCall('kefu', 'outreach.retireFlyer', { scene: shop.flyers.active });
    expect(reply).toMatchObject({ code: 'FORBIDDEN' });
  });
});
