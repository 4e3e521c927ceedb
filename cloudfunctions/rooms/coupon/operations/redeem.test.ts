import { worldWith } from '../../../../tests/support/coupon-world';
import { START_MS, type World } from '../../../../tests/support/world';
import { DAY_MS, MINUTE_MS } from '../../../kernel/period';
import { aTemplate } from '../domain/support/builders';
import { publishCode } from './publish';

describe('redeem code', () => {
  async function withCode(): Promise<World> {
    const world = await worldWith(aTemplate({ channels: ['code'], onShow: false }));
    await publishCode(world.context(), '邻礼 开业 88', {
      templateId: 'welcome8',
      startsAtMs: START_MS,
      endsAtMs: START_MS + DAY_MS,
    });
    return world;
  }
  const redeem = (world: World, code: string, key = world.key()) => world.call('mei', 'coupon.redeem', { code }, key);

  test('width, case and blanks do not count; the limit does', async () => {
    const world = await withCode();
    expect((await redeem(world, ' 邻礼开业８８ ')).ok).toBe(true);
    expect(await redeem(world, '邻礼开业88')).toMatchObject({ code: 'COUPON_LIMIT' });
  });

  test('over at its end; a repeat of the claim made before keeps its reply', async () => {
    const world = await withCode();
    const key = world.key();
    const first = await redeem(world, '邻礼开业88', key);
    world.advance(DAY_MS - 1);
    expect(JSON.stringify({ ...(await redeem(world, '邻礼开业88', key)), nowMs: 0 })).toBe(
      JSON.stringify({ ...first, nowMs: 0 }),
    );
    world.advance(1);
    expect(await redeem(world, '邻礼开业88')).toMatchObject({ code: 'CODE_OVER' });
  });

  test('the 11th wrong code within a minute is not looked at, nor is a right one', async () => {
    const world = await withCode();
    for (let n = 0; n < 10; n += 1) expect(await redeem(world, `错${n}`)).toMatchObject({ code: 'CODE_UNKNOWN' });
    expect(await redeem(world, '邻礼开业88')).toMatchObject({ code: 'TOO_MANY_TRIES' });
    world.advance(10 * MINUTE_MS);
    expect((await redeem(world, '邻礼开业88')).ok).toBe(true);
  });
});
