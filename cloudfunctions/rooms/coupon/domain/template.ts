import { budgetCellId, type Quantities } from '../../../kernel/cell';
import { type CouponTerms, largestReductionFen, type Reserve } from '../../../kernel/coupon';
import { DAY_MS } from '../../../kernel/period';
import { looksLikeDay, type Tier } from '../../../kernel/wallet';

/** Ways to a coupon (product.md C2). A template is claimed only through those it names. */
export const COUPON_CHANNELS = [
  'centre',
  'flyer',
  'link',
  'card',
  'event',
  'code',
  'after-sales',
  'compensation',
  'draw',
  'add-on',
] as const;
export type CouponChannel = (typeof COUPON_CHANNELS)[number];

/** How long a claimed coupon lives. */
export type Validity = { readonly untilMs: number } | { readonly days: number };

/** Cells of one template: fixed at creation, never merged (protocol-of-holds.md, Cells). */
export const MAX_TEMPLATE_CELLS = 16;

/**
 * Definition of a coupon (券批次). What it promises (terms, validity, total, limits, campaign, cells) never changes once it
 * can be claimed: another promise is another template. Only its window, channels and `onShow` may be moved.
 */
export interface CouponTemplate {
  readonly _id: string;
  readonly campaignId: string | null;
  readonly title: string;
  readonly terms: CouponTerms;
  readonly validity: Validity;
  /** Number of coupons that can ever be claimed, over all cells. */
  readonly total: number;
  readonly perResident: number;
  /** Claimed in [startsAtMs, endsAtMs). */
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly cellCount: number;
  readonly channels: readonly CouponChannel[];
  /** This tier or a higher one; null: everybody. */
  readonly tierNeeded: Tier | null;
  /** new: no paid order yet. */
  readonly residents: 'all' | 'new' | 'returning';
  /** Listed in the coupon centre; others are found by flyer, code or card. */
  readonly onShow: boolean;
  /** Keys of the campaign's budget cell that its reserve is taken from: the campaign's, and its own where it has a cap. */
  readonly budgetKeys: readonly string[];
}

export const templateCellId = (templateId: string, index: number): string => `tpl_${templateId}_${index}`;

/** The template's cells, beginning with the one that the op's hash chooses, so that claims spread evenly. */
export function cellsFor(template: Pick<CouponTemplate, '_id' | 'cellCount'>, op: string): string[] {
  const first = Number.parseInt(op.slice(-8), 16) % template.cellCount;
  return Array.from({ length: template.cellCount }, (_, step) =>
    templateCellId(template._id, (first + step) % template.cellCount),
  );
}

/** Splits the total over the cells; the first ones take one more where it does not divide. */
export function cellTotals(total: number, cellCount: number): number[] {
  const each = Math.floor(total / cellCount);
  return Array.from({ length: cellCount }, (_, index) => each + (index < total % cellCount ? 1 : 0));
}

/** What a claim takes from the campaign's budget: the largest reduction that the coupon can ever make. */
export function reserveOf(template: CouponTemplate): Reserve | null {
  if (template.campaignId === null || template.budgetKeys.length === 0) return null;
  const fen = largestReductionFen(template.terms);
  const q: Quantities = Object.fromEntries(template.budgetKeys.map((key) => [key, fen]));
  return { cellId: budgetCellId(template.campaignId), q };
}

/** End, exclusive, of a coupon that is claimed now. */
export function validUntilMs(validity: Validity, claimedAtMs: number): number {
  return 'untilMs' in validity ? validity.untilMs : claimedAtMs + validity.days * DAY_MS;
}

/** Throws on a template that could not be claimed or accounted for: the publish check and the seed call it. */
export function checkTemplate(template: CouponTemplate): void {
  const whole = (value: number, least: number, most: number) =>
    Number.isSafeInteger(value) && value >= least && value <= most;
  const faults: string[] = [];
  if (!/^[a-z0-9_]{1,60}$/.test(template._id) || looksLikeDay(template._id)) faults.push('id');
  if (!whole(template.total, 1, 1_000_000)) faults.push('total');
  if (!whole(template.perResident, 1, 100)) faults.push('perResident');
  if (!whole(template.cellCount, 1, Math.min(MAX_TEMPLATE_CELLS, template.total))) faults.push('cellCount');
  if (!whole(largestReductionFen(template.terms), 1, 10_000_000)) faults.push('largest reduction');
  if (!whole(template.terms.minSpendFen, 0, 100_000_000)) faults.push('minSpendFen');
  if (template.startsAtMs >= template.endsAtMs) faults.push('window');
  if ('days' in template.validity && !whole(template.validity.days, 1, 366)) faults.push('validity');
  if (template.campaignId !== null && !template.budgetKeys.includes(template.campaignId)) faults.push('budgetKeys');
  if (template.channels.length === 0) faults.push('channels');
  if (faults.length > 0) throw new RangeError(`coupon template ${template._id}: ${faults.join(', ')}`);
}
