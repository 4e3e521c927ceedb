import type { StaffRefundCard } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import { Written } from '@/components/Written';
import { staffRefundWords as words } from '@/text/areas/staff-refunds';
import { yuanText } from '@/text/money';
import { giftsText } from '../card';

export interface WriteOffSheetProps {
  card: StaffRefundCard;
  busy: boolean;
  onClose: () => void;
  onWriteOff: (reason: string) => void;
}

/** The gift will not come back: what it means for the money, and why it is given up. */
export function WriteOffSheet({ card, busy, onClose, onWriteOff }: WriteOffSheetProps) {
  const [reason, setReason] = useState('');
  const missing = reason.trim() === '';
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.writeOffTitle}
      action={
        <Button size="big" block disabled={missing} busy={busy} onTap={() => onWriteOff(reason)} id="written-off">
          {missing ? words.writeOffMissing : words.writeOffYes}
        </Button>
      }
    >
      <View className="ll-strong">{giftsText(card)}</View>
      <View className="ll-note ll-mt-4">{words.writeOffNote(yuanText(card.sums.deductedFen))}</View>
      <View className="ll-t3 ll-mt-16 ll-mb-8">{words.writeOffWhy}</View>
      <View className="ll-mb-12">
        <Written id="write-off-reason" value={reason} most={100} hint={words.writeOffHint} onChange={setReason} />
      </View>
    </Sheet>
  );
}
