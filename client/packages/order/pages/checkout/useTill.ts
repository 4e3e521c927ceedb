import type { AddressView } from '@rooms/account/contract';
import type { QuoteView } from '@rooms/order/contract';
import { useMemo, useState } from 'react';
import { type Load, useLoad } from '@/hooks/useLoad';
import { resident } from '@/services/doors';
import { useAddressChoice } from '@/stores/address';
import { type CartEntry, useCart } from '@/stores/cart';

/** What the resident chose at the till. */
export interface Choice {
  /** Null: the best combination. */
  couponIds: readonly string[] | null;
  withPoints: boolean;
  deliveryKind: 'standard' | 'express';
}

export interface TillView {
  /** What is ordered. */
  lines: readonly CartEntry[];
  address: AddressView | null;
  /** Null: nothing is selected. */
  view: QuoteView | null;
  choice: Choice;
}

export interface Till {
  load: Load<TillView>;
  choice: Choice;
  choose: (part: Partial<Choice>) => void;
}

/** More points than any order takes: the server takes what it may of the wish. */
const ALL_POINTS = 10_000_000;

/** What the quote and the order are asked with; both must be asked the same. */
export function wishOf(lines: readonly CartEntry[], { couponIds, withPoints, deliveryKind }: Choice) {
  return {
    lines: lines.map((line) => ({ ...line })),
    deliveryKind,
    ...(couponIds === null ? {} : { couponIds: [...couponIds] }),
    pointsWish: withPoints ? ALL_POINTS : 0,
  };
}

/** What cannot be bought as it is counts in nothing and stays in the cart: an order with it would be refused. */
const isQuoted = (view: QuoteView | null, skuId: string): boolean =>
  view?.quote.lines.some((line) => line.skuId === skuId) ?? false;

const FIRST_CHOICE: Choice = { couponIds: null, withPoints: true, deliveryKind: 'standard' };

/** Address book and quote in one wave; asked again at every choice. */
export function useTill(): Till {
  const chosenId = useAddressChoice((address) => address.chosenId);
  const [wish, setWish] = useState({ choice: FIRST_CHOICE, addressId: chosenId });
  // Express is an estate's own offer: what was chosen for one address is not chosen for another.
  const choice = useMemo<Choice>(
    () => (wish.addressId === chosenId ? wish.choice : { ...wish.choice, deliveryKind: 'standard' }),
    [wish, chosenId],
  );
  const load = useLoad<TillView>(async () => {
    const cart = useCart.getState();
    const lines = (cart.lines ?? (await cart.fetch())).filter((line) => line.selected);
    const [{ addresses }, view] = await Promise.all([
      resident.ask('account.addresses', {}),
      lines.length === 0
        ? null
        : resident.ask('order.quote', { ...wishOf(lines, choice), ...(chosenId ? { addressId: chosenId } : {}) }),
    ]);
    const address =
      addresses.find(({ addressId }) => addressId === chosenId) ??
      addresses.find(({ isDefault }) => isDefault) ??
      addresses[0] ??
      null;
    return { lines: lines.filter(({ skuId }) => isQuoted(view, skuId)), address, view, choice };
  }, [choice, chosenId]);
  return { load, choice, choose: (part) => setWish({ choice: { ...choice, ...part }, addressId: chosenId }) };
}
