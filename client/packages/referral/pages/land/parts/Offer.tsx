import type { ProgrammeView } from '@rooms/referral/contract';
import { View } from '@tarojs/components';
import { CouponCard } from '@/components/CouponCard';
import { referralWords as words } from '@/text/areas/referral';
import { isEven, rewardFace, rewardText } from '@/text/referrals';

interface OfferProps {
  programme: ProgrammeView;
  name: string;
  /** This resident cannot take it: it is shown, and promised to nobody here. */
  forOthers: boolean;
}

/** The ticket of what both get, or of what this neighbour gets with the other's in words. */
export function Offer({ programme, name, forOthers }: OfferProps) {
  const { inviteeReward, inviterReward } = programme;
  const even = isEven(programme);
  const both = inviteeReward.form === 'coupon' ? words.bothGet(name) : words.bothGetSome(name);
  const promised = even
    ? { name: both, info: [words.when] }
    : { name: words.youGet, info: [words.theyGet(name, rewardText(inviterReward)), words.when] };
  return (
    <View className="ll-mt-24">
      <CouponCard
        {...rewardFace(inviteeReward)}
        {...(forOthers ? { name: words.newGet, info: [words.newWhen] } : promised)}
        look={forOthers ? 'tier' : 'plain'}
        id="card-reward"
      />
    </View>
  );
}
