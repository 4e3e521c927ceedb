import type { PrizeView } from '@rooms/draw/contract';
import { useState } from 'react';
import { useTap } from '@/hooks/useTap';
import { resident } from '@/services/doors';
import { toast } from '@/services/toast';
import { prizeWords } from '@/text/areas/prizes';
import { toastRefusal } from '@/text/trouble';
import type { Way } from './Ways';

export interface Claiming {
  chosen: Way | undefined;
  choose: (way: Way) => void;
  busy: boolean;
  /** Says it to the shop. */
  claim: () => void;
}

/**
 * Saying how a prize is wanted; the first way that is open is proposed. `onDone` gets the prize as the server has it now, or
 * null where it refused, which has been said.
 */
export function useClaim(prize: PrizeView | null, onDone: (prize: PrizeView | null) => void): Claiming {
  const [wish, setWish] = useState<Way | undefined>(prize?.claim?.way);
  const chosen = wish ?? prize?.ways[0];
  const { busy, tap } = useTap(async () => {
    if (!prize || !chosen) return;
    const reply = await resident.call('draw.claim', { prizeId: prize.prizeId, way: chosen });
    if (reply.ok) toast(prizeWords.claimed[chosen]);
    else toastRefusal(reply);
    onDone(reply.ok ? reply.data : null);
  });
  return { chosen, choose: setWish, busy, claim: () => tap() };
}
