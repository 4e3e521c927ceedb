import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import { Written } from '@/components/Written';
import { staffReferralWords as words } from '@/text/areas/staff-referrals';

export type Verdict = 'pass' | 'refuse';

interface DecideSheetProps {
  verdict: Verdict;
  busy: boolean;
  onClose: () => void;
  onDecide: (note: string) => void;
}

const titles: Readonly<Record<Verdict, string>> = { pass: words.passTitle, refuse: words.refuseTitle };

/** Either way somebody says why; it is kept with who decided. */
export function DecideSheet({ verdict, busy, onClose, onDecide }: DecideSheetProps) {
  const [note, setNote] = useState('');
  const missing = note.trim() === '';
  return (
    <Sheet
      open
      onClose={onClose}
      title={titles[verdict]}
      action={
        <Button size="big" block disabled={missing} busy={busy} onTap={() => onDecide(note.trim())} id="decided">
          {missing ? words.noteMissing : words.confirm[verdict]}
        </Button>
      }
    >
      <View className="ll-t3 ll-mb-8">{words.note}</View>
      <Written id="note" value={note} most={100} hint={words.noteHint[verdict]} lines={3} onChange={setNote} />
      <View className="ll-cap ll-mt-8 ll-mb-12">{words.noteKept}</View>
    </Sheet>
  );
}
