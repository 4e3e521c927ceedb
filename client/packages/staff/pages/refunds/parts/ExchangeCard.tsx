import type { StaffExchangeCard } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { OfferTag } from '@/components/OfferTag';
import { Card } from '@/components/Section';
import { serverNowMs } from '@/services/clock';
import { afterSalesWords } from '@/text/areas/aftersales';
import { exchangeWords as words } from '@/text/areas/exchange';
import { staffRefundWords } from '@/text/areas/staff-refunds';
import { whenText } from '@/text/times';
import { deadlineText } from '../card';
import { Shots } from './Shots';
import { StepButtons } from './StepButtons';

export type ExchangeStep = 'decide' | 'dispatch' | 'hand-over' | 'goods';

export interface ExchangeCardProps {
  card: StaffExchangeCard;
  busy: boolean;
  onStep: (card: StaffExchangeCard, step: ExchangeStep) => void;
}

/** Who wants what exchanged and why, how far it is, and the step that comes next. */
export function ExchangeCard({ card, busy, onStep }: ExchangeCardProps) {
  const nowMs = serverNowMs();
  const deadline = deadlineText({ isOverdue: card.isOverdue, decideByMs: card.dueAtMs }, nowMs);
  const { reason, note, answer, bad } = card;
  return (
    <Card className="ll-mb-12" id={`exchange-${card.exchangeNumber}`}>
      <View className="ll-spread">
        <View className="ll-t3 ll-grow">
          {card.building} {card.room}
        </View>
        {deadline && (
          <View className="ll-ml-8 ll-nowrap">
            <OfferTag tone={card.isOverdue ? 'danger' : 'gift'}>{deadline}</OfferTag>
          </View>
        )}
      </View>
      <View className="ll-note">
        {card.estateName}，{card.contactName} {card.maskedPhone}
      </View>
      <View className="ll-cap">
        {staffRefundWords.askedAt(whenText(card.atMs, nowMs))}，{words.staffStates[card.state]}
      </View>
      <View className="refund-what">
        {card.lines.map((line) => (
          <View key={line.lineId}>{staffRefundWords.line(`${line.name} ${line.spec}`.trim(), line.units)}</View>
        ))}
        <View className="ll-mt-4">
          <OfferTag tone="plain">{afterSalesWords.reasons[reason]}</OfferTag>
          {note && <View className="ll-note ll-mt-4">{staffRefundWords.said(note)}</View>}
        </View>
      </View>
      <Shots pictures={card.pictures} isAsked={card.state === 'asked'} />
      {(bad || answer) && (
        <View className="refund-sums">
          {bad && <View className="ll-note">{words.bads[bad]}</View>}
          {answer && <View className="ll-note">{staffRefundWords.answered(answer)}</View>}
        </View>
      )}
      <Steps card={card} busy={busy} onStep={onStep} />
    </Card>
  );
}

const STEPS: readonly (readonly [ExchangeStep, string])[] = [
  ['dispatch', words.dispatch],
  ['hand-over', words.handOver],
  ['goods', words.goods],
  ['decide', words.decide],
];

function Steps({ card, busy, onStep }: ExchangeCardProps) {
  const { exchangeNumber, canDo } = card;
  const decides = canDo.some((deed) => deed === 'agree' || deed === 'money' || deed === 'decline');
  const steps = STEPS.filter(([step]) => (step === 'decide' ? decides : canDo.includes(step)));
  return <StepButtons steps={steps} number={exchangeNumber} busy={busy} onStep={(step) => onStep(card, step)} />;
}
