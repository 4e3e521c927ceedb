import type { Cell } from '../../cloudfunctions/kernel/cell';
import { type Chance, emptyWallet, type Wallet } from '../../cloudfunctions/kernel/wallet';
import { campaignRoom } from '../../cloudfunctions/rooms/campaign';
import { couponRoom } from '../../cloudfunctions/rooms/coupon';
import { type Draw, drawRoom, publishDraw } from '../../cloudfunctions/rooms/draw';
import { aChance } from '../../cloudfunctions/rooms/draw/domain/support/builders';
import { loyaltyRoom } from '../../cloudfunctions/rooms/loyalty';
import { aWorld, type World } from './world';

/** A world with one published draw; the head exists as after a campaign's publishing. */
export async function drawWorld(draw: Draw, arrange: (world: World) => Promise<void> = async () => {}): Promise<World> {
  const world = aWorld([campaignRoom, couponRoom, loyaltyRoom, drawRoom]);
  world.engine.put('heads', {
    _id: 'head',
    stopped: false,
    catalogVersion: 0,
    drawVersions: {},
    campaigns: { launch: { version: 1, paused: false, pausedOffers: {} } },
  } as never);
  await arrange(world);
  const answer = await publishDraw(world.context(), draw);
  if (!answer.ok) throw new Error(`${answer.code} ${JSON.stringify(answer.detail)}`);
  return world;
}

/** Gives the person open chances of draw_1: `order:<name>:1` and on. */
export function giveChances(
  world: World,
  name: string,
  count = 1,
  change: Parameters<typeof aChance>[0] = {},
): string[] {
  const ids = Array.from({ length: count }, (_, index) => `order:${name}:${index + 1}`);
  const chances: { [id: string]: Chance } = Object.fromEntries(
    ids.map((id) => [id, aChance({ orderId: name, ...change })]),
  );
  const wallet: Wallet = { ...emptyWallet(world.residentId(name)), chances };
  world.engine.put('wallets', wallet);
  return ids;
}

export const spin = (world: World, name: string, chanceId = `order:${name}:1`, key = world.key()) =>
  world.call(name, 'draw.spin', { drawId: 'draw_1', chanceId }, key);

export const prizeCells = (world: World): Cell[] =>
  world.engine.dump<Cell>('cells').filter(({ _id }) => _id.startsWith('prize_'));

export function walletOf(world: World, name: string): Wallet {
  const found = world.engine.dump<Wallet>('wallets').find(({ _id }) => _id === world.residentId(name));
  if (!found) throw new Error(`${name} has no wallet`);
  return found;
}
