import type { MyCardView } from '@rooms/referral/contract';
import { Input, View } from '@tarojs/components';
import { Check, Switch } from '@/components/Check';
import { Card } from '@/components/Section';
import { referralWords as words } from '@/text/areas/referral';
import type { Dress } from '../dress';

interface CardFormProps {
  card: MyCardView;
  dress: Dress;
  onChange: (dress: Dress) => void;
}

export function CardForm({ card, dress, onChange }: CardFormProps) {
  return (
    <>
      <View className="ll-note ll-mt-4 ll-mb-12">{words.cardNote}</View>
      <Card title={words.cardName}>
        <Input
          id="card-name"
          className="card-name"
          value={dress.name}
          maxlength={8}
          placeholder={words.cardNameHint}
          placeholderClass="card-name__hint"
          onInput={(event) => onChange({ ...dress, name: event.detail.value })}
        />
        <View className="ll-cap ll-mt-4">{words.cardNameNote}</View>
      </Card>
      <Lines lines={card.programme.lines} dress={dress} onChange={onChange} />
      <Shown dress={dress} onChange={onChange} />
    </>
  );
}

type Chosen = Omit<CardFormProps, 'card'>;

function Lines({ lines, dress, onChange }: Chosen & { lines: MyCardView['programme']['lines'] }) {
  return (
    <Card title={words.cardLine}>
      {lines.map(({ lineId, text }) => {
        const choose = () => onChange({ ...dress, lineId });
        return (
          <View key={lineId} className="card-choice" onClick={choose} id={`line-${lineId}`}>
            <View className="ll-grow">{text}</View>
            <Check on={lineId === dress.lineId} label={text} onChange={choose} />
          </View>
        );
      })}
    </Card>
  );
}

const SHOWS = [
  { key: 'showsBuilding', text: words.showsBuilding, note: words.showsBuildingNote },
  { key: 'showsGoods', text: words.showsGoods, note: words.showsGoodsNote },
] as const;

function Shown({ dress, onChange }: Chosen) {
  return (
    <Card title={words.cardShows}>
      {SHOWS.map(({ key, text, note }) => (
        <View className="card-choice" key={key}>
          <View className="ll-grow">
            <View>{text}</View>
            <View className="ll-cap">{note}</View>
          </View>
          <Switch on={dress[key]} label={text} onChange={(on) => onChange({ ...dress, [key]: on })} id={key} />
        </View>
      ))}
    </Card>
  );
}
