import type { GoodView } from '@rooms/order/contract';
import type { NextStep } from '@rooms/settlement';
import { benefitText } from './gifts';
import { yuanText } from './money';
import { nextStepShare, nextStepText } from './offers';

/** 「再买 ¥3.20 就减 ¥5」; a gift by its name where the quote shows it: 「再买 ¥3.20，就送小番茄 一盒」. */
export function stepText(step: NextStep, goods: readonly GoodView[] = []): string {
  const { benefit, gapUnits, gapFen } = step;
  const isKnown = benefit?.form === 'gift' && goods.some(({ skuId }) => skuId === benefit.skuId);
  if (!benefit || !isKnown) return nextStepText(step);
  return `${gapUnits === null ? `再买 ${yuanText(gapFen)}` : `再买 ${gapUnits} 件`}，就送${benefitText(benefit, goods)}`;
}

/** 0 to 1; undefined: it counts units, and how many in all is not said. */
export const stepShare = (step: NextStep): number | undefined =>
  step.thresholdFen > 0 ? nextStepShare(step) : undefined;
