import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import { Written } from '@/components/Written';
import { staffPayoutWords as words } from '@/text/areas/staff-payouts';

interface WithholdSheetProps {
  busy: boolean;
  onClose: () => void;
  onDone: (reason: string) => void;
}

/** Money that is not paid: somebody says why. */
export function WithholdSheet({ busy, onClose, onDone }: WithholdSheetProps) {
  const [reason, setReason] = useState('');
  const missing = reason.trim() === '';
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.withholdTitle}
      action={
        <Button size="big" block disabled={missing} busy={busy} onTap={() => onDone(reason.trim())} id="withheld">
          {missing ? words.withholdMissing : words.withholdDone}
        </Button>
      }
    >
      <Written id="reason" value={reason} most={100} hint={words.withholdHint} lines={3} onChange={setReason} />
      <View className="ll-cap ll-mt-8 ll-mb-12">{words.withholdKept}</View>
    </Sheet>
  );
}
