import type { InvitedView } from '@rooms/referral/contract';
import { View } from '@tarojs/components';
import { Card } from '@/components/Section';
import { serverNowMs } from '@/services/clock';
import { referralWords as words } from '@/text/areas/referral';
import { invitedText, rewardText } from '@/text/referrals';
import { Way } from './Way';

/** One's own first order, for who came by somebody's card. */
export function Invited({ invited }: { invited: InvitedView }) {
  const { inviterName, reward, step, state } = invited;
  return (
    <Card id="invited">
      <View className="ll-t3">{words.invitedTitle(inviterName)}</View>
      <View className="ll-note ll-mt-4">{words.invitedReward(rewardText(reward))}</View>
      <View className="ll-cap ll-mt-4">{invitedText(invited, serverNowMs())}</View>
      <Way step={step} off={state === 'refused' || state === 'expired' || state === 'revoked'} />
    </Card>
  );
}
