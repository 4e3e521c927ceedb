import { DAY_MS } from '../../../kernel/period';
import { mayGive } from '../../../kernel/reward';
import { costFen, MOST_PER_DAY, type Programme, type ProgrammeReward } from './programme';

/** Why a programme may not go live: a code for the operator's words, and where. */
export interface ProgrammeProblem {
  readonly code:
    | 'OUTSIDE_CAMPAIGN'
    | 'TOO_LONG'
    | 'REWARD_NOT_FIXED'
    | 'REWARD_TOO_SMALL'
    | 'REWARD_TOO_LARGE'
    | 'COUPON_UNKNOWN'
    | 'CASH_WITHOUT_APPROVAL'
    | 'MORE_THAN_ONE_LEVEL'
    | 'LIMIT'
    | 'NO_LINE'
    | 'LINE_ASKS_TO_SHARE'
    | 'OPENING_HOURS';
  readonly at: string;
}

/** A quarter: the limits of a card keep every mark, so 92 days × 20 stay one small document. */
const LONGEST_DAYS = 92;
const MOST_IN_ALL = 200;
/** ¥50: a reward for a first order; above it, inviting would pay better than buying. */
const LARGEST_REWARD_FEN = 5_000;

/** Words of induced sharing (WeChat operating rules 5.1): no card may say them in a resident's name. */
const ASKS_TO_SHARE = /转发|分享|群发|朋友圈|集赞|助力|砍价|抽奖|必得|红包/;

/** A reward as a draft may have it: the operator's file is not trusted to hold only what the type allows. */
interface DraftReward {
  readonly form: string;
}

/** Everything wrong with it, so that the operator mends it in one go; an empty list: it may be published. */
export function problemsOfProgramme(
  programme: Programme,
  campaign: { readonly startsAtMs: number; readonly endsAtMs: number },
): ProgrammeProblem[] {
  return [
    ...problemsOfTime(programme, campaign),
    ...problemsOfReward(programme, 'inviterReward'),
    ...problemsOfReward(programme, 'inviteeReward'),
    ...problemsOfLimits(programme),
    ...problemsOfWords(programme),
  ];
}

function problemsOfTime(
  { startsAtMs, endsAtMs }: Programme,
  campaign: { readonly startsAtMs: number; readonly endsAtMs: number },
): ProgrammeProblem[] {
  const isInside = campaign.startsAtMs <= startsAtMs && startsAtMs < endsAtMs && endsAtMs <= campaign.endsAtMs;
  return [
    ...(isInside ? [] : [{ code: 'OUTSIDE_CAMPAIGN', at: 'endsAtMs' } as const]),
    ...(endsAtMs - startsAtMs > LONGEST_DAYS * DAY_MS ? [{ code: 'TOO_LONG', at: 'endsAtMs' } as const] : []),
  ];
}

const FIXED_FORMS: readonly string[] = ['coupon', 'points', 'payout'] satisfies ProgrammeReward['form'][];

/** Inviting for chances, or for anything uncertain, is the violation that WeChat's notice of December 2020 names. */
function problemsOfReward(programme: Programme, side: 'inviterReward' | 'inviteeReward'): ProgrammeProblem[] {
  const reward = programme[side];
  const { form }: DraftReward = reward;
  const rule = side === 'inviterReward' ? 'referral-inviter' : 'referral-invitee';
  if (!FIXED_FORMS.includes(form) || !mayGive(rule, reward.form)) return [{ code: 'REWARD_NOT_FIXED', at: side }];
  const fen = costFen(reward);
  const found: ProgrammeProblem[] = [];
  if (!Number.isSafeInteger(fen) || fen < 1) found.push({ code: 'REWARD_TOO_SMALL', at: side });
  if (fen > LARGEST_REWARD_FEN) found.push({ code: 'REWARD_TOO_LARGE', at: side });
  if (reward.form === 'payout' && !isApproved(programme)) found.push({ code: 'CASH_WITHOUT_APPROVAL', at: side });
  return found;
}

const isApproved = ({ approval }: Programme): boolean =>
  approval !== null && approval.by.trim() !== '' && approval.reference.trim() !== '' && approval.atMs > 0;

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;

function problemsOfLimits({ mostPerDay, mostInAll, levels }: Programme): ProgrammeProblem[] {
  return [
    ...(levels === 1 ? [] : [{ code: 'MORE_THAN_ONE_LEVEL', at: 'levels' } as const]),
    ...(isWhole(mostPerDay, 1, MOST_PER_DAY) ? [] : [{ code: 'LIMIT', at: 'mostPerDay' } as const]),
    ...(isWhole(mostInAll, 1, MOST_IN_ALL) ? [] : [{ code: 'LIMIT', at: 'mostInAll' } as const]),
  ];
}

function problemsOfWords({ lines, opensAtMinute, closesAtMinute }: Programme): ProgrammeProblem[] {
  const isOpen =
    isWhole(opensAtMinute, 0, 1_439) && isWhole(closesAtMinute, 1, 1_440) && opensAtMinute < closesAtMinute;
  const isTwice = new Set(lines.map(({ lineId }) => lineId)).size < lines.length;
  return [
    ...(lines.length === 0 || isTwice ? [{ code: 'NO_LINE', at: 'lines' } as const] : []),
    ...lines.flatMap(({ text }, index): ProgrammeProblem[] =>
      ASKS_TO_SHARE.test(text) ? [{ code: 'LINE_ASKS_TO_SHARE', at: `lines.${index}` }] : [],
    ),
    ...(isOpen ? [] : [{ code: 'OPENING_HOURS', at: 'opensAtMinute' } as const]),
  ];
}
