import type { PosterView } from '@rooms/referral/contract';
import { referralWords as words } from '@/text/areas/referral';
import { isEven, rewardFace, rewardText } from '@/text/referrals';
import { clockOfMinute, dayText } from '@/text/times';
import { codeUrl } from '../../codeUrl';

/** All words and the code of a poster. */
export interface PosterFace {
  readonly head: readonly string[];
  readonly hours: string;
  readonly recommends: string;
  readonly first: string;
  /** Before, the reward itself, after. */
  readonly reward: readonly [string, string, string];
  /** What it asks for, and until when cards bind; on one line where there is room. */
  readonly terms: readonly string[];
  readonly scanMe: string;
  /** Address of the mini-program code's picture. */
  readonly code: string;
}

export function posterFace({ face, programme, code }: PosterView): PosterFace {
  const { inviteeReward, shopName, opensAtMinute, closesAtMinute, endsAtMs } = programme;
  const [before = '', after = ''] = isEven(programme) ? words.posterBoth : words.posterYou;
  const { condition } = rewardFace(inviteeReward);
  return {
    head: words.posterHead,
    hours: words.posterHours(shopName, clockOfMinute(opensAtMinute), clockOfMinute(closesAtMinute)),
    recommends: words.recommends(face.name),
    first: words.posterFirst,
    reward: [before, rewardText(inviteeReward), after],
    terms: [...(inviteeReward.form === 'coupon' ? [condition] : []), words.valid(dayText(endsAtMs - 1))],
    scanMe: words.scanMe,
    code: codeUrl(code),
  };
}
