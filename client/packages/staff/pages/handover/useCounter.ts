import type { HandOverView } from '@rooms/draw/contract';
import { useState } from 'react';
import { useTap } from '@/hooks/useTap';
import { staff } from '@/services/doors';
import { confirm, toast } from '@/services/toast';
import { staffDrawWords as words } from '@/text/areas/staff-draw';
import { toastRefusal } from '@/text/trouble';

/** What lies on the counter: a code that stands for a prize, or one that was refused. */
export type OnCounter =
  | { readonly state: 'found'; readonly code: string; readonly by: 'scan' | 'typed'; readonly prize: HandOverView }
  | { readonly state: 'refused'; readonly refusal: Refused };

export interface Refused {
  readonly code: string;
  readonly detail?: unknown;
}

/** Codes that are answered on the counter in full; others are said in passing. */
const TOLD = ['PRIZE_CODE_UNKNOWN', 'PRIZE_CODE_USED', 'PRIZE_CODE_OVER', 'TOO_MANY_GUESSES'];

export interface Counter {
  on: OnCounter | null;
  busy: boolean;
  look: (code: string, by: 'scan' | 'typed') => void;
  give: () => void;
  refuse: () => void;
}

/** Find, look at the person, give. `onBooked`: the day's list has a new row. */
export function useCounter(onBooked: () => void): Counter {
  const [on, setOn] = useState<OnCounter | null>(null);
  const refused = (refusal: Refused) => {
    if (TOLD.includes(refusal.code)) setOn({ state: 'refused', refusal });
    else toastRefusal(refusal);
    onBooked();
  };
  const look = useTap(async (code: string, by: 'scan' | 'typed') => {
    const reply = await staff.call('draw.findPrize', { code });
    if (reply.ok) setOn({ state: 'found', code, by, prize: reply.data });
    else refused(reply);
  });
  const give = useTap(async () => {
    if (on?.state !== 'found') return;
    const { code, by } = on;
    const reply = await staff.act(`handover.${code}`, 'draw.handOver', { code, by });
    if (!reply.ok) return refused(reply);
    toast(words.given);
    setOn(null);
    onBooked();
  });
  const refuse = useTap(async () => {
    if (on?.state !== 'found') return;
    const { refuseTitle: title, refuseContent: content, refuseYes: yes, refuseNo: no } = words;
    if (!(await confirm({ title, content, yes, no }))) return;
    const reply = await staff.call('draw.declineHandOver', { code: on.code });
    if (!reply.ok) return refused(reply);
    toast(words.refusedDone);
    setOn(null);
    onBooked();
  });
  return {
    on,
    busy: look.busy || give.busy || refuse.busy,
    look: look.tap,
    give: () => give.tap(),
    refuse: () => refuse.tap(),
  };
}
