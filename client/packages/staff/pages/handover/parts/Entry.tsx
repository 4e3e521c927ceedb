import { readHandOverCode, shownHandOverCode } from '@kernel/hand-over-code';
import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { a11y } from '@/components/a11y';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { useTap } from '@/hooks/useTap';
import { scan } from '@/services/scan';
import { toast } from '@/services/toast';
import { staffDrawWords as words } from '@/text/areas/staff-draw';
import { codeIn, missingText } from '../code';
import '../index.scss';

interface EntryProps {
  busy: boolean;
  onCode: (code: string, by: 'scan' | 'typed') => void;
}

/** A code from the camera, or as it is read out: the groups of four under the field say what was understood. */
export function Entry({ busy, onCode }: EntryProps) {
  const [written, setWritten] = useState('');
  const missing = missingText(written);
  const look = (text: string, by: 'scan' | 'typed') => {
    const code = codeIn(text);
    if (!code) return toast(words.notACode);
    setWritten('');
    onCode(code, by);
  };
  const camera = useTap(async () => {
    const text = await scan();
    if (text !== null) look(text, 'scan');
  });
  return (
    <View className="ll-card">
      <View className="ll-spread">
        <View className="ll-note">{words.enter}</View>
        <View className="handover-scan" id="scan" onClick={() => camera.tap()} {...a11y('button', words.scan)}>
          <Icon name="scan" size={16} />
          <View className="ll-ml-4">{words.scan}</View>
        </View>
      </View>
      <View className="handover-entry ll-mt-8">
        <Input
          id="handover-code"
          className="handover-entry__input"
          value={written}
          maxlength={40}
          placeholder={words.typeHint}
          placeholderClass="handover-hint"
          onInput={(event) => setWritten(event.detail.value)}
          onConfirm={(event) => look(event.detail.value, 'typed')}
        />
        <Button
          kind="soft"
          size="small"
          disabled={missing !== null}
          busy={busy}
          onTap={() => look(written, 'typed')}
          id="look"
        >
          {missing ?? words.look}
        </Button>
      </View>
      {written !== '' && (
        <View className="handover-read" id="handover-read">
          {shownHandOverCode(readHandOverCode(written))}
        </View>
      )}
    </View>
  );
}
