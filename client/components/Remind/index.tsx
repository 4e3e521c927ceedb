import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { useTap } from '@/hooks/useTap';
import { type Agreed, agreeToHear, isAgreed, type Wanted } from '@/services/notify';
import { noticeWords } from '@/text/areas/notice';
import './index.scss';

/** Asks for leave to send one message about one thing. Nothing depends on it. */
export function Remind({ kind, about }: Wanted) {
  const wanted: Wanted = { kind, about };
  const [agreed, setAgreed] = useState<Agreed | null>(isAgreed(wanted) ? 'told' : null);
  const ask = useTap(async () => setAgreed(await agreeToHear(wanted)));
  const { ask: question, note, told } = noticeWords.remind[kind];
  if (agreed === 'told' || agreed === 'too-late')
    return (
      <View className="ll-remind ll-remind--done" id={`remind-${kind}`} data-state={agreed}>
        <Icon name={agreed === 'told' ? 'check' : 'clock'} size={16} />
        <View className="ll-ml-8">{agreed === 'told' ? told : noticeWords.tooSoon}</View>
      </View>
    );
  return (
    <View className="ll-remind" id={`remind-${kind}`} data-state={agreed ?? 'open'}>
      <Icon name="bell" className="ll-ink-2" />
      <View className="ll-grow ll-ml-8">
        <View>{question}</View>
        <View className="ll-cap">{agreed === 'no' ? noticeWords.notAgreed : note}</View>
      </View>
      <Button kind="soft" size="small" busy={ask.busy} onTap={() => ask.tap()} id={`remind-${kind}-ask`}>
        {noticeWords.remindAsk}
      </Button>
    </View>
  );
}
