import type { StaffRefundCard } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { OfferTag } from '@/components/OfferTag';
import { Card } from '@/components/Section';
import { serverNowMs } from '@/services/clock';
import { afterSalesWords } from '@/text/areas/aftersales';
import { refundWords } from '@/text/areas/refund';
import { staffRefundWords as words } from '@/text/areas/staff-refunds';
import { yuanText } from '@/text/money';
import { whenText } from '@/text/times';
import { deadlineText, giftsText, sideText } from '../card';
import { Shots } from './Shots';
import { StepButtons } from './StepButtons';

export type Step = 'decide' | 'goods-back' | 'gift-back' | 'write-off-gift' | 'mend';

export interface RefundCardProps {
  card: StaffRefundCard;
  busy: boolean;
  onStep: (card: StaffRefundCard, step: Step) => void;
}

/** Who wants what back and why, with its pictures, what it costs, and the one step that comes next. */
export function RefundCard({ card, busy, onStep }: RefundCardProps) {
  const nowMs = serverNowMs();
  const deadline = deadlineText(card, nowMs);
  return (
    <Card className="ll-mb-12" id={`refund-${card.refundNumber}`}>
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
        {[words.askedAt(whenText(card.atMs, nowMs)), stateWords[card.orderState]].filter(Boolean).join('，')}
      </View>
      <View className="refund-what">
        {card.lines.map((line) => (
          <View key={line.lineId}>{words.line(`${line.name} ${line.spec}`.trim(), line.units)}</View>
        ))}
        <Said card={card} />
      </View>
      <Shots pictures={card.pictures} isAsked={card.canDo.includes('approve')} />
      <Sums card={card} />
      <Steps card={card} busy={busy} onStep={onStep} />
    </Card>
  );
}

const stateWords: { readonly [state: string]: string | undefined } = words.orderStates;

function Said({ card: { reason, note, cause } }: { card: StaffRefundCard }) {
  const why = reason ? afterSalesWords.reasons[reason] : refundWords.causes[cause];
  return (
    <View className="ll-mt-4">
      <OfferTag tone="plain">{why}</OfferTag>
      {note && <View className="ll-note ll-mt-4">{words.said(note)}</View>}
    </View>
  );
}

function Sums({ card }: { card: StaffRefundCard }) {
  const { sums, orderPaidFen, answer, writtenOff } = card;
  const side = sideText(card);
  const gifts = giftsText(card);
  return (
    <View className="refund-sums">
      <View className="ll-strong">{words.sums(yuanText(sums.amountFen), yuanText(orderPaidFen))}</View>
      {side && <View className="ll-note">{side}</View>}
      {gifts && !writtenOff && <View className="ll-note ll-honey">{words.gifts(gifts)}</View>}
      {writtenOff && <View className="ll-note">{words.writtenOff(gifts, writtenOff.reason)}</View>}
      {answer && <View className="ll-note">{words.answered(answer)}</View>}
    </View>
  );
}

function Steps({ card, busy, onStep }: RefundCardProps) {
  const { refundNumber, canDo } = card;
  const decides = canDo.some((step) => step === 'approve' || step === 'approve-goods-first' || step === 'decline');
  const steps: readonly (readonly [Step, string])[] = [
    ...(canDo.includes('goods-back') ? [['goods-back', words.goodsBack] as const] : []),
    ...(canDo.includes('mend') ? [['mend', words.mend] as const] : []),
    ...(decides ? [['decide', words.decide] as const] : []),
    ...(canDo.includes('gift-back') ? [['gift-back', words.giftBack] as const] : []),
    ...(canDo.includes('write-off-gift') ? [['write-off-gift', words.writeOff] as const] : []),
  ];
  return <StepButtons steps={steps} number={refundNumber} busy={busy} onStep={(step) => onStep(card, step)} />;
}
