import type { Cell } from '../../../kernel/cell';
import { type Refusal, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import { readCells } from '../../../platform/holds/cells';
import type { Order } from '../document';
import { askedLines } from './cart-lines';
import { readGround } from './ground';
import type { WantAnswer } from './hold-all';
import { priceOf } from './price';
import { quoteView } from './quote';
import { releaseHold } from './wallet-hold';

/**
 * Why the order cannot be placed: one cause, the gravest first. Reckoned before the abort, which stores it; therefore
 * the fresh quote looks at wallet and cells as they will be once this order's own holds are released.
 */
export async function refusalFor(
  context: ResidentContext,
  order: Order,
  cells: readonly WantAnswer[],
): Promise<Refusal> {
  if (cells.some(({ answer }) => answer === 'too-old')) return refuse('REQUEST_KEY_EXPIRED');
  const fresh = await freshView(context, order);
  const short = cells.find(({ want, answer }) => want.of === 'stock' && answer === 'refused');
  return short ? await outOfStock(context, order, short, fresh) : refuse('QUOTE_CHANGED', { fresh });
}

async function outOfStock(
  context: ResidentContext,
  order: Order,
  { want }: WantAnswer,
  fresh: object,
): Promise<Refusal> {
  const shelves = await readCells(context.db, want.cellIds);
  const leftOf = (skuId: string): number =>
    [...shelves.values()].reduce((sum, shelf) => sum + (shelf.left[skuId] ?? 0), 0);
  const skuId = Object.keys(want.q).find((key) => leftOf(key) < (want.q[key] ?? 0)) ?? Object.keys(want.q)[0] ?? '';
  const left = leftOf(skuId);
  const name = order.goods.find((good) => good.skuId === skuId)?.name ?? '';
  return refuse(left === 0 ? 'SOLD_OUT' : 'QUANTITY_ABOVE_STOCK', { skuId, name, left, fresh });
}

async function freshView(context: ResidentContext, order: Order): Promise<object> {
  const lines = order.goods.map(({ skuId, quantity }) => ({ skuId, quantity, selected: true }));
  const skuIds = lines.map(({ skuId }) => skuId);
  const read = await readGround(context, { skuIds, addressId: order.address.addressId, needsCells: true });
  const ground = {
    ...read,
    wallet: releaseHold(read.wallet, order._id, context.nowMs),
    cells: new Map([...read.cells].map(([cellId, cell]) => [cellId, withoutMark(cell, order._id)])),
  };
  const asked = { lines: askedLines(ground, lines), couponIds: undefined, pointsWish: order.walletWant.points };
  return quoteView(ground, asked, priceOf(ground, asked, context.nowMs), context.nowMs);
}

/** The cell as if this op had taken nothing. */
function withoutMark(cell: Cell, op: string): Cell {
  const mark = cell.held[op];
  if (mark?.s !== 'h') return cell;
  const back = Object.entries(mark.q).map(([key, units]) => [key, (cell.left[key] ?? 0) + units]);
  return { ...cell, left: { ...cell.left, ...Object.fromEntries(back) } };
}
