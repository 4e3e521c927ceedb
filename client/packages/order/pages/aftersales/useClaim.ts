import type { OrderView, RefundPreview } from '@rooms/order/contract';
import { useState } from 'react';
import { type Load, useLoad } from '@/hooks/useLoad';
import { useRested } from '@/hooks/useRested';
import { resident } from '@/services/doors';
import { type Claim, chosenOf, firstClaim, type Reason, type Remedy } from './claim';

export interface Asked {
  readonly orderId: string;
  readonly lines: { lineId: string; units: number }[];
  readonly reason?: Reason;
  /** They will be sent with the request: a picture can make it instant. */
  readonly hasPictures: boolean;
}

export interface Answer {
  readonly asked: Asked;
  readonly preview: RefundPreview;
}

export interface ClaimDesk {
  claim: Claim;
  setUnits: (lineId: string, units: number) => void;
  setReason: (reason: Reason) => void;
  setRemedy: (remedy: Remedy) => void;
  /** What is to be asked for now; null: nothing is chosen. */
  asked: Asked | null;
  load: Load<Answer>;
  /** The preview is that of an older choice: it must not be sent. */
  stale: boolean;
}

/** The choice, and what the server says that it brings: asked anew when the fingers rest, and when pictures come or go. */
export function useClaim(order: OrderView, hasPictures: boolean): ClaimDesk {
  const [claim, setClaim] = useState<Claim>(() => firstClaim(order));
  const asked = askedOf(order, claim, hasPictures);
  const key = asked ? JSON.stringify(asked) : '';
  const rested = useRested(key);
  const load = useLoad<Answer>(rested === '' ? null : () => ask(JSON.parse(rested) as Asked), [rested]);
  const answered = load.data ? JSON.stringify(load.data.asked) : '';
  return {
    claim,
    setUnits: (lineId, units) => setClaim((now) => ({ ...now, units: { ...now.units, [lineId]: units } })),
    setReason: (reason) => setClaim((now) => ({ ...now, reason })),
    setRemedy: (remedy) => setClaim((now) => ({ ...now, remedy })),
    asked,
    load,
    stale: key !== answered || load.refreshing,
  };
}

function askedOf({ orderId, paidLines }: OrderView, claim: Claim, hasPictures: boolean): Asked | null {
  const lines = chosenOf(paidLines, claim);
  if (lines.length === 0) return null;
  return { orderId, lines, hasPictures, ...(claim.reason ? { reason: claim.reason } : {}) };
}

export async function ask(asked: Asked): Promise<Answer> {
  return { asked, preview: await resident.ask('order.refundPreview', asked) };
}
