import type { SpinView } from '@rooms/draw/contract';
import { drawWords } from '@/text/areas/draw';
import { verifyWords as words } from '@/text/areas/verify';
import type { OddsSpin } from '../of-draw';
import { fingerprintText, slotText } from '../parts/numbers';
import type { Checked, Sealed } from './check';

/** A step as it is told: what holds or does not, and the numbers under it. */
export interface ToldStep {
  readonly text: string;
  readonly numbers: string;
  /** Null: cannot be worked out yet. */
  readonly isTrue: boolean | null;
}

export function toldSteps(sealed: Sealed, { spin, odds }: OddsSpin, checked: Checked | null): ToldStep[] {
  if (checked === null) return stepsToCome(sealed, spin);
  const { isSeedTrue, isSlotTrue, isPrizeTrue, slot, range } = checked;
  const title = odds.find(({ prizeId }) => prizeId === spin.drawnPrizeId)?.title ?? spin.drawnPrizeId;
  return [
    {
      text: isSeedTrue ? words.seedStep : words.seedWrong,
      numbers: fingerprintText(sealed.seedHash),
      isTrue: isSeedTrue,
    },
    {
      text: isSlotTrue ? words.slotStep : words.slotWrong,
      numbers: slot === null ? words.slotUnknown : slotNumbers(slot, spin.slot),
      isTrue: isSlotTrue,
    },
    {
      text: isPrizeTrue ? words.prizeStep(title) : words.prizeWrong(title),
      numbers: range ? words.range(slotText(range.from), slotText(range.to)) : words.noRange,
      isTrue: isPrizeTrue,
    },
  ];
}

const slotNumbers = (own: number, kept: number): string =>
  own === kept ? words.slotOf(slotText(own)) : words.slotKept(slotText(kept), slotText(own));

function stepsToCome(sealed: Sealed, spin: SpinView): ToldStep[] {
  const [seedStep = '', slotStep = '', prizeStep = ''] = words.steps;
  return [
    { text: seedStep, numbers: fingerprintText(sealed.seedHash), isTrue: null },
    { text: slotStep, numbers: words.slotOf(slotText(spin.slot)), isTrue: null },
    { text: prizeStep, numbers: '', isTrue: null },
  ];
}

/** Why the prize drawn is not the prize given; null: it is. */
export const turnedText = ({ turned }: SpinView): string | null =>
  turned === null ? null : words.turned(drawWords.turned[turned]);
