import type { EventView } from '@rooms/event/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { Card } from '@/components/Section';
import { Stepper } from '@/components/Stepper';
import { eventWords } from '@/text/areas/event';
import { useSignUp } from '../useSignUp';

interface SignUpProps {
  event: EventView;
  onChanged: () => void;
}

/** How many come; where it is full, the line. */
export function SignUp({ event, onChanged }: SignUpProps) {
  const { eventId, perHousehold, left, mine } = event;
  const [seats, setSeats] = useState(1);
  const { signUp, busy } = useSignUp(eventId, onChanged);
  return (
    <Card className="ll-mt-12" id="sign-up-card">
      {mine?.lapsed && <Notice icon="info">{eventWords.lapsed}</Notice>}
      <View className="ll-spread">
        <View>{eventWords.howMany}</View>
        <Stepper value={seats} max={perHousehold} onChange={setSeats} label={eventWords.howMany} id="seats" />
      </View>
      <View className="ll-mt-12">
        <Button size="big" block busy={busy} onTap={() => signUp(seats)} id="sign-up">
          {left >= seats ? eventWords.signUp : eventWords.join}
        </Button>
      </View>
      <View className="ll-cap ll-center ll-mt-8">{eventWords.free}</View>
    </Card>
  );
}
