import type { FlyerView } from '@rooms/outreach/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Chip } from '@/components/Chip';
import { Icon } from '@/components/Icon';
import { OfferTag } from '@/components/OfferTag';
import { Card } from '@/components/Section';
import { Stepper } from '@/components/Stepper';
import { useTap } from '@/hooks/useTap';
import { staff } from '@/services/doors';
import { confirm, toast } from '@/services/toast';
import { staffWords } from '@/text/areas/staff';
import { dayText } from '@/text/times';
import { toastRefusal } from '@/text/trouble';
import { Facts } from './Facts';
import { Give } from './Give';
import { numberText } from './numberText';
import { putUp } from './putUp';

type Place = NonNullable<FlyerView['place']>;
const places = Object.keys(staffWords.places) as Place[];

/** As many as the server puts up at once. */
const MOST_IN_ROW = 50;

export interface FlyerProps {
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
  const [inRow, setInRow] = useState(1);
  const { scene, number, batchSize } = flyer;
  const activate = useTap(async () => {
    if (!place) return;
    const reply = await putUp(flyer, { scene, place, note: note.trim(), inRow });
    if (!reply) return;
    if (!reply.ok) return toastRefusal(reply);
    toast(staffWords.activated);
    onChanged(reply.data);
  });
  const mostInRow = Math.min(MOST_IN_ROW, batchSize - number + 1);
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
      <Facts flyer={flyer} note={note} onNote={setNote} />
      {flyer.state === 'printed' && mostInRow > 1 && (
        <View className="ll-cell">
          <View className="ll-grow">
            <View>{staffWords.inRow}</View>
            <View className="ll-cap">
              {inRow > 1 ? staffWords.inRowNote(numberText({ number: number + inRow - 1 })) : staffWords.inRowOne}
            </View>
          </View>
          <Stepper value={inRow} max={mostInRow} onChange={setInRow} label={staffWords.inRow} id="in-row" />
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
      {flyer.state === 'active' && <Give flyer={flyer} onChanged={onChanged} />}
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
