import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CouponTerms } from '../../../kernel/coupon';
import { assertConserved } from './conserved';
import type { CartLine, CouponInHand, Offer, QuoteInput, QuoteResident } from './input';
import type { NotApplied, Quote } from './quote';
import { settle } from './settle';
import { anInput, NOW_MS } from './support/build';

/**
 * The tables of tests/cases: carts at the boundaries of the rules with what they come to. A case names only what it is
 * about; money is conserved in every one of them.
 */
const FOLDER = join(__dirname, '../../../../tests/cases');
const DAY_MS = 86_400_000;

type CaseLine = Omit<CartLine, 'categoryId' | 'selected'> & Partial<CartLine>;
type CaseOffer = Omit<Offer, 'offerId' | 'startsAtMs' | 'endsAtMs'> & { id: string; ends?: string };
/** Scope and minimum spend may be left out: everything, from 0 on. */
type CaseCoupon = CouponTerms & {
  id: string;
  validFrom?: string;
  validUntil?: string;
  audience?: CouponInHand['audience'];
};
type Reason = NotApplied['reason'] | [NotApplied['reason'], number];

interface Case {
  name: string;
  now?: string;
  resident?: Partial<QuoteResident>;
  lines: CaseLine[];
  delivery?: QuoteInput['delivery'];
  offers?: CaseOffer[];
  coupons?: CaseCoupon[];
  couponChoice?: string[];
  pointsWish?: number;
  withoutBudget?: string[];
  expect: Expected;
}

interface Expected {
  payableFen?: number;
  freightPaidFen?: number;
  /** Paid, by line id; all lines. */
  lines?: Record<string, number>;
  /** Amount by adjustment id; all adjustments. */
  applied?: Record<string, number>;
  /** Adjustment ids in order; 'freight' stands for the end of the goods. */
  order?: string[];
  notApplied?: Record<string, Reason>;
  chosen?: string[];
  nextStep?: { id: string; gapFen: number; rewardFen: number } | null;
  points?: Partial<Quote['points']>;
  funding?: Record<string, unknown>;
  earns?: number;
}

function inputOf(one: Case): QuoteInput {
  const defaults = anInput();
  return anInput({
    nowMs: one.now ? Date.parse(one.now) : NOW_MS,
    resident: { ...defaults.resident, ...one.resident },
    lines: one.lines.map((line) => ({ categoryId: 'food', selected: true, ...line })),
    delivery: one.delivery ?? defaults.delivery,
    offers: (one.offers ?? []).map(offerOf),
    coupons: (one.coupons ?? []).map(couponOf),
    couponChoice: one.couponChoice ? { ids: one.couponChoice } : 'best',
    pointsWish: one.pointsWish ?? 0,
    withoutBudget: one.withoutBudget ?? [],
  });
}

function offerOf({ id, ends, ...rest }: CaseOffer): Offer {
  const endsAtMs = ends ? Date.parse(ends) : NOW_MS + 3 * DAY_MS;
  const defaults = { campaignId: 'cp_1', title: null, scope: { all: true } };
  return { ...defaults, ...rest, offerId: id, startsAtMs: NOW_MS - DAY_MS, endsAtMs } as Offer;
}

function couponOf({ id, validFrom, validUntil, audience, ...terms }: CaseCoupon): CouponInHand {
  return {
    couponId: id,
    templateId: id,
    campaignId: null,
    title: id,
    terms: Object.assign({ scope: { all: true }, minSpendFen: 0 }, terms),
    validFromMs: validFrom ? Date.parse(validFrom) : NOW_MS - DAY_MS,
    validUntilMs: validUntil ? Date.parse(validUntil) : NOW_MS + DAY_MS,
    audience,
  };
}

function check(quote: Quote, expected: Expected): void {
  const seen: Record<keyof Expected, unknown> = {
    payableFen: quote.payableFen,
    freightPaidFen: quote.freight.paidFen,
    lines: Object.fromEntries(quote.lines.map((line) => [line.lineId, line.paidFen])),
    applied: Object.fromEntries(quote.adjustments.map((a) => [a.id, a.amountFen])),
    order: [...quote.adjustments.filter((a) => a.step !== 'freight').map((a) => a.id), 'freight'],
    notApplied: Object.fromEntries(
      quote.notApplied.map(({ id, reason, gapFen }) => [id, gapFen === null ? reason : [reason, gapFen]]),
    ),
    chosen: quote.coupons.chosenIds,
    nextStep: quote.nextStep && {
      id: quote.nextStep.id,
      gapFen: quote.nextStep.gapFen,
      rewardFen: quote.nextStep.rewardFen,
    },
    points: { used: quote.points.used, valueFen: quote.points.valueFen, maxUsablePoints: quote.points.maxUsablePoints },
    funding: Object.fromEntries(quote.adjustments.map((a) => [a.id, a.funding])),
    earns: quote.earns.points,
  };
  const wanted = Object.keys(expected) as (keyof Expected)[];
  expect(Object.fromEntries(wanted.map((key) => [key, seen[key]]))).toEqual(expected);
}

const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));

describe.each(files)('tests/cases/%s', (file) => {
  const cases = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Case[];
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const quote = settle(inputOf(one));
    assertConserved(quote);
    expect(quote.coupons.proven).toBe(true);
    check(quote, one.expect);
  });
});

test('there are at least 30 cases, each with a name of its own', () => {
  const names = files.flatMap((file) =>
    (JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Case[]).map((one) => one.name),
  );
  expect(names.length).toBeGreaterThanOrEqual(30);
  expect(new Set(names).size).toBe(names.length);
});
