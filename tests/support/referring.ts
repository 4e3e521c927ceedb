import type { Stored } from '../../cloudfunctions/platform/db';
import { newResident, type Resident } from '../../cloudfunctions/rooms/account';
import type { CouponTemplate } from '../../cloudfunctions/rooms/coupon';
import type { EndedCoupon } from '../../cloudfunctions/rooms/coupon/domain/ended';
import { type ProgrammeDraft, publishProgramme } from '../../cloudfunctions/rooms/referral';
import type {
  BoundView,
  CardLandingView,
  HeldReferralView,
  MyCardView,
  MyReferralsView,
} from '../../cloudfunctions/rooms/referral/contract';
import type { Referral } from '../../cloudfunctions/rooms/referral/domain/referral';
import { deliver } from './ann';
import { nextFive } from './giving';
import { ADDRESS, aShop, CAMPAIGN, ESTATE, type Shop, type ShopWish } from './shop';
import { START_MS } from './world';

const DAY_MS = 86_400_000;

/** ¥10 off from ¥40, 30 days from its issue: what both get in the pictures. */
export const ten = (): CouponTemplate =>
  nextFive({
    ...{ _id: 'ten', title: '满 40 减 10', validity: { days: 30 }, channels: ['card'] },
    terms: { kind: 'fixed', scope: { all: true }, minSpendFen: 4_000, offFen: 1_000, group: 'a' },
  });

export const aProgramme = (over: Partial<ProgrammeDraft> = {}): ProgrammeDraft => ({
  ...{ campaignId: CAMPAIGN, version: 1, startsAtMs: START_MS - DAY_MS, endsAtMs: START_MS + 29 * DAY_MS },
  inviterReward: { form: 'coupon', templateId: 'ten' },
  inviteeReward: { form: 'coupon', templateId: 'ten' },
  ...{ mostPerDay: 20, mostInAll: 50, levels: 1, approval: null },
  lines: [{ lineId: 'fresh', text: '我家菜都在这儿买，送得准，坏了真给退。' }],
  ...{ shopName: '桂花里店', opensAtMinute: 420, closesAtMinute: 1_260 },
  ...over,
});

/** What both together reserve of the budget at each binding. */
export const BOTH_FEN = 2_000;

export interface Quarter extends Shop {
  /** Somebody with a home and a phone of their own, each next name next door. */
  moveIn(name: string, at?: { readonly room?: string; readonly phone?: string }): void;
  /** The scene of the person's card, made where there was none. */
  cardOf(name: string, device?: string): Promise<string>;
  land(name: string, scene: string): ReturnType<Shop['call']>;
  bind(
    name: string,
    scene: string,
    more?: { readonly device?: string; readonly key?: string },
  ): ReturnType<Shop['call']>;
  bound(name: string, scene: string): Promise<BoundView>;
  landed(name: string, scene: string): Promise<CardLandingView>;
  /** Places and pays; delivered unless `to` stops it there. Its id. */
  firstOrder(name: string, to?: 'paid' | 'delivered' | 'received'): Promise<string>;
  receive(name: string, orderId: string): Promise<void>;
  referrals(): readonly Referral[];
  referralOf(name: string): Referral;
  mine(name: string): Promise<MyReferralsView>;
  held(): Promise<readonly HeldReferralView[]>;
  /** `state title` of each coupon that came from a card. */
  rewardsOf(name: string): readonly string[];
}

/** The shop with a running programme: a coupon of ¥10 for both. */
export async function aQuarter(
  wish: ShopWish & { readonly programme?: Partial<ProgrammeDraft> } = {},
): Promise<Quarter> {
  const { programme, ...rest } = wish;
  const stock = { rice: 2_000, milk: 2_000, eggs: 2_000, ...wish.stock };
  const shop = await aShop({ ...rest, stock, templates: [...(wish.templates ?? []), ten()] });
  const published = await publishProgramme(shop.context(), aProgramme(programme));
  if (!published.ok) throw new Error(JSON.stringify(published));
  const quarter = shop as Quarter;
  return Object.assign(quarter, arriving(quarter), ordering(quarter), looking(quarter));
}

const deviceOf = (name: string): string => name.padEnd(22, '_').slice(0, 22);

function must<T>(reply: Awaited<ReturnType<Shop['call']>>): T {
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.data as T;
}

function arriving(q: Quarter) {
  let door = 0;
  return {
    moveIn: (name: string, { room, phone }: { readonly room?: string; readonly phone?: string } = {}) => {
      door += 1;
      q.engine.put('residents', home(q, name, room ?? `${door}02`, phone ?? `139${String(door).padStart(8, '0')}`));
    },
    cardOf: async (name: string, device = name) =>
      must<MyCardView>(await q.call(name, 'referral.card', { deviceId: deviceOf(device) })).scene,
    land: (name: string, scene: string) => q.call(name, 'referral.land', { scene }),
    landed: async (name: string, scene: string) =>
      must<CardLandingView>(await q.call(name, 'referral.land', { scene })),
    bind: (name: string, scene: string, { device = name, key = q.key() } = {}) =>
      q.call(name, 'referral.bind', { scene, deviceId: deviceOf(device) }, key),
    bound: async (name: string, scene: string) => must<BoundView>(await q.bind(name, scene)),
  };
}

function home(q: Quarter, name: string, room: string, phone: string): Stored {
  const where = { estateId: ESTATE, estateName: '云栖苑', building: '1', room };
  const address = { ...where, contactName: name, phone, isDefault: true, savedAtMs: START_MS };
  const resident: Resident = {
    ...newResident(q.residentId(name), START_MS),
    ...{ estateId: ESTATE, nickname: name, addresses: { [ADDRESS]: address } },
  };
  return resident as Stored;
}

function ordering(q: Quarter) {
  return {
    firstOrder: async (name: string, to: 'paid' | 'delivered' | 'received' = 'received') => {
      const { orderId, ok, code } = await q.buy(name, { lines: { rice: 1 } });
      if (!ok) throw new Error(code);
      await q.call(name, 'order.pay', { orderId });
      q.pay.settle(orderId);
      await q.payCallback(orderId);
      if (to !== 'paid') await deliver(q, orderId);
      if (to === 'received') await q.receive(name, orderId);
      return orderId;
    },
    receive: async (name: string, orderId: string) => {
      must(await q.call(name, 'order.receive', { orderId }));
    },
  };
}

function looking(q: Quarter) {
  const all = () => q.engine.dump<Referral>('referrals');
  return {
    referrals: all,
    referralOf: (name: string) => {
      const found = all().find(({ inviteeId }) => inviteeId === q.residentId(name));
      if (!found) throw new Error(`nobody has invited ${name}`);
      return found;
    },
    mine: async (name: string) => must<MyReferralsView>(await q.call(name, 'referral.mine', {})),
    held: async () => {
      q.asStaff('kefu', ['support']);
      return must<{ rows: HeldReferralView[] }>(await q.staffCall('kefu', 'referral.held', {})).rows;
    },
    rewardsOf: (name: string) => {
      const residentId = q.residentId(name);
      const over = q.engine.dump<EndedCoupon>('coupons').filter((ended) => ended.residentId === residentId);
      return [...Object.values(q.wallet(name).coupons), ...over.map(({ coupon }) => coupon)]
        .filter(({ source }) => source === 'referral')
        .map(({ status, title }) => `${status.state} ${title}`);
    },
  };
}
