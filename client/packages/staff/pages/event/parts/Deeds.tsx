import type { StaffEventView } from '@rooms/event/contract';
import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { Bar } from '@/components/Bar';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import { useTap } from '@/hooks/useTap';
import { staff } from '@/services/doors';
import { open } from '@/services/navigate';
import { toast } from '@/services/toast';
import { useSession } from '@/stores/session';
import { staffEventWords as words } from '@/text/areas/staff-events';
import { toastRefusal } from '@/text/trouble';
import { Problems } from './Problems';

interface DeedsProps {
  event: StaffEventView;
  onChanged: () => void;
}

const planners = ['operator', 'owner'];

/** Publish a draft; check in, change or call off what is open. */
export function Deeds({ event, onChanged }: DeedsProps) {
  const { eventId, state } = event;
  const mayPlan = useSession(({ me }) => me?.roles.some((role) => planners.includes(role)) ?? false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [calling, setCalling] = useState(false);
  const publish = useTap(async () => {
    const reply = await staff.act(`event.publish.${eventId}`, 'event.publish', { eventId });
    if (reply.ok) toast(words.published);
    else if (reply.code === 'EVENT_UNSOUND') setProblems((reply.detail as { problems: string[] }).problems);
    else toastRefusal(reply);
    onChanged();
  });
  if (state === 'over' || state === 'called-off') return null;
  return (
    <>
      <Problems problems={problems} />
      {state === 'draft' && <View className="ll-cap ll-mt-12">{words.publishNote}</View>}
      <Bar>
        {mayPlan && (
          <>
            <Button kind="line" size="big" onTap={() => setCalling(true)} id="call-off">
              {words.callOff}
            </Button>
            <View className="ll-ml-8">
              <Button kind="line" size="big" onTap={() => open('staffEventPlan', { id: eventId })} id="edit">
                {words.edit}
              </Button>
            </View>
          </>
        )}
        <View className="ll-grow ll-ml-8">
          {state === 'draft' ? (
            <Button size="big" block busy={publish.busy} onTap={() => publish.tap()} id="publish">
              {words.publish}
            </Button>
          ) : (
            <Button size="big" block onTap={() => open('staffCheckIn', { id: eventId })} id="to-check-in">
              {words.checkIn}
            </Button>
          )}
        </View>
      </Bar>
      <CallOff eventId={eventId} open={calling} onClose={() => setCalling(false)} onDone={onChanged} />
    </>
  );
}

interface CallOffProps {
  eventId: string;
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}

function CallOff({ eventId, open: isOpen, onClose, onDone }: CallOffProps) {
  const [why, setWhy] = useState('');
  const callOff = useTap(async () => {
    const reply = await staff.call('event.callOff', { eventId, why: why.trim() });
    if (reply.ok) toast(words.calledOff);
    else toastRefusal(reply);
    onClose();
    onDone();
  });
  return (
    <Sheet
      open={isOpen}
      onClose={onClose}
      title={words.callOffTitle}
      action={
        <Button
          size="big"
          block
          disabled={why.trim() === ''}
          busy={callOff.busy}
          onTap={() => callOff.tap()}
          id="call-off-yes"
        >
          {why.trim() === '' ? words.callOffWhy : words.callOffYes}
        </Button>
      }
    >
      <View className="ll-note">{words.callOffNote}</View>
      <View className="ll-card ll-mt-8">
        <Input
          id="why"
          value={why}
          maxlength={60}
          placeholder={words.callOffWhyHint}
          onInput={(event) => setWhy(event.detail.value)}
        />
      </View>
    </Sheet>
  );
}
