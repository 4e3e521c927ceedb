import { View } from '@tarojs/components';
import { Button } from '@/components/Button';

export interface StepButtonsProps<Step extends string> {
  /** What may come next and its word, the likeliest first: that one is the filled button. */
  steps: readonly (readonly [Step, string])[];
  /** Of the refund or exchange: tells the buttons of one card from those of the next. */
  number: string;
  busy: boolean;
  onStep: (step: Step) => void;
}

/** The steps of a card, two in a row. */
export function StepButtons<Step extends string>({ steps, number, busy, onStep }: StepButtonsProps<Step>) {
  if (steps.length === 0) return null;
  return (
    <View className="refund-steps">
      {steps.map(([step, text], index) => (
        <View className="refund-steps__one" key={step}>
          <Button
            kind={index === 0 ? undefined : 'line'}
            block
            busy={busy}
            onTap={() => onStep(step)}
            id={`${step}-${number}`}
          >
            {text}
          </Button>
        </View>
      ))}
    </View>
  );
}
