import type { Cell } from '../../../kernel/cell';
import { type Refusal, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import { readCells } from '../../../platform/holds/cells';
import type { Order } from '../document';
import { readGround } from './ground';
import type { WantAnswer } from './hold-all';
import { priceOf } from './price';
import { askedOf, quoteView } from './quote';
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
  const [fresh, short] = await Promise.all([freshView(context, order), shortGood(context, order, cells)]);
  if (!short) return refuse('QUOTE_CHANGED', { fresh });
  const code = short.left === 0 ? 'SOLD_OUT' : 'QUANTITY_ABOVE_STOCK';
  return refuse(code, { skuId: short.skuId, name: short.name, left: short.left, fresh });
}

interface ShortGood {
  readonly skuId: string;
  readonly name: string;
  readonly left: number;
}

/**
 * The first bought good that a shelf does not have, which refused its take. Null: it has them all, and is short of a gift
 * alone, or of nothing any more; or it was the budget that refused. A gift never blocks an order: the fresh quote names its
 * substitute, or leaves it out with a reason.
 */
async function shortGood(
  context: ResidentContext,
  order: Order,
  cells: readonly WantAnswer[],
): Promise<ShortGood | null> {
  const refused = cells.flatMap(({ want, answer }) => (want.of === 'stock' && answer === 'refused' ? [want] : []));
  if (refused.length === 0) return null;
  const shelves = await readCells(
    context.db,
    refused.flatMap(({ cellIds }) => cellIds),
  );
  for (const { cellIds, q } of refused)
    for (const { skuId, name, quantity } of order.goods) {
      if (q[skuId] === undefined) continue;
      const left = cellIds.reduce((sum, cellId) => sum + (shelves.get(cellId)?.left[skuId] ?? 0), 0);
      if (left < quantity) return { skuId, name, left };
    }
  return null;
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
  const asked = askedOf(ground, { lines, ...askedBefore(order) });
  return quoteView(ground, asked, priceOf(ground, asked, context.nowMs), context.nowMs);
}

/** What the resident wished; the delivery kind as it was asked for, not as an add-on made it. */
function askedBefore({ quote: { coupons, points, freight } }: Order) {
  return {
    couponIds: coupons.mode === 'own' ? [...coupons.chosenIds] : undefined,
    pointsWish: points.wish,
    deliveryKind: freight.rushFen > 0 ? ('express' as const) : ('standard' as const),
  };
}

/** The cell as if this op had taken nothing. */
function withoutMark(cell: Cell, op: string): Cell {
  const mark = cell.held[op];
  if (mark?.s !== 'h') return cell;
  const back = Object.entries(mark.q).map(([key, units]) => [key, (cell.left[key] ?? 0) + units]);
  return { ...cell, left: { ...cell.left, ...Object.fromEntries(back) } };
}
