import type { Quote } from '../../cloudfunctions/rooms/settlement';
import { COURIER, LAUNCH_DRAW, MORE_OFFERS, SHOP, TEMPLATES } from '../seed/base';
import { ADDRESS, BENCH_TEMPLATE, benchSkus, chanceOf, type Ground, prizeOf } from './ground';

export type Act = () => Promise<unknown>;

/** One operation that is measured. */
export interface Measured {
  readonly name: string;
  /** Function whose invocation it is. */
  readonly door: 'resident' | 'staff' | 'payment';
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

/** Dumplings with their gift, fruit with its coupon, the breakfast set, an express delivery at half its fee. */
const MANY_OFFERS = {
  lines: [
    ...['dumpling_500', 'grape_500', 'pear_1'].map((skuId) => ({ skuId, quantity: 2 })),
    ...['toast_400', 'juice_1', 'cheese_12'].map((skuId) => ({ skuId, quantity: 1 })),
  ],
  addressId: ADDRESS,
  deliveryKind: 'express',
};

async function readyToPlace(
  ground: Ground,
  wanted: ReturnType<typeof asked> = asked(3),
): Promise<{ openid: string; place: () => Promise<string> }> {
  const openid = ground.someone();
  const { quote } = await ground.call<{ quote: Quote }>('resident', openid, 'order.quote', wanted);
  const input = { ...wanted, fingerprint: quote.fingerprint };
  const key = ground.key();
  const place = async (): Promise<string> =>
    (await ground.call<{ orderId: string }>('resident', openid, 'order.place', input, key)).orderId;
  return { openid, place };
}

async function readyToBePaid(ground: Ground): Promise<{ openid: string; orderId: string }> {
  const { openid, place } = await readyToPlace(ground);
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
  prepare: async (ground) => (await readyToPlace(ground, asked(lines))).place,
});

/** Something that a resident looks at. */
const looking = (name: string, target: number, operation: string, input: object): Measured => ({
  name,
  door: 'resident',
  target,
  prepare: async (ground) => {
    const openid = ground.someone();
    return () => ground.call('resident', openid, operation, input);
  },
});

export const MEASURED: readonly Measured[] = [
  looking('home', 2, 'catalog.home', {}),
  looking('product with its gifts', 2, 'catalog.product', { productId: 'p_dumpling' }),
  looking('list of sets', 2, 'catalog.bundles', {}),
  looking('page of a set', 2, 'catalog.bundle', { offerId: MORE_OFFERS.welcomeSet }),
  {
    name: "landing of a neighbour's card",
    door: 'resident',
    target: 2,
    prepare: async (ground) => {
      const asked = { deviceId: 'd'.repeat(22) };
      const { scene } = await ground.call<{ scene: string }>('resident', ground.someone(), 'referral.card', asked);
      const openid = ground.someone();
      return () => ground.call('resident', openid, 'referral.land', { scene });
    },
  },
  looking('quote, 10 lines', 1, 'order.quote', asked(10)),
  looking('quote, gift, set, express', 1, 'order.quote', MANY_OFFERS),
  looking('ways to the next step', 2, 'order.topUps', MANY_OFFERS),
  placing(1),
  placing(10),
  placing(100),
  {
    name: 'place, gift, set, express',
    door: 'resident',
    target: 4,
    prepare: async (ground) => (await readyToPlace(ground, MANY_OFFERS)).place,
  },
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
    name: 'landing by a flyer',
    door: 'resident',
    target: 2,
    prepare: async (ground) => {
      const openid = ground.someone();
      return () => ground.call('resident', openid, 'outreach.land', { scene: ground.flyer });
    },
  },
  {
    name: 'claim by a flyer',
    door: 'resident',
    target: 2,
    prepare: async (ground) => {
      const openid = ground.someone();
      const wish = { scene: ground.flyer, templateId: TEMPLATES.hello60 };
      await ground.call('resident', openid, 'outreach.land', { scene: ground.flyer });
      const key = ground.key();
      return () => ground.call('resident', openid, 'outreach.claim', wish, key);
    },
  },
  {
    name: 'buy a chance',
    door: 'resident',
    target: 2,
    prepare: async (ground) => {
      const openid = ground.someone();
      const key = ground.key();
      return () => ground.call('resident', openid, 'draw.buyChance', { drawId: LAUNCH_DRAW }, key);
    },
  },
  looking('page of the draw', 2, 'draw.view', { drawId: LAUNCH_DRAW }),
  looking('all winners', 2, 'draw.winners', { drawId: LAUNCH_DRAW }),
  {
    name: 'claim of a prize',
    door: 'resident',
    target: 2,
    prepare: async (ground) => {
      const openid = ground.someone();
      return () => ground.call('resident', openid, 'draw.claim', { prizeId: prizeOf(openid), way: 'pick-up' });
    },
  },
  {
    name: 'hand-over by its code',
    door: 'staff',
    target: 2,
    prepare: async (ground) => {
      const openid = ground.someone();
      const input = { prizeId: prizeOf(openid), way: 'pick-up' };
      const { claim } = await ground.call<{ claim: { code: string } }>('resident', openid, 'draw.claim', input);
      const key = ground.key();
      return () => ground.call('staff', SHOP.openid, 'draw.handOver', { code: claim.code, by: 'scan' }, key);
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
