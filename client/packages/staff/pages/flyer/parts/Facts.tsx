import type { FlyerView } from '@rooms/outreach/contract';
import { Input, View } from '@tarojs/components';
import { staffWords } from '@/text/areas/staff';

interface FactsProps {
  flyer: FlyerView;
  note: string;
  onNote: (note: string) => void;
}

/** Whose estate it is, the words for its place, whose name it is on, and what it has brought. */
export function Facts({ flyer, note, onNote }: FactsProps) {
  return (
    <>
      <View className="ll-cell">
        <View className="flyer-label">{staffWords.estate}</View>
        <View className="ll-grow ll-ell">{flyer.estateName}</View>
      </View>
      <View className="ll-cell">
        <View className="flyer-label">{staffWords.where}</View>
        <Input
          id="flyer-note"
          className="ll-grow flyer-note"
          value={note}
          maxlength={60}
          placeholder={staffWords.whereHint}
          placeholderClass="flyer-hint"
          onInput={(event) => onNote(event.detail.value)}
        />
      </View>
      <View className="ll-cell">
        <View className="flyer-label">{staffWords.owner}</View>
        <View className="ll-grow">{flyer.promoterName ? staffWords.ownedBy(flyer.promoterName) : staffWords.mine}</View>
      </View>
      {flyer.state === 'active' && (
        <View className="ll-cell">
          <View className="flyer-label">{staffWords.brought}</View>
          <View className="ll-grow">
            <View>{staffWords.broughtCount(flyer.scanned, flyer.joined)}</View>
            <View className="ll-cap">{staffWords.broughtMore(flyer.claimed, flyer.paid)}</View>
          </View>
        </View>
      )}
    </>
  );
}
