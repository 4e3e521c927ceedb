import * as v from 'valibot';
import { cursor, type Page, reads } from '../../contract';

export interface PointsEntry {
  readonly entryId: string;
  readonly atMs: number;
  readonly points: number;
  /** order-earned, order-spent, order-returned, draw-won, expired … : words are the client's. */
  readonly kind: string;
  readonly cause: string | null;
}

export const loyaltyContract = {
  'loyalty.points': reads(v.strictObject({ cursor: cursor() }))<
    Page<PointsEntry> & {
      readonly balance: number;
      readonly spendable: number;
      readonly pending: number;
      readonly expiringSoon: { readonly points: number; readonly atMs: number } | null;
    }
  >(),
};
