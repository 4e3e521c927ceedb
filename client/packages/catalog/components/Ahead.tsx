import { NextStep } from '@/components/NextStep';
import { productWords } from '@/text/areas/product';
import { stepShare, stepText } from '@/text/next-step';
import type { AheadView } from '../pages/product/useAhead';

/** What comes next once it is in the cart. */
export function Ahead({ ahead }: { ahead: AheadView }) {
  const step = ahead?.quote.nextStep;
  if (!ahead || !step) return null;
  return <NextStep text={productWords.putIn(stepText(step, ahead.giftGoods))} share={stepShare(step)} />;
}
