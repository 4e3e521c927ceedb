import type { ProgrammeView } from '@rooms/referral/contract';
import { referralWords as words } from '@/text/areas/referral';
import { rewardFace, rewardText } from '@/text/referrals';
import { spanText } from '@/text/times';

export interface Rule {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The programme in sentences; every number in them is the programme's own. */
export function rulesOf(programme: ProgrammeView): readonly Rule[] {
  const { startsAtMs, endsAtMs, bindDays, mostPerDay, mostInAll, revokeDays } = programme;
  const heads = words.ruleHeads;
  return [
    { title: heads.what, lines: whatOf(programme) },
    { title: heads.steps, lines: [words.ruleBind(bindDays), words.ruleTime(spanText(startsAtMs, endsAtMs))] },
    { title: heads.limits, lines: [words.ruleLimits(mostPerDay, mostInAll), words.ruleLevel] },
    { title: heads.not, lines: [...words.ruleNots, words.ruleDoubt] },
    { title: heads.back, lines: [words.ruleBack(revokeDays)] },
    { title: heads.none, lines: [words.ruleNone] },
  ];
}

function whatOf({ inviterReward, inviteeReward }: ProgrammeView): string[] {
  const use = [inviterReward, inviteeReward].flatMap((reward) =>
    reward.form === 'coupon' ? [words.ruleUse(reward.days)] : [],
  );
  return [words.ruleYou(full(inviterReward)), words.ruleNew(full(inviteeReward)), ...new Set(use), words.ruleFixed];
}

/** With what it asks for: 「¥10 券（满 40 可用）」. */
function full(reward: ProgrammeView['inviterReward']): string {
  const text = rewardText(reward);
  return reward.form === 'coupon' ? `${text}（${rewardFace(reward).condition}）` : text;
}
