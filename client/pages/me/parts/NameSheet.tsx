import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import { useTap } from '@/hooks/useTap';
import { resident } from '@/services/doors';
import { toast } from '@/services/toast';
import { meWords } from '@/text/areas/me';
import { toastRefusal } from '@/text/trouble';

const MOST_CHARACTERS = 12;

interface NameSheetProps {
  open: boolean;
  name: string;
  onClose: () => void;
  onSaved: () => void;
}

/** The name that neighbours see: WeChat looks at it before it is kept. */
export function NameSheet({ open, name, onClose, onSaved }: NameSheetProps) {
  const [typed, setTyped] = useState(name);
  const wanted = typed.trim();
  const save = useTap(async () => {
    const reply = await resident.call('account.saveName', { name: wanted });
    if (!reply.ok) return toastRefusal(reply);
    onClose();
    onSaved();
    toast(meWords.nameSaved);
  });
  const action = (
    <Button size="big" block busy={save.busy} disabled={wanted === ''} onTap={() => save.tap()} id="save-name">
      {wanted === '' ? meWords.nameMissing : meWords.nameSave}
    </Button>
  );
  return (
    <Sheet open={open} onClose={onClose} title={meWords.nameTitle} action={action}>
      <View className="ll-card ll-card--pad">
        <Input
          id="name"
          name="name"
          type="text"
          value={typed}
          maxlength={MOST_CHARACTERS}
          placeholder={meWords.nameHint}
          onInput={(event) => setTyped(event.detail.value)}
        />
      </View>
      <View className="ll-cap ll-mt-8">{meWords.nameNote}</View>
    </Sheet>
  );
}
