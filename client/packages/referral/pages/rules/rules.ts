import type { ProgrammeView } from '@rooms/referral/contract';
import { referralRuleWords as words } from '@/text/areas/referral-rules';
import { rewardFace, rewardText } from '@/text/referrals';
import { spanText } from '@/text/times';

export interface Rule {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The programme in sentences; every number in them is the programme's own. */
export function rulesOf(programme: ProgrammeView): readonly Rule[] {
  const { startsAtMs, endsAtMs, bindDays, mostPerDay, mostInAll, revokeDays } = programme;
  const heads = words.heads;
  return [
    { title: heads.what, lines: whatOf(programme) },
    { title: heads.steps, lines: [words.bind(bindDays), words.time(spanText(startsAtMs, endsAtMs))] },
    { title: heads.limits, lines: [words.limits(mostPerDay, mostInAll), words.level] },
    { title: heads.not, lines: [...words.nots, words.doubt] },
    { title: heads.back, lines: [words.back(revokeDays)] },
    { title: heads.none, lines: [words.none] },
  ];
}

function whatOf({ inviterReward, inviteeReward }: ProgrammeView): string[] {
  const use = [inviterReward, inviteeReward].flatMap((reward) =>
    reward.form === 'coupon' ? [words.use(reward.days)] : [],
  );
  return [words.you(full(inviterReward)), words.new(full(inviteeReward)), ...new Set(use), words.fixed];
}

/** With what it asks for: 「¥10 券（满 40 可用）」. */
function full(reward: ProgrammeView['inviterReward']): string {
  const text = rewardText(reward);
  return reward.form === 'coupon' ? `${text}（${rewardFace(reward).condition}）` : text;
}
