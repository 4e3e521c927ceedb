import type { FlyerView } from '@rooms/outreach/contract';
import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Chip } from '@/components/Chip';
import { Icon } from '@/components/Icon';
import { OfferTag } from '@/components/OfferTag';
import { Card } from '@/components/Section';
import { useTap } from '@/hooks/useTap';
import { staff } from '@/services/doors';
import { confirm, toast } from '@/services/toast';
import { staffWords } from '@/text/areas/staff';
import { dayText } from '@/text/times';
import { toastRefusal } from '@/text/trouble';
import { numberText } from './numberText';

type Place = NonNullable<FlyerView['place']>;
const places = Object.keys(staffWords.places) as Place[];

interface FlyerProps {
  flyer: FlyerView;
  onChanged: (flyer: FlyerView) => void;
}

/** One flyer in the hand: what it is, and what can still be done with it. */
export function FlyerCard({ flyer, onChanged }: FlyerProps) {
  const { batchTitle, batchSize, printedAtMs, state } = flyer;
  const over = state === 'retired' || state === 'expired';
  return (
    <Card id="flyer">
      <View className="ll-flex" data-state={state}>
        <Icon name="check-circle" size={24} className="ll-save" />
        <View className="ll-t3 ll-grow ll-ml-8">{staffWords.found(numberText(flyer))}</View>
        <OfferTag tone={state === 'active' ? 'save' : 'plain'}>{staffWords.standing[state]}</OfferTag>
      </View>
      <View className="ll-note ll-mt-4">{staffWords.batch(batchTitle, batchSize, dayText(printedAtMs))}</View>
      <View className="ll-divider" />
      {over ? <View className="ll-note">{staffWords.overNote}</View> : <Placing flyer={flyer} onChanged={onChanged} />}
    </Card>
  );
}

function Placing({ flyer, onChanged }: FlyerProps) {
  const [place, setPlace] = useState<Place | null>(flyer.place);
  const [note, setNote] = useState(flyer.note);
  const { scene } = flyer;
  const activate = useTap(async () => {
    if (!place) return;
    const reply = await staff.call('outreach.activateFlyer', { scene, place, note: note.trim() });
    if (!reply.ok) return toastRefusal(reply);
    toast(staffWords.activated);
    onChanged(reply.data);
  });
  return (
    <>
      <View className="ll-note ll-mb-8">{staffWords.placeTitle}</View>
      <View className="flyer-places">
        {places.map((one) => (
          <Chip key={one} on={one === place} onTap={() => setPlace(one)} id={`place-${one}`}>
            {staffWords.places[one]}
          </Chip>
        ))}
      </View>
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
          onInput={(event) => setNote(event.detail.value)}
        />
      </View>
      <View className="ll-cell">
        <View className="flyer-label">{staffWords.owner}</View>
        <View className="ll-grow">{flyer.promoterName ? staffWords.ownedBy(flyer.promoterName) : staffWords.mine}</View>
      </View>
      {flyer.state === 'active' && (
        <View className="ll-cell">
          <View className="flyer-label">{staffWords.brought}</View>
          <View className="ll-grow">{staffWords.broughtCount(flyer.scanned, flyer.claimed)}</View>
        </View>
      )}
      <View className="ll-mt-12">
        <Button
          size="big"
          block
          disabled={place === null}
          busy={activate.busy}
          onTap={() => activate.tap()}
          id="activate"
        >
          {place === null ? staffWords.placeMissing : wordOf(flyer)}
        </Button>
      </View>
      <Retire scene={scene} onChanged={onChanged} />
    </>
  );
}

const wordOf = ({ state }: FlyerView) => (state === 'active' ? staffWords.moveHere : staffWords.activate);

function Retire({ scene, onChanged }: { scene: string; onChanged: FlyerProps['onChanged'] }) {
  const retire = useTap(async () => {
    const agreed = await confirm({
      title: staffWords.retireTitle,
      content: staffWords.retireContent,
      yes: staffWords.retireYes,
      no: staffWords.retireNo,
    });
    if (!agreed) return;
    const reply = await staff.call('outreach.retireFlyer', { scene });
    if (!reply.ok) return toastRefusal(reply);
    toast(staffWords.retired);
    onChanged(reply.data);
  });
  return (
    <Button kind="text" block busy={retire.busy} onTap={() => retire.tap()} id="retire">
      {staffWords.retire}
    </Button>
  );
}
