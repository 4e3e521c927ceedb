import { above, atMost, below, between, type Db, oneOf, present, set } from '../../platform/db';
import type { EndedCoupon } from './domain/ended';
import type { CouponTemplate } from './domain/template';

/** Templates in the coupon centre at once; a centre of more would be no centre. */
const MOST_ON_SHOW = 60;
/** Coupons of one campaign end at one moment in thousands: what one run of the job gives back. */
const MOST_OWED = 1_000;
/** Written by the wallet's upkeep when it lets go of a coupon. */
export const ENDED_COUPONS = 'coupons';

export function findTemplate(db: Db, templateId: string): Promise<CouponTemplate | null> {
  return db.get<CouponTemplate>('couponTemplates', templateId);
}

/** Those whose window has not ended, soonest end first. */
export function templatesOnShow(db: Db, nowMs: number): Promise<CouponTemplate[]> {
  return db.find<CouponTemplate>('couponTemplates', {
    where: { onShow: true, endsAtMs: above(nowMs) },
    orderBy: [['endsAtMs', 'asc']],
    limit: MOST_ON_SHOW,
  });
}

/** A campaign has some dozens. */
const MOST_OF_CAMPAIGNS = 1_000;

export function templatesOfCampaigns(db: Db, campaignIds: readonly string[]): Promise<CouponTemplate[]> {
  return db.find<CouponTemplate>('couponTemplates', {
    where: { campaignId: oneOf(campaignIds) },
    orderBy: [
      ['campaignId', 'asc'],
      ['_id', 'asc'],
    ],
    limit: MOST_OF_CAMPAIGNS,
  });
}

export function insertTemplate(db: Db, template: CouponTemplate): Promise<'inserted' | 'exists'> {
  return db.insert('couponTemplates', template);
}

/** A redeem code (口令). Its `_id` is a hash, so that who reads the database does not read the codes. */
export type RedeemCode = {
  readonly _id: string;
  readonly templateId: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
};

export function findCode(db: Db, codeId: string): Promise<RedeemCode | null> {
  return db.get<RedeemCode>('redeemCodes', codeId);
}

export function insertCode(db: Db, code: RedeemCode): Promise<'inserted' | 'exists'> {
  return db.insert('redeemCodes', code);
}

/** A page of the archive, last ended first; `beforeKey` is the last row's `endedKey`. */
export function endedPage(
  db: Db,
  wanted: { readonly residentId: string; readonly tab: EndedCoupon['tab']; readonly beforeKey: string | null },
  limit: number,
): Promise<EndedCoupon[]> {
  return db.find<EndedCoupon>(ENDED_COUPONS, {
    where: {
      residentId: wanted.residentId,
      tab: wanted.tab,
      endedKey: wanted.beforeKey === null ? present() : below(wanted.beforeKey),
    },
    orderBy: [['endedKey', 'desc']],
    limit,
  });
}

/** One of the archive's documents of this coupon: it may have been used, come back and ended. */
export async function findEnded(db: Db, couponId: string): Promise<EndedCoupon | null> {
  const where = { _id: between(`${couponId}:`, `${couponId};`) };
  return (await db.find<EndedCoupon>(ENDED_COUPONS, { where, limit: 1 }))[0] ?? null;
}

export function endedById(db: Db, endedIds: readonly string[]): Promise<Map<string, EndedCoupon>> {
  return db.getMany<EndedCoupon>(ENDED_COUPONS, endedIds);
}

/** Archived coupons whose reserve has not been given back yet. */
export function owedCoupons(db: Db, nowMs: number): Promise<EndedCoupon[]> {
  return db.find<EndedCoupon>(ENDED_COUPONS, {
    where: { owesDueAtMs: atMost(nowMs) },
    orderBy: [['owesDueAtMs', 'asc']],
    limit: MOST_OWED,
  });
}

/** The debt gets a new birth: the cell's horizon had passed the old one, and it was never applied. */
export function redateOwed(db: Db, endedId: string, fromMs: number, toMs: number): Promise<boolean> {
  return db.update(ENDED_COUPONS, { _id: endedId, owes: { at: fromMs } }, { owes: { at: toMs } });
}

export function settleOwed(db: Db, endedId: string): Promise<boolean> {
  return db.update(ENDED_COUPONS, { _id: endedId }, { owes: set(null), owesDueAtMs: null });
}

export function oweLater(db: Db, endedId: string, untilMs: number): Promise<boolean> {
  return db.update(ENDED_COUPONS, { _id: endedId }, { owesDueAtMs: untilMs });
}
