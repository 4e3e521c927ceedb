import { yyyymmdd } from '../../../../kernel/period';
import type { Order } from '../../document';
import { type Effects, effect } from './kinds';

/** Told to whoever keeps the board of what an estate's neighbours ordered (product.md A6). Its target is a day of the estate. */
const ORDERED = 'group.ordered';

type Told = Pick<Order, '_id' | 'residentId' | 'estateId' | 'goods'>;

/** A paid order counts on its estate's board on the day it was paid. Gifts are not ordered, so they do not count. */
export function boardEffects({ _id: orderId, residentId, estateId, goods }: Told, nowMs: number): Effects {
  const day = yyyymmdd(nowMs);
  const skus = [...new Set(goods.map(({ skuId }) => skuId))];
  const data = { orderId, residentId, estateId, day, skus };
  return { board: effect(ORDERED, `${estateId}_${day}`, `board_${orderId}`, nowMs, data) };
}
