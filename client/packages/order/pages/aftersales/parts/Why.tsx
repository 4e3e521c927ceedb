import { Image, View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { Chip } from '@/components/Chip';
import { Icon } from '@/components/Icon';
import { Card } from '@/components/Section';
import { Written } from '@/components/Written';
import { useTap } from '@/hooks/useTap';
import { afterSalesWords as words } from '@/text/areas/aftersales';
import type { Reason } from '../claim';
import { MOST_PICTURES, type Pictures, type Shot } from '../usePictures';

const reasons = Object.keys(words.reasons) as Reason[];

export interface WhyProps {
  reason: Reason | null;
  onReason: (reason: Reason) => void;
  pictures: Pictures;
  note: string;
  onNote: (note: string) => void;
}

/** What is wrong, in the resident's own words and pictures. */
export function Why({ reason, onReason, pictures, note, onNote }: WhyProps) {
  return (
    <Card title={words.why}>
      <View className="claim-reasons">
        {reasons.map((one) => (
          <Chip key={one} on={one === reason} onTap={() => onReason(one)} id={`reason-${one}`}>
            {words.reasons[one]}
          </Chip>
        ))}
      </View>
      <Shots pictures={pictures} />
      <View className="ll-cap ll-mt-8">{words.pictureHint[reason ?? 'broken']}</View>
      <View className="ll-mt-12">
        <Written id="note" value={note} most={200} hint={words.noteHint} onChange={onNote} />
      </View>
    </Card>
  );
}

function Shots({ pictures }: { pictures: Pictures }) {
  const add = useTap(pictures.add);
  const { shots } = pictures;
  return (
    <View className="claim-shots">
      {shots.map((shot) => (
        <OneShot key={shot.url} shot={shot} pictures={pictures} />
      ))}
      {shots.length < MOST_PICTURES && (
        <View className="claim-shot claim-shot--add" onClick={() => add.tap()} id="add-picture" {...a11y('button')}>
          <Icon name="camera" size={24} />
          <View className="ll-cap">{shots.length === 0 ? words.addFirst : words.addMore}</View>
        </View>
      )}
    </View>
  );
}

function OneShot({ shot, pictures }: { shot: Shot; pictures: Pictures }) {
  const word = { sending: words.sending, failed: words.sendAgain, sent: '' }[shot.state];
  return (
    <View className="claim-shot" data-state={shot.state} id="picture">
      <Image className="claim-shot__img" src={shot.url} mode="aspectFill" />
      {word && (
        <View className="claim-shot__word" onClick={() => shot.state === 'failed' && pictures.again(shot)}>
          {word}
        </View>
      )}
      <View
        className="claim-shot__out"
        onClick={() => pictures.remove(shot.url)}
        id="remove-picture"
        {...a11y('button', words.remove)}
      >
        <View className="claim-shot__cross">
          <Icon name="close" size={12} />
        </View>
      </View>
    </View>
  );
}
