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
  /** Closes what was won and spins once more. */
  again: () => void;
  /** Open chances, the newest known. */
  open: readonly string[];
}

/** One chance, one spin: a lost answer is asked for again with the same chance and key, and gives the same prize. */
export function useSpin(draw: DrawView, onSpun: () => void): Spinning {
  // A fresh look at the draw knows more than the last spin's answer.
  const [last, setLast] = useState<{ of: DrawView; reply: SpinReply } | null>(null);
  const [result, setResult] = useState<{ cellId: string } | null>(null);
  const [won, setWon] = useState<SpinReply | null>(null);
  const open = last?.of === draw ? last.reply.openChances : draw.openChances;
  const { busy, tap } = useTap(async () => {
    const [chanceId] = open;
    if (chanceId === undefined) return;
    const answer = await resident.act(`spin.${chanceId}`, 'draw.spin', { drawId: draw.drawId, chanceId });
    if (!answer.ok) {
      toastRefusal(answer);
      onSpun();
      return;
    }
    setLast({ of: draw, reply: answer.data });
    setResult({ cellId: answer.data.spin.givenPrizeId });
  });
  return {
    busy,
    spin: () => tap(),
    result,
    won,
    open,
    onRest: () => setWon(last?.reply ?? null),
    close: () => {
      setWon(null);
      onSpun();
    },
    again: () => {
      setWon(null);
      tap();
    },
  };
}
