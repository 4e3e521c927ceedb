import * as v from 'valibot';
import { cursor, type Page, reads } from '../../contract';
import type { PointsEntry } from './domain/history';

export type { PointsEntry };

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
