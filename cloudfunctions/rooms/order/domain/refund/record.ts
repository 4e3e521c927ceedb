import type { RefundCause, RefundReason, RefundState } from '../refund-states';

export interface Step {
  readonly atMs: number;
  readonly by: 'resident' | 'staff' | 'system';
  readonly who: string | null;
}

/** Units by quote line. */
export type Units = { readonly [lineId: string]: number };

/** What units of one line bring. */
export interface LineShare {
  readonly paidFen: number;
  readonly points: number;
}

/** What a refund gives back and takes back, frozen when it was asked for (docs/decisions, refunds). */
export interface RefundAmounts {
  /** Goods + freight − deductions: what the pay platform is asked for. */
  readonly amountFen: number;
  readonly goodsFen: number;
  readonly freightFen: number;
  /** Below 0: a deduction that is undone, because the gift came back. */
  readonly deductedFen: number;
  /** Points spent that come back, of goods and of freight. */
  readonly pointsBack: number;
  /** Those of them that were spent on freight. */
  readonly freightPoints: number;
  /** The shares of the goods, line by line. */
  readonly lines: { readonly [lineId: string]: LineShare };
  /** Gift units that were to come back, with what was deducted for them, by gift line. */
  readonly gifts: { readonly [lineId: string]: OwedGift };
}

export interface OwedGift {
  readonly units: number;
  readonly deductedFen: number;
}

export interface Refund {
  readonly cause: RefundCause;
  readonly state: RefundState;
  /** When it was asked for. */
  readonly atMs: number;
  /** Units by quote line; none for a late payment, all that were left for a cancelled order. */
  readonly units: Units;
  readonly amounts: RefundAmounts;
  readonly reason: RefundReason | null;
  readonly note: string;
  readonly pictures: readonly string[];
  /** Support's words for the resident. */
  readonly answer: string | null;
  readonly timeline: { readonly [state in RefundState]?: Step };
  /** Hash of the request key that asked for it, with that of its input: the same key finds it. Absent: no key did. */
  readonly asked?: { readonly key: string; readonly inputHash: string };
  /** Points earned that were taken back when it became due; absent before. */
  readonly pointsTaken?: number;
  /** Chances that were open then and were taken back. */
  readonly chancesTaken?: number;
  /** It gave back the last unit: coupons, chances and gifts of thresholds went with it. Absent before it is due. */
  readonly isLast?: boolean;
  /**
   * Gift units that it gave back to the budget and to merchants, written when it became due and never lessened, whatever its
   * `amounts.gifts` say later. Absent: before it is due, or it named none.
   */
  readonly creditedGifts?: Units;
  /** Goods that came back and can be sold again were put on the shelf. False: the shop could not pack them. */
  readonly restocked?: boolean;
  /** The gifts came back: their deduction was undone by this refund. */
  readonly giftsBackBy?: string;
  /** Support gave its gifts up: they were not brought back. The deduction stays, and nothing else moves. */
  readonly giftsWrittenOff?: { readonly atMs: number; readonly who: string | null; readonly reason: string };
  /** Times that the bank closed it: each asking after that has a number of its own at the pay platform. */
  readonly closedTimes?: number;
  /** Accepted: when the bank is asked next. */
  readonly askAtMs?: number;
  /** Why the pay platform or the bank refused it: a code of theirs, or CLOSED, ABNORMAL. Absent: they did not. */
  readonly refusal?: string;
  /** Number of the transfer by which it was paid by hand. */
  readonly transferNumber?: string;
}

export type Refunds = { readonly [refundNumber: string]: Refund };
