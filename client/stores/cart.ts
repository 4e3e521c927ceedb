import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { badgeText } from '@/components/Badge';
import { resident } from '@/services/doors';

export interface CartEntry {
  skuId: string;
  quantity: number;
  selected: boolean;
}

interface Cart {
  /** Null until it was asked for; the server holds it, so it survives devices. */
  lines: readonly CartEntry[] | null;
  count: number;
  heardCount: (count: number) => void;
  /** Brings the server's cart. @throws NetworkError, RefusedError */
  fetch: () => Promise<readonly CartEntry[]>;
  /** Shows the change at once and saves it behind the tap. @throws NetworkError, RefusedError; the old cart is back then. */
  change: (edit: (lines: readonly CartEntry[]) => readonly CartEntry[]) => Promise<void>;
}

const cartTab = 3;

function showBadge(count: number): void {
  // Refused by the platform while a page without a tab bar is in front; the next tab page sets it again.
  const ignore = () => undefined;
  if (count > 0) void Taro.setTabBarBadge({ index: cartTab, text: badgeText(count) }).catch(ignore);
  else void Taro.removeTabBarBadge({ index: cartTab }).catch(ignore);
}

const countOf = (lines: readonly CartEntry[]): number => lines.reduce((sum, line) => sum + line.quantity, 0);

/** Saves run one after the other, and only the newest cart matters: a tap on + five times is two requests, not five. */
let saving: Promise<void> | null = null;

export const useCart = create<Cart>((set, get) => ({
  lines: null,
  count: 0,
  heardCount: (count) => {
    if (get().lines === null) set({ count });
    showBadge(get().count);
  },
  fetch: async () => {
    const { lines } = await resident.ask('order.cart', {});
    set({ lines, count: countOf(lines) });
    showBadge(get().count);
    return lines;
  },
  change: async (edit) => {
    const before = get().lines ?? (await get().fetch());
    const lines = edit(before).filter((line) => line.quantity > 0);
    set({ lines, count: countOf(lines) });
    showBadge(get().count);
    try {
      await saveNewest(() => get().lines ?? []);
    } catch (error) {
      set({ lines: before, count: countOf(before) });
      showBadge(get().count);
      throw error;
    }
  },
}));

async function saveNewest(newest: () => readonly CartEntry[]): Promise<void> {
  if (saving) await saving.catch(() => undefined);
  if (saving) return saving; // somebody else's save, begun after our change, carries it
  saving = resident.ask('order.saveCart', { lines: newest().map((line) => ({ ...line })) }).then(() => undefined);
  try {
    await saving;
  } finally {
    saving = null;
  }
}

/** One more of a SKU, selected. */
export const plusOne =
  (skuId: string, more = 1) =>
  (lines: readonly CartEntry[]): readonly CartEntry[] =>
    lines.some((line) => line.skuId === skuId)
      ? lines.map((line) => (line.skuId === skuId ? { ...line, quantity: line.quantity + more, selected: true } : line))
      : [...lines, { skuId, quantity: more, selected: true }];

/** So many of a SKU; 0 takes it out. */
export const setQuantity =
  (skuId: string, quantity: number) =>
  (lines: readonly CartEntry[]): readonly CartEntry[] =>
    lines.some((line) => line.skuId === skuId)
      ? lines.map((line) => (line.skuId === skuId ? { ...line, quantity } : line))
      : plusOne(skuId, quantity)(lines);
