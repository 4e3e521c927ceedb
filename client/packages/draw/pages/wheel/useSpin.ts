import type { DrawView, drawContract } from '@rooms/draw/contract';
import { useState } from 'react';
import { useTap } from '@/hooks/useTap';
import { resident } from '@/services/doors';
import { toastRefusal } from '@/text/trouble';
import type { OutputOf } from '../../../../../cloudfunctions/contract';

export type SpinReply = OutputOf<(typeof drawContract)['draw.spin']>;

export interface Spinning {
  busy: boolean;
  spin: () => void;
  /** What the server said, for the disc; the prize is told when the disc has come to rest. */
  result: { cellId: string } | null;
  won: SpinReply | null;
  onRest: () => void;
  close: () => void;
  /** Open chances, the newest known. */
  open: readonly string[];
}

/** One chance, one spin: a lost answer is asked for again with the same chance and key, and gives the same prize. */
export function useSpin(draw: DrawView, onSpun: () => void): Spinning {
  const [reply, setReply] = useState<SpinReply | null>(null);
  const [result, setResult] = useState<{ cellId: string } | null>(null);
  const [won, setWon] = useState<SpinReply | null>(null);
  const open = reply?.openChances ?? draw.openChances;
  const { busy, tap } = useTap(async () => {
    const [chanceId] = open;
    if (chanceId === undefined) return;
    const answer = await resident.act(`spin.${chanceId}`, 'draw.spin', { drawId: draw.drawId, chanceId });
    if (!answer.ok) {
      toastRefusal(answer);
      onSpun();
      return;
    }
    setReply(answer.data);
    setResult({ cellId: answer.data.spin.givenPrizeId });
  });
  return {
    busy,
    spin: () => tap(),
    result,
    won,
    open,
    onRest: () => setWon(reply),
    close: () => {
      setWon(null);
      onSpun();
    },
  };
}
