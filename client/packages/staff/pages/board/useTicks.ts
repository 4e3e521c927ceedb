import { useState } from 'react';
import { load, save } from '@/services/storage';

type Kept = { readonly [orderId: string]: readonly string[] };

const slot = 'picking';
/** Bags that are begun at the same time are few; older ticks are of orders that have long left. */
const MOST_ORDERS = 40;

/** What is already in which bag, on this phone: it outlives a call that comes in between. */
export function useTicks(): {
  tickedOf: (orderId: string) => readonly string[];
  toggle: (orderId: string, key: string) => void;
} {
  const [kept, setKept] = useState<Kept>(() => load<Kept>(slot) ?? {});
  return {
    tickedOf: (orderId) => kept[orderId] ?? [],
    toggle: (orderId, key) => {
      const { [orderId]: ticked = [], ...others } = kept;
      const now = ticked.includes(key) ? ticked.filter((one) => one !== key) : [...ticked, key];
      const next = Object.fromEntries([...Object.entries(others), [orderId, now] as const].slice(-MOST_ORDERS));
      save(slot, next);
      setKept(next);
    },
  };
}
