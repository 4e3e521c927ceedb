import type { OpenedRefundPreview, SupportOrderView } from '@rooms/order/contract';
import { useState } from 'react';
import { type Load, useLoad } from '@/hooks/useLoad';
import { useRested } from '@/hooks/useRested';
import { staff } from '@/services/doors';
import type { afterSalesWords } from '@/text/areas/aftersales';

export type Reason = keyof typeof afterSalesWords.reasons;

/** What support has chosen and written so far. */
export interface Opening {
  readonly units: { readonly [lineId: string]: number };
  readonly reason: Reason | null;
  readonly goodsFirst: boolean;
  readonly answer: string;
}

export interface Wish {
  readonly orderId: string;
  readonly lines: { lineId: string; units: number }[];
  readonly reason: Reason;
}

export interface Seen {
  readonly wish: Wish;
  readonly preview: OpenedRefundPreview;
}

export interface OpeningDesk {
  opening: Opening;
  change: (part: Partial<Opening>) => void;
  hasUnits: boolean;
  load: Load<Seen>;
  /** The preview is that of an older choice: it must not be sent. */
  stale: boolean;
}

/** The choice, and what the server says that it brings, asked anew when the fingers rest. */
export function useOpening({ orderId, lines }: SupportOrderView): OpeningDesk {
  const [opening, setOpening] = useState<Opening>({ units: {}, reason: null, goodsFirst: false, answer: '' });
  const chosen = lines.flatMap(({ lineId, unitsLeft }) => {
    const units = Math.min(opening.units[lineId] ?? 0, unitsLeft);
    return units > 0 ? [{ lineId, units }] : [];
  });
  const hasUnits = chosen.length > 0;
  const key = hasUnits && opening.reason ? JSON.stringify({ orderId, lines: chosen, reason: opening.reason }) : '';
  const rested = useRested(key);
  const load = useLoad<Seen>(rested === '' ? null : () => look(JSON.parse(rested) as Wish), [rested]);
  const answered = load.data ? JSON.stringify(load.data.wish) : '';
  return {
    opening,
    change: (part) => setOpening((now) => ({ ...now, ...part })),
    hasUnits,
    load,
    stale: key !== answered || load.refreshing,
  };
}

async function look(wish: Wish): Promise<Seen> {
  return { wish, preview: await staff.ask('order.previewRefund', wish) };
}
