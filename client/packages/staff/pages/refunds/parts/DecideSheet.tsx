import type { StaffRefundCard } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Check } from '@/components/Check';
import { Card } from '@/components/Section';
import { Sheet } from '@/components/Sheet';
import { Written } from '@/components/Written';
import { staffRefundWords as words } from '@/text/areas/staff-refunds';
import { yuanText } from '@/text/money';
import type { Decision } from '../deeds';

const texts: Readonly<Record<Decision, string>> = {
  approve: words.approve,
  'approve-goods-first': words.approveGoods,
  decline: words.decline,
};
const decisions = Object.keys(texts) as Decision[];

export interface DecideSheetProps {
  card: StaffRefundCard;
  busy: boolean;
  onClose: () => void;
  onDecide: (decision: Decision, answer: string) => void;
}

/** One of three, with words for the resident; who declines says why. */
export function DecideSheet({ card, busy, onClose, onDecide }: DecideSheetProps) {
  const may = decisions.filter((decision) => card.canDo.includes(decision));
  const [decision, setDecision] = useState<Decision>(may[0] ?? 'decline');
  const [answer, setAnswer] = useState('');
  const missing = decision === 'decline' && answer.trim() === '';
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.decideTitle}
      action={
        <Button size="big" block disabled={missing} busy={busy} onTap={() => onDecide(decision, answer)} id="decided">
          {missing ? words.answerMissing : words.confirm[decision](yuanText(card.sums.amountFen))}
        </Button>
      }
    >
      <Card cells>
        {may.map((one) => (
          <View key={one} className="refund-choice" onClick={() => setDecision(one)} id={`decide-${one}`}>
            <Check on={one === decision} label={texts[one]} onChange={() => setDecision(one)} />
            <View className="ll-grow ll-ml-4">{texts[one]}</View>
          </View>
        ))}
      </Card>
      <View className="ll-t3 ll-mb-8">{words.answerTitle}</View>
      <View className="ll-mb-12">
        <Written
          id="answer"
          value={answer}
          most={100}
          hint={words.answerHint[decision]}
          lines={3}
          onChange={setAnswer}
        />
      </View>
    </Sheet>
  );
}
