import type { HeldReferralView, PersonView } from '@rooms/referral/contract';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { OfferTag } from '@/components/OfferTag';
import { Card } from '@/components/Section';
import { serverNowMs } from '@/services/clock';
import { staffReferralWords as words } from '@/text/areas/staff-referrals';
import { yuanText } from '@/text/money';
import { rewardText } from '@/text/referrals';
import { dayText, whenText } from '@/text/times';
import type { Verdict } from './DecideSheet';
import '../index.scss';

interface HeldCardProps {
  held: HeldReferralView;
  onDecide: (verdict: Verdict) => void;
}

/** Who invited whom, why that is doubtful, and what hangs on it. */
export function HeldCard({ held, onDecide }: HeldCardProps) {
  const { referralId, inviter, invitee, doubts, boundAtMs, untilMs, came, received } = held;
  const nowMs = serverNowMs();
  return (
    <Card className="ll-mb-12" id={`held-${referralId}`}>
      <Person role={words.inviter} person={inviter} />
      <Person role={words.invitee} person={invitee} />
      <View className="held-doubts">
        {doubts.map((doubt) => (
          <View className="held-doubt" key={doubt}>
            <OfferTag tone="danger">{words.doubts[doubt]}</OfferTag>
          </View>
        ))}
      </View>
      <View className="ll-note ll-mt-8">{words.bound(whenText(boundAtMs, nowMs), dayText(untilMs - 1))}</View>
      <View className="ll-note">{words.card(came, received)}</View>
      <Stake held={held} nowMs={nowMs} />
      <View className="held-acts">
        <Button block onTap={() => onDecide('pass')} id={`pass-${referralId}`}>
          {words.pass}
        </Button>
        <Button kind="line" block onTap={() => onDecide('refuse')} id={`refuse-${referralId}`}>
          {words.refuse}
        </Button>
      </View>
    </Card>
  );
}

function Person({ role, person: { estateName, building, name } }: { role: string; person: PersonView }) {
  return (
    <View className="ll-flex">
      <View className="ll-cap held-role">{role}</View>
      <View className="ll-grow ll-strong ll-ell">{words.person(estateName, building, name)}</View>
    </View>
  );
}

function Stake({ held, nowMs }: { held: HeldReferralView; nowMs: number }) {
  const { order, inviterReward, inviteeReward } = held;
  return (
    <View className="held-stake">
      <View className="ll-note">
        {order
          ? words.order(order.number, yuanText(order.paidFen), whenText(order.receivedAtMs, nowMs))
          : words.noOrder}
      </View>
      <View className="ll-note">{words.rewards(rewardText(inviterReward), rewardText(inviteeReward))}</View>
      {order && <View className="ll-note ll-honey">{words.rewardsNow}</View>}
    </View>
  );
}
