import type { Context } from '../../../platform/context';
import type { Effect } from '../../../platform/effects';
import { orderKey, whoOf } from '../domain/board';
import { findDay, insertDay, noteOrder } from '../store';

/** What a paid order writes into its effect `group.ordered`; its target is the day's document. */
export interface OrderedData {
  readonly orderId: string;
  readonly residentId: string;
  readonly estateId: string;
  /** yyyymmdd of Shanghai. */
  readonly day: string;
  readonly skus: readonly string[];
}

/**
 * Puts a paid order on its estate's board. Writes one field under the order's own key, so that doing it again, however
 * late, writes the same: counted once without a journal.
 */
export async function carryOrdered({ db }: Context, { target, data }: Effect): Promise<'done'> {
  const { orderId, residentId, estateId, day, skus } = data as unknown as OrderedData;
  const note = { who: whoOf(residentId, target), skus };
  if (await noteOrder(db, target, orderKey(orderId), note)) return 'done';
  await insertDay(db, { _id: target, estateId, day, orders: {} });
  if (await noteOrder(db, target, orderKey(orderId), note)) return 'done';
  // A write that changes nothing says 0 updated: it stands there already.
  if ((await findDay(db, target))?.orders[orderKey(orderId)]) return 'done';
  throw new Error(`board ${target} cannot be written`);
}
