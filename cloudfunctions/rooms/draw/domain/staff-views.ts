import type { DrawPrizeView, PrizeView } from './view';

/** A prize whose winner stands at the counter (27a). */
export interface HandOverView {
  readonly prizeId: string;
  readonly title: string;
  readonly picture: string;
  readonly unit: string;
  readonly kind: PrizeView['kind'];
  readonly drawTitle: string;
  readonly wonAtMs: number;
  readonly claimUntilMs: number;
  /** 11 号楼 赵**; without an address, two digits that the winner can tell. */
  readonly who: string;
  readonly way: 'next-order' | 'pick-up';
  /** Units of this prize that nobody has won yet; null: the draw is settled. */
  readonly stockLeft: number | null;
  /** Null: not yet. */
  readonly handedOverAtMs: number | null;
}

/** A row of the day's list. */
export interface HandOverRow {
  readonly rowId: string;
  readonly atMs: number;
  readonly staffName: string;
  readonly isMine: boolean;
  /** given: against its code. brought: with an order. refused: not given. */
  readonly outcome: 'given' | 'brought' | 'refused';
  /** Of refused: why. `declined`: by the person at the counter. */
  readonly refusal: 'PRIZE_CODE_UNKNOWN' | 'PRIZE_CODE_USED' | 'PRIZE_CODE_OVER' | 'declined' | null;
  readonly by: 'scan' | 'typed' | 'order' | null;
  /** Null: the code is not one of ours. */
  readonly title: string | null;
  readonly picture: string | null;
  readonly who: string | null;
  /** Last four signs of the code. */
  readonly codeTail: string | null;
  /** Of a used code: when it was handed over. */
  readonly usedAtMs: number | null;
}

export interface DrawCard {
  readonly drawId: string;
  readonly title: string;
  readonly state: 'to-come' | 'running' | 'paused' | 'ended' | 'settled';
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly oddsVersion: number;
}

/** Stock and pace of one prize, for the operator. */
export interface BoardPrize extends DrawPrizeView {
  /** Units that were won, those that came back since not counted. */
  readonly out: number;
  /** Units that may be out at this moment by the pace; null: without stock. */
  readonly allowedNow: number | null;
  /** Of today's limit; null: no such limit. */
  readonly leftToday: number | null;
  /** What could be won at evenly spaced moments, and what was; `out` is null where the moment has not come. */
  readonly curve: readonly { readonly atMs: number; readonly allowed: number; readonly out: number | null }[];
}

export interface DrawBoard extends DrawCard {
  readonly seedHash: string;
  readonly setAsideFen: number;
  readonly prizes: readonly BoardPrize[];
}

export interface SettledPrize {
  readonly drawPrizeId: string;
  readonly title: string;
  readonly unit: string;
  readonly valueFen: number;
  /** Null: without end. */
  readonly count: number | null;
  /** Won, revoked ones too. */
  readonly given: number;
  /** Of goods and services: those whose winner said how to have them. */
  readonly claimed: number;
  readonly handedOver: number;
  /** Won, and waiting for the winner or for an order. */
  readonly waiting: number;
  readonly expired: number;
  readonly revoked: number;
  readonly setAsideFen: number;
  readonly returnedFen: number;
  /** Value of what stays given: given − expired − revoked. */
  readonly costFen: number;
}

export interface DrawSettlement extends DrawCard {
  readonly prizes: readonly SettledPrize[];
  readonly setAsideFen: number;
  /** Back in the campaign's budget by now. */
  readonly returnedFen: number;
  readonly costFen: number;
  /** From then on nothing of it moves any more. */
  readonly finalFromMs: number;
  /** Null: not yet settled for good. */
  readonly settledAtMs: number | null;
}
