import { borneKey, merchantCellId, monthOf } from '../../kernel/merchant';
import type { Db } from '../db';
import { openCell } from './open-cell';

/** Opens the account of each merchant that an offer or a coupon names, once: what they bear is credited there. */
export async function openMerchantCells(db: Db, merchantIds: Iterable<string>, atMs: number): Promise<void> {
  const ids = [...new Set(merchantIds)];
  await Promise.all(ids.map((id) => openCell(db, merchantCellId(id), { [borneKey(monthOf(atMs))]: 0 })));
}
