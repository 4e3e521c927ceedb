import type { CouponTerms } from '../../cloudfunctions/kernel/coupon';
import type {
  Benefit,
  CartLine,
  CouponInHand,
  FundingShares,
  NextStep,
  Offer,
  OfferKind,
  QuoteInput,
  QuoteResident,
  Reason,
  ShelfItem,
} from '../../cloudfunctions/rooms/settlement';

/** A case as it stands in a file (tests/cases/README.md): it names only what it is about. */
export interface Case {
  readonly name: string;
  /** How the expected numbers are reckoned by hand. */
  readonly why: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly now?: string;
  readonly resident?: Partial<QuoteResident>;
  readonly lines: readonly (Omit<CartLine, 'categoryId' | 'selected'> & Partial<CartLine>)[];
  readonly delivery?: QuoteInput['delivery'];
  readonly offers?: readonly CaseOffer[];
  readonly coupons?: readonly CaseCoupon[];
  readonly couponChoice?: readonly string[];
  readonly pointsWish?: number;
  readonly withoutBudget?: readonly string[];
  readonly giftStock?: Readonly<Record<string, number>>;
  readonly shelf?: readonly (Omit<ShelfItem, 'categoryId'> & Partial<ShelfItem>)[];
  readonly expect: Expected;
}

export interface CaseOffer {
  readonly id: string;
  readonly kind: OfferKind;
  readonly title?: string;
  readonly starts?: string;
  readonly ends?: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

interface CaseCoupon {
  readonly id: string;
  readonly kind: CouponTerms['kind'];
  readonly skuId?: string;
  readonly audience?: CouponInHand['audience'];
  readonly validFrom?: string;
  readonly validUntil?: string;
}

/** What is named is compared, whole. */
export interface Expected {
  readonly payableFen?: number;
  readonly goodsFen?: number;
  readonly freightPaidFen?: number;
  readonly lines?: Readonly<Record<string, number>>;
  readonly applied?: Readonly<Record<string, number>>;
  readonly allocated?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly order?: readonly string[];
  readonly gifts?: Readonly<Record<string, readonly [string, number]>>;
  readonly addOns?: Readonly<Record<string, Benefit>>;
  readonly notApplied?: Readonly<Record<string, Reason | readonly [Reason, number]>>;
  readonly chosen?: readonly string[];
  readonly nextStep?: Partial<NextStep> | null;
  readonly points?: Readonly<Record<string, number>>;
  readonly funding?: Readonly<Record<string, FundingShares>>;
  readonly fundingSum?: FundingShares;
  readonly earns?: number;
  readonly chances?: number;
}

/** A Wednesday. */
const NOW = '2026-05-20T10:30:00+08:00';
const DAY_MS = 86_400_000;

const RESIDENT: QuoteResident = {
  tier: 'normal',
  pointsRateBps: 10_000,
  freightRateBps: 10_000,
  isNew: true,
  estateId: 'es_1',
  firstOrderRight: true,
  spendablePoints: 0,
};

/** The case with all that it leaves out: ¥5 freight, 100 points = ¥1 for half of the goods, one chance an order. */
export function inputOf(one: Case): QuoteInput {
  return {
    nowMs: Date.parse(one.now ?? NOW),
    resident: { ...RESIDENT, ...one.resident },
    lines: one.lines.map((line) => ({ categoryId: 'food', selected: true, ...line })),
    delivery: one.delivery ?? { kind: 'standard', baseFreightFen: 500, rushFeeFen: 0 },
    offers: (one.offers ?? []).map(offerOf),
    coupons: (one.coupons ?? []).map(couponOf),
    couponChoice: one.couponChoice ? { ids: one.couponChoice } : 'best',
    pointsWish: one.pointsWish ?? 0,
    pointsRule: { unitPoints: 100, unitFen: 100, shareBps: 5000 },
    chancesOnReceipt: 1,
    giftStock: one.giftStock,
    shelf: one.shelf?.map((item) => ({ categoryId: 'food', ...item })),
    withoutBudget: one.withoutBudget,
  };
}

/** On everything, from the day before NOW to three days after. */
function offerOf({ id, starts, ends, ...rest }: CaseOffer): Offer {
  const startsAtMs = starts ? Date.parse(starts) : Date.parse(NOW) - DAY_MS;
  const endsAtMs = ends ? Date.parse(ends) : Date.parse(NOW) + 3 * DAY_MS;
  const defaults = { campaignId: 'cp_1', title: null, scope: { all: true } };
  return { ...defaults, ...rest, offerId: id, startsAtMs, endsAtMs } as Offer;
}

/** On everything (an exchange coupon: its SKU) from 0 on, from the day before NOW to the day after. */
function couponOf({ id, validFrom, validUntil, audience, ...terms }: CaseCoupon): CouponInHand {
  const scope = terms.kind === 'exchange' ? { skuIds: [terms.skuId ?? ''] } : { all: true };
  return {
    couponId: id,
    templateId: id,
    campaignId: null,
    title: id,
    terms: { scope, minSpendFen: 0, ...terms } as unknown as CouponTerms,
    validFromMs: validFrom ? Date.parse(validFrom) : Date.parse(NOW) - DAY_MS,
    validUntilMs: validUntil ? Date.parse(validUntil) : Date.parse(NOW) + DAY_MS,
    audience,
  };
}
