import type { EventView, MySignUp } from '@rooms/event/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { OfferTag } from '@/components/OfferTag';
import { QrCode } from '@/components/QrCode';
import { Remind } from '@/components/Remind';
import { Card, Section } from '@/components/Section';
import { Sheet } from '@/components/Sheet';
import { Stepper } from '@/components/Stepper';
import { serverNowMs } from '@/services/clock';
import { eventWords } from '@/text/areas/event';
import { whenText } from '@/text/times';
import { useSignUp } from '../useSignUp';
import { shownCode } from '../when';
import '../index.scss';

interface MineProps {
  event: EventView;
  mine: MySignUp;
  onChanged: () => void;
}

/** What this household has: a seat and its code, a place in the line, or a seat that is kept for it. */
export function Mine({ event, mine, onChanged }: MineProps) {
  const { signUp, cancel, busy } = useSignUp(event.eventId, onChanged);
  if (mine.state === 'waiting') return <Waiting place={mine.place ?? 1} onLeave={cancel} />;
  if (mine.state === 'offered') return <Offered mine={mine} busy={busy} onTake={signUp} onDecline={cancel} />;
  if (mine.state === 'came') return <Came event={event} mine={mine} />;
  return <Going event={event} mine={mine} onSeats={signUp} onCancel={cancel} />;
}

interface GoingProps {
  event: EventView;
  mine: MySignUp;
  onSeats: (seats: number) => void;
  onCancel: () => void;
}

function Going({ event, mine, onSeats, onCancel }: GoingProps) {
  const [changing, setChanging] = useState(false);
  const [seats, setSeats] = useState(mine.seats);
  const most = Math.min(event.perHousehold, mine.seats + event.left);
  const save = () => {
    setChanging(false);
    if (seats !== mine.seats) onSeats(seats);
  };
  return (
    <Section title={eventWords.going} beside={<OfferTag tone="save">{eventWords.people(mine.seats)}</OfferTag>}>
      <Card className="event-mine" id="my-code">
        {mine.scanText && <QrCode text={mine.scanText} label={eventWords.codeLabel} id="event-qr" />}
        {mine.code && <View className="event-code">{shownCode(mine.code)}</View>}
        <View className="ll-cap ll-mt-4">{eventWords.showCode(event.contact)}</View>
        {event.state === 'open' && (
          <>
            <View className="ll-divider" />
            <Remind kind="event-soon" about={event.eventId} />
            <View className="event-ways">
              <View className="ll-link event-way" id="change-seats" onClick={() => setChanging(true)}>
                {eventWords.change}
              </View>
              <View className="ll-link event-way" id="cancel" onClick={onCancel}>
                {eventWords.cancel}
              </View>
            </View>
          </>
        )}
      </Card>
      <Sheet
        open={changing}
        onClose={() => setChanging(false)}
        title={eventWords.changeTitle}
        action={
          <Button size="big" block onTap={save} id="save-seats">
            {eventWords.save}
          </Button>
        }
      >
        <View className="ll-spread">
          <View>{eventWords.howMany}</View>
          <Stepper value={seats} max={most} onChange={setSeats} label={eventWords.howMany} id="new-seats" />
        </View>
      </Sheet>
    </Section>
  );
}

function Waiting({ place, onLeave }: { place: number; onLeave: () => void }) {
  return (
    <View className="event-line ll-mt-12" id="in-line">
      <View>{eventWords.waiting(place)}</View>
      <View className="ll-link" id="cancel" onClick={onLeave}>
        {eventWords.leave}
      </View>
    </View>
  );
}

interface OfferedProps {
  mine: MySignUp;
  busy: boolean;
  onTake: (seats: number) => void;
  onDecline: () => void;
}

function Offered({ mine, busy, onTake, onDecline }: OfferedProps) {
  return (
    <Card className="ll-mt-12" id="offered">
      <View className="ll-strong">{eventWords.offered(whenText(mine.untilMs ?? 0, serverNowMs()), mine.seats)}</View>
      <View className="ll-flex ll-mt-12">
        <Button kind="line" onTap={onDecline} id="cancel">
          {eventWords.decline}
        </Button>
        <View className="ll-grow ll-ml-8">
          <Button block busy={busy} onTap={() => onTake(mine.seats)} id="take">
            {eventWords.take}
          </Button>
        </View>
      </View>
    </Card>
  );
}

function Came({ event, mine }: { event: EventView; mine: MySignUp }) {
  return (
    <Card className="ll-mt-12" id="came">
      <View className="ll-flex">
        <Icon name="check-circle" size={24} className="ll-save" />
        <View className="ll-grow ll-ml-12">
          <View className="ll-strong">{eventWords.came(whenText(mine.cameAtMs ?? 0, serverNowMs()))}</View>
          {event.thanks && <View className="ll-cap">{eventWords.cameThanks}</View>}
        </View>
      </View>
    </Card>
  );
}
