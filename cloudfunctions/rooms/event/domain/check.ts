import { HOUR_MS } from '../../../kernel/period';
import type { EventPlan } from './event';

/** What is known of the coupon that shall thank, and of who pays for it. */
export interface ThanksFacts {
  readonly days: number | null;
  readonly forEvents: boolean;
  readonly forAll: boolean;
  readonly campaignEndsAtMs: number | null;
}

/** Neighbours need to hear of it. */
const LEAST_NOTICE_MS = HOUR_MS;
const LONGEST_MS = 12 * HOUR_MS;

/**
 * What keeps an event from being published, as codes; empty: nothing. Who comes gets the same whoever they are, and buying
 * or bringing somebody is no condition: there is no field for one. `thanks` null: the template is not there.
 */
export function problemsOf(plan: EventPlan, thanks: ThanksFacts | null, nowMs: number): string[] {
  const { startsAtMs, endsAtMs, capacity, perHousehold, thanksTemplateId } = plan;
  return [
    ...(startsAtMs < nowMs + LEAST_NOTICE_MS ? ['STARTS_TOO_SOON'] : []),
    ...(endsAtMs <= startsAtMs ? ['ENDS_BEFORE_START'] : []),
    ...(endsAtMs - startsAtMs > LONGEST_MS ? ['TOO_LONG'] : []),
    ...(perHousehold > capacity ? ['HOUSEHOLD_ABOVE_CAPACITY'] : []),
    ...(thanksTemplateId === null ? [] : problemsOfThanks(plan, thanks)),
  ];
}

function problemsOfThanks({ endsAtMs }: EventPlan, thanks: ThanksFacts | null): string[] {
  if (!thanks) return ['COUPON_UNKNOWN'];
  return [
    ...(thanks.days === null ? ['COUPON_ENDS_BY_DATE'] : []),
    ...(thanks.forEvents ? [] : ['COUPON_NOT_FOR_EVENTS']),
    ...(thanks.forAll ? [] : ['COUPON_NOT_FOR_ALL']),
    ...(thanks.campaignEndsAtMs === null ? ['COUPON_WITHOUT_BUDGET'] : []),
    ...(thanks.campaignEndsAtMs !== null && thanks.campaignEndsAtMs < endsAtMs ? ['CAMPAIGN_ENDS_BEFORE'] : []),
  ];
}
