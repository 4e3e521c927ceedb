import type { Wallet } from '../../../../kernel/wallet';
import type { GoodView, RefundLineView, RefundSums } from '../../contract';
import type { Order, Refund } from '../../document';
import { addOnPoints, pointsTaken } from '../../domain/refund/earned';
import { countedRefunds, givenRefunds, isNothingKept } from '../../domain/refund/units';
import { isGivenBack, isOpenOrGivenBack } from '../../domain/refund-states';

/** A refund, or what would be one. */
export type Reckoned = Pick<Refund, 'units' | 'amounts'> &
  Partial<Pick<Refund, 'state' | 'isLast' | 'pointsTaken' | 'chancesTaken'>>;

/** Good of a bought line or of a gift line, without its price. */
export function goodOf(order: Order, lineId: string): GoodView {
  const skuId = order.quote.lines.find((line) => line.lineId === lineId)?.skuId;
  const found = order.gifts.find((gift) => gift.lineId === lineId) ?? order.goods.find((good) => good.skuId === skuId);
  if (!found) throw new Error(`order ${order._id} has no line ${lineId}`);
  const { productId, name, spec, picture, tint } = found;
  return { skuId: found.skuId, productId, name, spec, picture, tint };
}

export function linesOf(order: Order, { units, amounts }: Pick<Refund, 'units' | 'amounts'>): RefundLineView[] {
  return order.quote.lines.flatMap(({ lineId }) => {
    const taken = units[lineId] ?? 0;
    if (taken === 0) return [];
    return [{ ...goodOf(order, lineId), lineId, units: taken, paidFen: amounts.lines[lineId]?.paidFen ?? 0 }];
  });
}

/**
 * What a refund gives and takes, for people. Of one that is owed already as it was then, else as it would be now;
 * `openChances`: chances of the order that nobody used yet.
 */
export function sumsOf(order: Order, refund: Reckoned, openChances = 0): RefundSums {
  const { amountFen, goodsFen, freightFen, deductedFen, pointsBack, gifts } = refund.amounts;
  // One that was dropped took nothing, and others may have its units by now: nothing of it is reckoned anew.
  const isSettled = refund.state !== undefined && (isGivenBack(refund.state) || !isOpenOrGivenBack(refund.state));
  const isLast = isSettled ? refund.isLast === true : wouldBeLast(order, refund);
  const isReceived = order.state === 'received';
  const titles = Object.values(order.heldInWallet?.coupons ?? {}).map(({ title }) => title);
  return {
    ...{ amountFen, goodsFen, freightFen, deductedFen, pointsBack, isLast },
    gifts: Object.entries(gifts).map(([lineId, gift]) => ({ good: goodOf(order, lineId), ...gift })),
    pointsTaken: isSettled ? (refund.pointsTaken ?? 0) : isReceived ? pointsLost(order, refund, isLast) : 0,
    couponsBack: isLast ? titles : [],
    couponsKept: isLast ? [] : titles,
    chancesTaken: isSettled ? (refund.chancesTaken ?? 0) : isLast && isReceived ? openChances : 0,
  };
}

const pointsLost = (order: Order, refund: Reckoned, isLast: boolean): number =>
  pointsTaken(order, givenRefunds(order), refund) + (isLast ? addOnPoints(order) : 0);

function wouldBeLast(order: Order, refund: Reckoned): boolean {
  if (Object.keys(refund.units).length === 0) return false;
  const others = countedRefunds(order).filter((other) => other !== refund);
  return isNothingKept(order, [...others, refund]);
}

/** Chances of the order that were not used yet. */
export const openChancesOf = (wallet: Wallet, orderId: string): number =>
  Object.values(wallet.chances).filter((chance) => chance.orderId === orderId && chance.state === 'open').length;
