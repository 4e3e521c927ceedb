import type { Cell } from '../../cloudfunctions/kernel/cell';
import type { Wallet } from '../../cloudfunctions/kernel/wallet';
import { campaignRoom } from '../../cloudfunctions/rooms/campaign';
import { couponRoom } from '../../cloudfunctions/rooms/coupon';
import type { CouponTemplate } from '../../cloudfunctions/rooms/coupon/domain/template';
import { publishTemplate } from '../../cloudfunctions/rooms/coupon/operations/publish';
import { aWorld, type World } from './world';

export async function worldWith(...templates: CouponTemplate[]): Promise<World> {
  const world = aWorld([campaignRoom, couponRoom]);
  for (const template of templates) await publishTemplate(world.context(), template);
  return world;
}

export const head = (change: object = {}) => ({
  _id: 'head',
  stopped: false,
  catalogVersion: 0,
  drawVersions: {},
  campaigns: { launch: { version: 1, paused: false, pausedOffers: {} } },
  ...change,
});

export const cell = (world: World, id: string): Cell => {
  const found = world.engine.dump<Cell>('cells').find(({ _id }) => _id === id);
  if (!found) throw new Error(`no cell ${id}`);
  return found;
};
export const wallets = (world: World): Wallet[] => world.engine.dump<Wallet>('wallets');
export const couponsOf = (world: World): number =>
  wallets(world).reduce((sum, { coupons }) => sum + Object.keys(coupons).length, 0);
export const claim = (world: World, name: string, key = world.key(), templateId = 'welcome8') =>
  world.call(name, 'coupon.claim', { templateId }, key);
