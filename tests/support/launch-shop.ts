import { rooms } from '../../cloudfunctions/rooms/assembly';
import { type BaseHighlights, seedForTests, TEST_NOW_MS } from '../../tools/seed/base';
import { aWorld, type World } from './world';

export interface LaunchShop {
  readonly world: World;
  readonly flyers: BaseHighlights['flyers'];
}

/** The whole house in one process on its first morning: 2026-11-22 10:24 in Shanghai, the early market is open. */
export async function aLaunchShop({ startAtMs = TEST_NOW_MS } = {}): Promise<LaunchShop> {
  const world = aWorld(rooms, { startAtMs });
  const { flyers } = await seedForTests(world.engine, { appid: 'wx_test', nowMs: TEST_NOW_MS });
  return { world, flyers };
}

/** The data of a reply that must be a yes. */
export function dataOf<T>(reply: { readonly ok: boolean }): T {
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply)}`);
  return (reply as unknown as { data: T }).data;
}
