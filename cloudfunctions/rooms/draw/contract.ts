import * as v from 'valibot';
import { changes, cursor, id, type Page, reads } from '../../contract';
import type { Prize, Spin } from '../../kernel/wallet';

/** A field of the wheel. Odds are parts of 1,000,000. */
export interface DrawPrizeView {
  readonly drawPrizeId: string;
  readonly title: string;
  readonly kind: 'coupon' | 'points' | 'product' | 'service';
  readonly picture: string;
  readonly valueFen: number;
  readonly oddsPpm: number;
  /** Null: without end (consolation). */
  readonly count: number | null;
  readonly left: number | null;
  readonly perDay: number | null;
  readonly perResident: number | null;
  readonly consolation: boolean;
}

export interface SpinView extends Spin {
  readonly chanceId: string;
  readonly title: string;
}

export interface DrawView {
  readonly drawId: string;
  readonly title: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly state: 'to-come' | 'running' | 'paused' | 'ended';
  readonly prizes: readonly DrawPrizeView[];
  /** Organiser, conditions, manner, claiming: what the law wants beside the odds (compliance.md). */
  readonly rules: readonly string[];
  readonly organiser: string;
  readonly oddsVersion: number;
  readonly seedHash: string;
  /** After the end. */
  readonly seedHex: string | null;
  readonly openChances: readonly string[];
  readonly spins: readonly SpinView[];
  readonly winners: readonly { readonly name: string; readonly title: string; readonly atMs: number }[];
}

export interface PrizeView extends Prize {
  readonly prizeId: string;
}

export const drawContract = {
  'draw.view': reads(v.strictObject({ drawId: v.optional(id()) }))<DrawView>(),
  /** The chance is the key of the act; the request key makes the reply repeatable. */
  'draw.spin': changes(v.strictObject({ drawId: id(), chanceId: v.pipe(v.string(), v.regex(/^[a-z0-9_:]{1,120}$/)) }))<{
    readonly spin: SpinView;
    readonly prize: PrizeView | null;
    readonly openChances: readonly string[];
  }>(),
  'draw.myPrizes': reads(v.strictObject({ cursor: cursor() }))<Page<PrizeView>>(),
};
