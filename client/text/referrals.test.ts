import type { NeighbourView, ProgrammeView, RewardView } from '@rooms/referral/contract';
import {
  gainedText,
  invitedText,
  isEven,
  neighbourText,
  oneText,
  rewardFace,
  rewardFen,
  rewardText,
} from './referrals';

const nowMs = Date.UTC(2026, 10, 21, 4);
const DAY_MS = 86_400_000;

const all = { scope: { all: true }, group: 'a' } as const;
const coupon = (terms: Extract<RewardView, { form: 'coupon' }>['terms'], title = '邻居券'): RewardView => ({
  ...{ form: 'coupon', title, terms },
  days: 30,
});
const ten = coupon({ kind: 'fixed', minSpendFen: 4_000, offFen: 1_000, ...all });

describe('what one side gets', () => {
  test.each([
    [ten, '¥10 券', '满 40 减 10 券一张', 1_000],
    [coupon({ kind: 'fixed', minSpendFen: 0, offFen: 550, ...all }), '¥5.5 券', '无门槛，券一张', 550],
    [
      coupon({ kind: 'percentage', minSpendFen: 0, payRateBps: 8_800, capFen: 1_000, ...all }),
      ...(['8.8 折券', '最多减 ¥10，券一张', null] as const),
    ],
    [
      coupon({ kind: 'freight', scope: { all: true }, minSpendFen: 0, offFen: 500 }),
      ...(['¥5 运费券', '抵运费，券一张', 500] as const),
    ],
    [{ form: 'points', points: 1_200 }, '1,200 积分', '积分', null],
    [{ form: 'payout', fen: 500 }, '¥5 现金', '现金', 500],
  ] as const)('%j', (reward, text, one, fen) => {
    expect([rewardText(reward), oneText(reward), rewardFen(reward)]).toEqual([text, one, fen]);
    expect(rewardFace(reward).face.main).not.toBe('');
  });

  test('both the same only when sum and conditions are', () => {
    const programme = (inviteeReward: RewardView) => ({ inviterReward: ten, inviteeReward }) as ProgrammeView;
    expect(isEven(programme({ ...ten }))).toBe(true);
    expect(isEven(programme(coupon({ kind: 'fixed', minSpendFen: 5_000, offFen: 1_000, ...all })))).toBe(false);
  });
});

describe('what it brought so far', () => {
  const none = { coupons: 0, couponsFen: 0, points: 0, payoutFen: 0 };
  test.each([
    [none, '¥0'],
    [{ ...none, couponsFen: 2_000 }, '¥20'],
    [{ ...none, couponsFen: 1_000, payoutFen: 550 }, '¥15.5'],
    [{ ...none, points: 1_200 }, '1,200 分'],
  ])('%j', (gained, text) => expect(gainedText(gained)).toBe(text));
});

const neighbour: NeighbourView = {
  ...{ referralId: 'r', name: '周**', building: '3 号楼', step: 1, state: 'waiting', code: null },
  ...{ boundAtMs: nowMs, untilMs: nowMs + 30 * DAY_MS, orderState: null, receivedAtMs: null },
};

describe('how far a neighbour is', () => {
  test.each([
    ['took the card', {}, '收下了卡片，还没下单', '12 月 21 日前有效'],
    ['ordered', { step: 2, orderState: 'dispatched' }, '下单了，正在送', '还差收货'],
    ['received, on its way to both', { step: 3 }, '收到货了，正在发', ''],
    ['rewarded', { step: 3, state: 'rewarded', receivedAtMs: nowMs }, '收到货了，券已发给两位', '11 月 21 日'],
    ['looked at', { state: 'held' }, '店里要看一眼，您不用做什么', '店里在看'],
    ['refused', { state: 'refused', code: 'REFERRAL_SAME_HOUSEHOLD' }, '同一户人家互相请不算', '这次不算'],
    ['too late', { state: 'expired' }, '没在有效期里下单', '过期了'],
    ['all of it sent back', { state: 'revoked' }, '第一单整单退了，没用的收回了', '退了货'],
  ] as const)('%s', (_, more, text, aside) => {
    expect(neighbourText({ ...neighbour, ...more }, true, nowMs)).toEqual({
      ...{ text, aside },
      done: 'state' in more && more.state === 'rewarded',
    });
  });

  test('a deadline at midnight belongs to the day before it', () => {
    const midnight = Date.UTC(2026, 11, 20, 16);
    expect(neighbourText({ ...neighbour, untilMs: midnight }, true, nowMs).aside).toBe('12 月 20 日前有效');
  });
});

test('who was invited reads the same steps from the other side', () => {
  const invited = { inviterName: '桂姨', reward: ten, step: 2, state: 'waiting', code: null, untilMs: nowMs } as const;
  expect(invitedText(invited, nowMs)).toBe('下单了，收到货就发给两位');
  expect(invitedText({ ...invited, step: 3, state: 'rewarded' }, nowMs)).toBe('收到货了，已发给两位');
  expect(invitedText({ ...invited, state: 'refused', code: 'REFERRAL_NOT_PASSED' }, nowMs)).toBe('店里看过，这次不算');
});
