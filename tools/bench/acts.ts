import type { Quote } from '../../cloudfunctions/rooms/settlement';
import { COURIER, LAUNCH_DRAW, SHOP } from '../seed/base';
import { ADDRESS, BENCH_TEMPLATE, benchSkus, chanceOf, type Ground } from './ground';

export type Act = () => Promise<unknown>;

/** One operation that is measured. */
export interface Measured {
  readonly name: string;
  /** Function whose invocation it is. */
  readonly door: 'resident' | 'payment';
  /** Most sequential round trips (platform.md, "Rules for the data layer"; issue 2). */
  readonly target: number;
  /** Acts whose most is counted; 4 where all take the same. */
  readonly counted?: number;
  /** One act that can be done once, with everything before it done. */
  prepare(ground: Ground): Promise<Act>;
}

const asked = (lines: number) => ({
  lines: benchSkus(lines).map((skuId) => ({ skuId, quantity: 1 })),
  addressId: ADDRESS,
});

async function readyToPlace(ground: Ground, lines: number): Promise<{ openid: string; place: () => Promise<string> }> {
  const openid = ground.someone();
  const { quote } = await ground.call<{ quote: Quote }>('resident', openid, 'order.quote', asked(lines));
  const input = { ...asked(lines), fingerprint: quote.fingerprint };
  const key = ground.key();
  const place = async (): Promise<string> =>
    (await ground.call<{ orderId: string }>('resident', openid, 'order.place', input, key)).orderId;
  return { openid, place };
}

async function readyToBePaid(ground: Ground): Promise<{ openid: string; orderId: string }> {
  const { openid, place } = await readyToPlace(ground, 3);
  const orderId = await place();
  await ground.call('resident', openid, 'order.pay', { orderId });
  return { openid, orderId };
}

async function readyToReceive(ground: Ground): Promise<{ openid: string; orderId: string }> {
  const { openid, orderId } = await readyToBePaid(ground);
  await ground.cloud.pay.pay(orderId);
  await ground.call('resident', openid, 'order.detail', { orderId });
  await ground.call('staff', SHOP.openid, 'order.move', { orderId, to: 'picked' });
  for (const to of ['dispatched', 'delivered'])
    await ground.call('staff', COURIER.openid, 'order.move', { orderId, to });
  return { openid, orderId };
}

const placing = (lines: number): Measured => ({
  name: `place, ${lines} ${lines === 1 ? 'line' : 'lines'}`,
  door: 'resident',
  target: 4,
  prepare: async (ground) => (await readyToPlace(ground, lines)).place,
});

export const MEASURED: readonly Measured[] = [
  {
    name: 'home',
    door: 'resident',
    target: 2,
    prepare: async (ground) => {
      const openid = ground.someone();
      return () => ground.call('resident', openid, 'catalog.home', {});
    },
  },
  {
    name: 'quote, 10 lines',
    door: 'resident',
    target: 2,
    prepare: async (ground) => {
      const openid = ground.someone();
      return () => ground.call('resident', openid, 'order.quote', asked(10));
    },
  },
  placing(1),
  placing(10),
  placing(100),
  {
    name: 'pay callback',
    door: 'payment',
    target: 2,
    prepare: async (ground) => {
      const { orderId } = await readyToBePaid(ground);
      return () => ground.cloud.pay.pay(orderId);
    },
  },
  {
    name: 'receive with its rewards',
    door: 'resident',
    target: 4,
    prepare: async (ground) => {
      const { openid, orderId } = await readyToReceive(ground);
      return () => ground.call('resident', openid, 'order.receive', { orderId });
    },
  },
  {
    name: 'spin',
    door: 'resident',
    target: 3,
    counted: 24,
    prepare: async (ground) => {
      const openid = ground.someone();
      const key = ground.key();
      return () =>
        ground.call('resident', openid, 'draw.spin', { drawId: LAUNCH_DRAW, chanceId: chanceOf(openid) }, key);
    },
  },
  {
    name: 'claim',
    door: 'resident',
    target: 2,
    prepare: async (ground) => {
      const openid = ground.someone();
      const key = ground.key();
      return () => ground.call('resident', openid, 'coupon.claim', { templateId: BENCH_TEMPLATE }, key);
    },
  },
];
