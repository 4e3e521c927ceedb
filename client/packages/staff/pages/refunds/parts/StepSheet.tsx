import type { StaffRefundCard } from '@rooms/order/contract';
import { askAgain, decide, noteTransfer, takeGoodsBack, writeOffGift } from '../deeds';
import { DecideSheet } from './DecideSheet';
import { GoodsSheet } from './GoodsSheet';
import { MendSheet } from './MendSheet';
import type { Step } from './RefundCard';
import { WriteOffSheet } from './WriteOffSheet';

/** As the server marks what a person pays by transfer from the start. */
const BY_HAND = 'BY_HAND';

export interface StepSheetProps {
  card: StaffRefundCard;
  step: Step;
  busy: boolean;
  onClose: () => void;
  /** Carries it out; the page closes the sheet and looks again. */
  onAct: (work: () => Promise<unknown>) => void;
}

export function StepSheet({ card, step, busy, onClose, onAct }: StepSheetProps) {
  const shared = { busy, onClose };
  if (step === 'goods-back')
    return <GoodsSheet {...shared} onBack={(restock) => onAct(() => takeGoodsBack(card, restock))} />;
  if (step === 'write-off-gift')
    return <WriteOffSheet {...shared} card={card} onWriteOff={(reason) => onAct(() => writeOffGift(card, reason))} />;
  if (step === 'mend')
    return (
      <MendSheet
        {...shared}
        answer={card.refusal === BY_HAND ? null : card.answer}
        byHand={card.refusal === BY_HAND}
        onAgain={() => onAct(() => askAgain(card))}
        onTransferred={(number) => onAct(() => noteTransfer(card, number))}
      />
    );
  return (
    <DecideSheet {...shared} card={card} onDecide={(choice, answer) => onAct(() => decide(card, choice, answer))} />
  );
}
