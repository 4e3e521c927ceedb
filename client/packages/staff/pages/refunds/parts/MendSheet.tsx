import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import { Written } from '@/components/Written';
import { staffRefundWords as words } from '@/text/areas/staff-refunds';

export interface MendSheetProps {
  busy: boolean;
  /** The pay platform's words. */
  answer: string | null;
  /** WeChat pays back no more of this payment: it was not asked, and need not be. */
  byHand: boolean;
  onClose: () => void;
  onAgain: () => void;
  onTransferred: (transferNumber: string) => void;
}

/** The pay platform refused: ask it again, or pay by hand and say so. */
export function MendSheet({ busy, answer, byHand, onClose, onAgain, onTransferred }: MendSheetProps) {
  const [number, setNumber] = useState('');
  const missing = number.trim() === '';
  return (
    <Sheet open onClose={onClose} title={byHand ? words.byHandTitle : words.mendTitle}>
      {answer && <View className="ll-danger ll-mb-8">{answer}</View>}
      <View className="ll-note">{byHand ? words.byHandNote : words.mendNote}</View>
      {!byHand && (
        <View className="ll-mt-16">
          <Button size="big" block busy={busy} onTap={onAgain} id="mend-again">
            {words.again}
          </Button>
        </View>
      )}
      <View className="ll-t3 ll-mt-24 ll-mb-8">{words.transferNumber}</View>
      <Written id="transfer-number" value={number} most={64} hint={words.transferHint} onChange={setNumber} />
      <View className="ll-mt-12 ll-mb-16">
        <Button
          kind="line"
          size="big"
          block
          disabled={missing}
          busy={busy}
          onTap={() => onTransferred(number)}
          id="mend-transferred"
        >
          {missing ? words.transferMissing : words.transferred}
        </Button>
      </View>
    </Sheet>
  );
}
