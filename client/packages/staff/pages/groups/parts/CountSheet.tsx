import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import { staffGroupWords as words } from '@/text/areas/staff-groups';
import '../index.scss';

interface CountSheetProps {
  open: boolean;
  members: number;
  onClose: () => void;
  onCount: (members: number) => void;
}

/** The number that WeChat writes after the group's name; the estimate begins anew from it. */
export function CountSheet({ open, members, onClose, onCount }: CountSheetProps) {
  const [written, setWritten] = useState(String(members));
  const count = /^\d{1,4}$/.test(written) ? Number(written) : null;
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={words.countTitle}
      action={
        <Button
          size="big"
          block
          disabled={count === null}
          onTap={() => count !== null && onCount(count)}
          id="save-count"
        >
          {words.count}
        </Button>
      }
    >
      <View className="ll-note">{words.countNote}</View>
      <View className="ll-card ll-mt-8">
        <Input
          id="members"
          type="number"
          className="groups-input"
          value={written}
          maxlength={4}
          onInput={(event) => setWritten(event.detail.value)}
        />
      </View>
    </Sheet>
  );
}
