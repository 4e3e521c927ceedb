import type { Fen } from '../../../../kernel/fen';
import type { AddOn, Benefit, GiftLine } from '../benefits';
import type { QuoteInput } from '../input';
import type { PreparedAddOn } from '../prepared';
import type { NotApplied } from '../quote';
import { borneBy } from '../source';
import type { GiftShelf } from './gift-shelf';
import { canGive, give } from './give';
import type { Measured } from './measured';
import { missedByFen, missedFor, missedInstead } from './missed';
import type { PricedLines } from './priced-lines';
import type { FreightUpgrade } from './rush';
import { baseOf, linesOf } from './scope';
import type { StepAhead } from './step-ahead';

export interface AddOns {
  readonly addOns: AddOn[];
  readonly gifts: GiftLine[];
  /** The offer that makes express delivery free; null: none does. */
  upgrade: FreightUpgrade | null;
}

/** Step 7: what thresholds on B(scope) bring that is no price. All that are reached apply. */
export function addOnsOf(measured: Measured, shelf: GiftShelf): Readonly<AddOns> {
  const { input, prepared, openness, notes } = measured;
  const found: AddOns = { addOns: [], gifts: [], upgrade: null };
  for (const one of openness.openOf(prepared.addOns, notes.missed)) {
    const { from, benefit, thresholdFen } = one;
    const unreached = unreachedBy(one, measured);
    const isUpgrade = benefit.form === 'freight-upgrade';
    if (unreached) {
      notes.missed.push(unreached);
      const { gapFen } = unreached;
      if (gapFen !== null && isWorth(one, found.upgrade, shelf)) notes.ahead.push(aheadOf(one, gapFen));
    } else if (isUpgrade && found.upgrade) {
      notes.missed.push(missedInstead(from, 'NOT_BETTER', found.upgrade.from.id));
    } else {
      if (isUpgrade) found.upgrade = { from, thresholdFen };
      const given = giftsOfAddOn(one, shelf);
      found.gifts.push(...given.gifts);
      notes.missed.push(...given.missed);
      const got = given.units === null ? benefit : { ...benefit, quantity: given.units };
      if (given.units !== 0) found.addOns.push(addOnOf(one, got, input));
    }
  }
  return found;
}

/** Why B(scope) does not reach the threshold, inclusive, and by how much; null: it does. */
function unreachedBy({ from, scope, takes, thresholdFen }: PreparedAddOn, { sets }: Measured): NotApplied | null {
  const { lines, baseFen } = sets.setOf(scope, takes);
  if (lines.length === 0) return missedFor(from, 'SCOPE_EMPTY');
  const gapFen = thresholdFen - baseFen;
  if (gapFen <= 0) return null;
  return missedByFen(from, sets.listBaseFen(scope) >= thresholdFen ? 'MISSED_BY_LINE_PRICE' : 'BELOW_MINIMUM', gapFen);
}

/** Whether reaching it would bring something that is there and not had already. */
function isWorth({ gift, benefit }: PreparedAddOn, upgrade: FreightUpgrade | null, shelf: GiftShelf): boolean {
  if (gift) return canGive(gift, shelf);
  return benefit.form !== 'freight-upgrade' || upgrade === null;
}

interface GivenUnits {
  readonly gifts: readonly GiftLine[];
  readonly missed: readonly NotApplied[];
  /** Null: the benefit is no gift. */
  readonly units: number | null;
}

const NO_GIFT: GivenUnits = { gifts: [], missed: [], units: null };

function giftsOfAddOn({ from, gift, thresholdFen }: PreparedAddOn, shelf: GiftShelf): GivenUnits {
  if (!gift) return NO_GIFT;
  const { gifts, missed } = give(from, gift, gift.quantity, { form: 'spend', thresholdFen }, shelf);
  return { gifts, missed, units: gifts.reduce((sum, { quantity }) => sum + quantity, 0) };
}

function addOnOf({ from, thresholdFen }: PreparedAddOn, benefit: Benefit, input: QuoteInput): AddOn {
  const { id, campaignId, title } = from;
  const costFen = costOf(benefit, input);
  return {
    offerId: id,
    campaignId,
    title,
    thresholdFen,
    benefit,
    costFen,
    funding: borneBy(costFen, from),
  };
}

/** Coupons and points at face value. Gifts are booked as gift lines; the freight upgrade is an adjustment of freight. */
function costOf(benefit: Benefit, { pointsRule }: QuoteInput): Fen {
  if (benefit.form === 'coupon') return benefit.costFen;
  if (benefit.form === 'points') return Math.ceil((benefit.points * pointsRule.unitFen) / pointsRule.unitPoints);
  return 0;
}

function aheadOf({ from, thresholdFen, benefit }: PreparedAddOn, gapFen: Fen): StepAhead {
  const { scope, takes } = from.offer;
  const isReached = (then: PricedLines) => baseOf(linesOf(from.offer, then), then.lines) >= thresholdFen;
  return { from, thresholdFen, gapFen, gapUnits: null, rewardFen: 0, benefit, scope, takes, isReached };
}
