import type { StaffExchangeCard } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Check } from '@/components/Check';
import { Card } from '@/components/Section';
import { Sheet } from '@/components/Sheet';
import { Written } from '@/components/Written';
import { exchangeWords as words } from '@/text/areas/exchange';
import { staffRefundWords } from '@/text/areas/staff-refunds';
import { yuanText } from '@/text/money';
import { type Choice, decideExchange } from '../exchange-deeds';

export interface ExchangeSheetProps {
  card: StaffExchangeCard;
  busy: boolean;
  onClose: () => void;
  /** Carries it out; the list closes the sheet and looks again. */
  onAct: (work: () => Promise<unknown>) => void;
}

const choices: readonly Choice[] = ['agree', 'money', 'decline'];

/** One of what may be done now, with words for the resident; who declines says why. */
export function ExchangeSheet({ card, busy, onClose, onAct }: ExchangeSheetProps) {
  const may = choices.filter((choice) => card.canDo.includes(choice));
  const [choice, setChoice] = useState<Choice>(may[0] ?? 'decline');
  const [answer, setAnswer] = useState('');
  const [restock, setRestock] = useState(true);
  const missing = choice === 'decline' && answer.trim() === '';
  const isSetAside = card.state === 'reserved' || card.state === 'dispatched';
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.decideTitle}
      action={
        <Button
          size="big"
          block
          disabled={missing}
          busy={busy}
          onTap={() => onAct(() => decideExchange(card, choice, { answer, restock }))}
          id="exchange-decided"
        >
          {missing ? staffRefundWords.answerMissing : yesText(card, choice)}
        </Button>
      }
    >
      <Card cells>
        {may.map((one) => (
          <View key={one} className="refund-choice" onClick={() => setChoice(one)} id={`choose-${one}`}>
            <Check on={one === choice} label={words.decisions[one]} onChange={() => setChoice(one)} />
            <View className="ll-grow ll-ml-4">{words.decisions[one]}</View>
          </View>
        ))}
      </Card>
      {isSetAside && choice !== 'agree' && (
        <View className="refund-choice" onClick={() => setRestock(!restock)} id="fresh-back">
          <Check on={restock} label={words.freshBack} onChange={setRestock} />
          <View className="ll-grow ll-ml-4">{words.freshBack}</View>
        </View>
      )}
      <View className="ll-t3 ll-mb-8">{staffRefundWords.answerTitle}</View>
      <Written id="exchange-answer" value={answer} most={100} hint={words.answerHint[choice]} onChange={setAnswer} />
    </Sheet>
  );
}

function yesText({ state, moneyFen }: StaffExchangeCard, choice: Choice): string {
  if (choice === 'agree') return state === 'no-stock' ? words.agreeAgain : words.agreeYes;
  return choice === 'money' ? words.money(yuanText(moneyFen ?? 0)) : words.declineYes;
}
