import type { CardLandingView } from '@rooms/referral/contract';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { useTap } from '@/hooks/useTap';
import { serverNowMs } from '@/services/clock';
import { deviceId } from '@/services/device';
import { resident } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { toast } from '@/services/toast';
import { referralWords as words } from '@/text/areas/referral';
import { sayingOf } from '@/text/codes';
import { dayText } from '@/text/times';
import { toastRefusal } from '@/text/trouble';
import type { LandingProps } from './Landing';

/** The one button: takes the card and goes in. Who cannot take it goes in all the same, and is told why in calm words. */
export function Take({ landing: { standing, programme }, scene, onChanged }: LandingProps) {
  const take = useTap(async () => {
    const reply = await resident.act(`card.${scene}`, 'referral.bind', { scene, deviceId: deviceId() });
    if (reply.ok) {
      toast(words.taken);
      openTab('home');
      return;
    }
    toastRefusal(reply);
    await onChanged();
  });
  const isOpen = standing.state === 'open';
  return (
    <>
      <View className="ll-mt-16">
        <Button
          size="big"
          block
          busy={take.busy}
          onTap={isOpen ? () => take.tap() : () => openTab('home')}
          id={isOpen ? 'take-card' : 'enter-shop'}
        >
          {isOpen ? words.take : words.enter}
        </Button>
      </View>
      <View className="ll-center ll-cap ll-mt-8" id="card-note">
        {noteOf(standing, programme.bindDays)}
      </View>
    </>
  );
}

function noteOf(standing: CardLandingView['standing'], bindDays: number): string {
  switch (standing.state) {
    case 'open':
      return words.note.open(bindDays);
    case 'bound':
      return standing.ordered ? words.note.ordered : words.note.bound(dayText(standing.untilMs - 1));
    case 'held':
    case 'done':
      return words.note[standing.state];
    case 'cannot': {
      const { title, note } = sayingOf(standing.code, null, serverNowMs());
      return `${title}。${note}`;
    }
  }
}
