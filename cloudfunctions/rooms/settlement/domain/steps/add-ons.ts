import type { Fen } from '../../../../kernel/fen';
import type { AddOn, Benefit, GiftLine } from '../benefits';
import type { QuoteInput } from '../input';
import { fundingOf } from './adjustment';
import { type Missed, missedFor } from './candidates';
import type { GiftShelf } from './gift-shelf';
import { canGive, give } from './give';
import { type OpenOffer, offersInLane } from './open-offers';
import type { FreightUpgrade } from './rush';
import { baseOf, linesOf, listBaseOf } from './scope';
import type { StepAhead } from './step-ahead';
import type { WorkingLine } from './working-line';

type Offered = OpenOffer<'add-on'>;

export interface AddOns {
  readonly addOns: readonly AddOn[];
  readonly gifts: readonly GiftLine[];
  readonly missed: readonly Missed[];
  readonly ahead: readonly StepAhead[];
  /** The offer that makes express delivery free; null: none does. */
  readonly upgrade: FreightUpgrade | null;
}

/** Step 7: what thresholds on B(scope) bring that is no price. All that are reached apply. */
export function addOnsOf(input: QuoteInput, lines: readonly WorkingLine[], shelf: GiftShelf): AddOns {
  const { open, missed } = offersInLane(input.offers, 'add-on', input);
  const found = { addOns: [] as AddOn[], gifts: [] as GiftLine[], missed: [...missed], ahead: [] as StepAhead[] };
  let upgrade: FreightUpgrade | null = null;
  for (const one of open) {
    const { from } = one;
    const gap = gapOf(one, lines);
    const benefit = one.kind.benefit(from.offer.parameters);
    if (gap.missed) {
      found.missed.push(gap.missed);
      if (gap.fen > 0 && isWorth(one, upgrade, shelf)) found.ahead.push(aheadOf(one, gap.fen, benefit));
    } else if (benefit.form === 'freight-upgrade' && upgrade) {
      found.missed.push({ ...missedFor(from, 'NOT_BETTER', null), insteadId: upgrade.from.id });
    } else {
      if (benefit.form === 'freight-upgrade')
        upgrade = { from, thresholdFen: one.kind.thresholdFen(from.offer.parameters) };
      const given = giftsOfAddOn(one, shelf);
      found.gifts.push(...given.gifts);
      found.missed.push(...given.missed);
      const got = given.units === null ? benefit : { ...benefit, quantity: given.units };
      if (given.units !== 0) found.addOns.push(addOnOf(one, got, input));
    }
  }
  return { ...found, upgrade };
}

/** How far B(scope) is from the threshold, inclusive. */
function gapOf({ from, kind }: Offered, lines: readonly WorkingLine[]): { fen: Fen; missed: Missed | null } {
  const { offer } = from;
  const inScope = linesOf(offer, lines);
  if (inScope.length === 0) return { fen: 0, missed: missedFor(from, 'SCOPE_EMPTY', null) };
  const thresholdFen = kind.thresholdFen(offer.parameters);
  const fen = thresholdFen - baseOf(inScope, lines);
  if (fen <= 0) return { fen: 0, missed: null };
  const reason = listBaseOf(offer.scope, lines) >= thresholdFen ? 'MISSED_BY_LINE_PRICE' : 'BELOW_MINIMUM';
  return { fen, missed: missedFor(from, reason, fen) };
}

/** Whether reaching it would bring something that is there and not had already. */
function isWorth({ from, kind }: Offered, upgrade: FreightUpgrade | null, shelf: GiftShelf): boolean {
  const terms = kind.gift(from.offer.parameters);
  if (terms) return canGive(terms, shelf);
  return kind.benefit(from.offer.parameters).form !== 'freight-upgrade' || upgrade === null;
}

interface GivenUnits {
  readonly gifts: readonly GiftLine[];
  readonly missed: readonly Missed[];
  /** Null: the benefit is no gift. */
  readonly units: number | null;
}

function giftsOfAddOn({ from, kind }: Offered, shelf: GiftShelf): GivenUnits {
  const terms = kind.gift(from.offer.parameters);
  if (!terms) return { gifts: [], missed: [], units: null };
  const trigger = { form: 'spend', thresholdFen: kind.thresholdFen(from.offer.parameters) } as const;
  const { gifts, missed } = give(from, terms, terms.quantity, trigger, shelf);
  return { gifts, missed, units: gifts.reduce((sum, { quantity }) => sum + quantity, 0) };
}

function addOnOf({ from, kind }: Offered, benefit: Benefit, input: QuoteInput): AddOn {
  const { campaignId, title, funding, parameters } = from.offer;
  const costFen = costOf(benefit, input);
  return {
    offerId: from.id,
    campaignId,
    title,
    thresholdFen: kind.thresholdFen(parameters),
    benefit,
    costFen,
    funding: fundingOf([{ shareFen: costFen }], funding ?? {}),
  };
}

/** Coupons and points at face value. Gifts are booked as gift lines; the freight upgrade is an adjustment of freight. */
function costOf(benefit: Benefit, { pointsRule }: QuoteInput): Fen {
  if (benefit.form === 'coupon') return benefit.costFen;
  if (benefit.form === 'points') return Math.ceil((benefit.points * pointsRule.unitFen) / pointsRule.unitPoints);
  return 0;
}

function aheadOf({ from, kind }: Offered, gapFen: Fen, benefit: Benefit): StepAhead {
  const { scope, takes, parameters } = from.offer;
  const thresholdFen = kind.thresholdFen(parameters);
  const isReached = (then: readonly WorkingLine[]) => baseOf(linesOf(from.offer, then), then) >= thresholdFen;
  return { from, thresholdFen, gapFen, gapUnits: null, rewardFen: 0, benefit, scope, takes, isReached };
}
