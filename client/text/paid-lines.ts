import type { OrderView, PaidLineView } from '@rooms/order/contract';
import { afterSalesWords } from './areas/aftersales';
import { exchangeWords } from './areas/exchange';
import { orderWords } from './areas/order';
import { yuanText } from './money';

/** What the units of one SKU cost in the end, over all its lines of the frozen quote. */
export interface LineShare {
  paidFen: number;
  /** Points spent on them. */
  points: number;
  /** 「2 件实付 ¥20.00，1 件实付 ¥5.00」 where lines cost differently; '' where there is one. */
  shares: string;
  /** What of it is in refunds and exchanges: 「在换 1 件，退了 1 件」; '': nothing. */
  refund: string;
}

export function lineShare(skuId: string, { quote, paidLines }: Pick<OrderView, 'quote' | 'paidLines'>): LineShare {
  const lines = quote.lines.filter((line) => line.skuId === skuId);
  const paid = paidLines.filter((line) => line.skuId === skuId);
  const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0);
  const refunding = sum(paid, (line) => line.unitsRefunding);
  const refunded = sum(paid, (line) => line.unitsRefunded);
  const exchanging = sum(paid, (line) => line.unitsExchanging);
  const shares = lines.map(({ quantity, paidFen }) => orderWords.share(quantity, yuanText(paidFen))).join('，');
  return {
    paidFen: sum(lines, (line) => line.paidFen),
    points: sum(lines, (line) => line.points),
    shares: lines.length > 1 ? shares : '',
    refund: [
      exchanging > 0 ? exchangeWords.exchanging(exchanging) : '',
      refunding > 0 ? orderWords.unitsRefunding(refunding) : '',
      refunded > 0 ? orderWords.unitsRefunded(refunded) : '',
    ]
      .filter(Boolean)
      .join('，'),
  };
}

type Units = Pick<PaidLineView, 'quantity' | 'unitsRefunding' | 'unitsRefunded' | 'unitsExchanging'>;

/** Why nothing of a line can be asked for: it is being exchanged, it is all in refunds, or its days are over. */
export function noneLeft({ quantity, unitsRefunding, unitsRefunded, unitsExchanging }: Units): string {
  if (unitsExchanging > 0) return exchangeWords.exchanging(unitsExchanging);
  return unitsRefunding + unitsRefunded === quantity ? afterSalesWords.lineNone : afterSalesWords.lineOver;
}
