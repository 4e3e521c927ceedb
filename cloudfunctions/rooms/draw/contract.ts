import * as v from 'valibot';
import { chanceId, changes, cursor, id, type Page, reads } from '../../contract';
import type { DrawPrizeView, DrawView, PrizeView, SpinView, WinnerView } from './domain/view';

export type { DrawPrizeView, DrawView, PrizeView, SpinView, WinnerView };

export const drawContract = {
  'draw.view': reads(v.strictObject({ drawId: v.optional(id()) }))<DrawView>(),
  /** The chance is the key of the act; the request key makes the reply repeatable. */
  'draw.spin': changes(v.strictObject({ drawId: id(), chanceId: chanceId() }))<{
    readonly spin: SpinView;
    readonly prize: PrizeView | null;
    readonly openChances: readonly string[];
  }>(),
  'draw.myPrizes': reads(v.strictObject({ cursor: cursor() }))<Page<PrizeView>>(),
};
