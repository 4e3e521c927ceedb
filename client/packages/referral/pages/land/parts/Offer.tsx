import type { ProgrammeView } from '@rooms/referral/contract';
import { View } from '@tarojs/components';
import { CouponCard } from '@/components/CouponCard';
import { referralWords as words } from '@/text/areas/referral';
import { isEven, rewardFace, rewardText } from '@/text/referrals';

/** The ticket of what both get, or of what this neighbour gets with the other's in words. */
export function Offer({ programme, name }: { programme: ProgrammeView; name: string }) {
  const { inviteeReward, inviterReward } = programme;
  const even = isEven(programme);
  const both = inviteeReward.form === 'coupon' ? words.bothGet(name) : words.bothGetSome(name);
  return (
    <View className="ll-mt-24">
      <CouponCard
        {...rewardFace(inviteeReward)}
        name={even ? both : words.youGet}
        info={even ? [words.when] : [words.theyGet(name, rewardText(inviterReward)), words.when]}
        look="plain"
        id="card-reward"
      />
    </View>
  );
}
