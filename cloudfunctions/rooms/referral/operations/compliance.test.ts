import { aProgramme, aQuarter, ten } from '../../../../tests/support/referring';
import { aShop, CAMPAIGN } from '../../../../tests/support/shop';
import { REWARD_RULES } from '../../../kernel/reward';
import { type ProgrammeDraft, publishProgramme } from '..';
import { referralContract } from '../contract';

const DAY_MS = 86_400_000;

async function refused(over: object): Promise<readonly string[]> {
  const shop = await aShop({ templates: [ten()] });
  const draft = { ...aProgramme(), ...over } as ProgrammeDraft;
  const reply = await publishProgramme(shop.context(), draft);
  if (reply.ok) return [];
  const { problems } = reply.detail as { problems: readonly { code: string; at: string }[] };
  return problems.map(({ code, at }) => `${code} ${at}`);
}

describe('what no programme may be (compliance.md)', () => {
  test('as in the pictures it may be published, and publishing it again changes nothing', async () => {
    const shop = await aShop({ templates: [ten()] });
    const [one, two] = [
      await publishProgramme(shop.context(), aProgramme()),
      await publishProgramme(shop.context(), aProgramme()),
    ];
    expect(one).toEqual(two);
    expect(one).toMatchObject({ ok: true, data: { _id: `${CAMPAIGN}_r1`, inviterReward: { promise: { days: 30 } } } });
  });

  test('inviting for draw chances, or for anything else that is uncertain', async () => {
    const chances = { form: 'chances', drawId: 'wheel', chances: 1 };
    expect(await refused({ inviterReward: chances })).toEqual(['REWARD_NOT_FIXED inviterReward']);
    expect(await refused({ inviteeReward: chances })).toEqual(['REWARD_NOT_FIXED inviteeReward']);
    expect(await refused({ inviterReward: { form: 'random', mostFen: 1_000 } })).toEqual([
      'REWARD_NOT_FIXED inviterReward',
    ]);
  });

  test('a second level', async () => {
    expect(await refused({ levels: 2 })).toEqual(['MORE_THAN_ONE_LEVEL levels']);
  });

  test('cash without the recorded word of counsel: who, when and its reference', async () => {
    const cash = { inviterReward: { form: 'payout', fen: 500 }, inviteeReward: { form: 'payout', fen: 500 } };
    const missing = ['CASH_WITHOUT_APPROVAL inviterReward', 'CASH_WITHOUT_APPROVAL inviteeReward'];
    expect(await refused(cash)).toEqual(missing);
    expect(await refused({ ...cash, approval: { by: '', atMs: 1, reference: 'L-1' } })).toEqual(missing);
    expect(await refused({ ...cash, approval: { by: '陈律师', atMs: 1, reference: ' ' } })).toEqual(missing);
    expect(await refused({ ...cash, approval: { by: '陈律师', atMs: 1, reference: 'L-1' } })).toEqual([]);
  });

  test('rewards below 1 fen or above ¥50, coupons that are not for cards, words that ask to share', async () => {
    expect(await refused({ inviterReward: { form: 'points', points: 0 } })).toEqual(['REWARD_TOO_SMALL inviterReward']);
    expect(await refused({ inviterReward: { form: 'points', points: 5_001 } })).toEqual([
      'REWARD_TOO_LARGE inviterReward',
    ]);
    expect(await refused({ inviterReward: { form: 'points', points: 5_000 } })).toEqual([]);
    expect(await refused({ inviterReward: { form: 'coupon', templateId: 'nobody' } })).toEqual([
      'COUPON_UNKNOWN inviterReward',
    ]);
    const lines = [{ lineId: 'a', text: '转发到群里，人人有份' }];
    expect(await refused({ lines })).toEqual(['LINE_ASKS_TO_SHARE lines.0']);
  });

  test('more than 20 a day or 200 in all, more than 92 days, a time outside its campaign', async () => {
    expect(await refused({ mostPerDay: 21 })).toEqual(['LIMIT mostPerDay']);
    expect(await refused({ mostInAll: 201 })).toEqual(['LIMIT mostInAll']);
    expect(await refused({ endsAtMs: aProgramme().endsAtMs + 2 * DAY_MS })).toEqual(['OUTSIDE_CAMPAIGN endsAtMs']);
    expect(await refused({ endsAtMs: aProgramme().startsAtMs + 93 * DAY_MS })).toEqual([
      'OUTSIDE_CAMPAIGN endsAtMs',
      'TOO_LONG endsAtMs',
    ]);
  });
});

test('no reward has sharing, a visit or joining a group for its cause', () => {
  for (const rule of REWARD_RULES) expect(rule).not.toMatch(/shar|visit|join|group|forward/);
});

test('no operation of a resident claims a reward for an invitation: it comes by itself or not at all', () => {
  expect(Object.keys(referralContract).filter((name) => /claim|share|reward/.test(name))).toEqual([]);
});

test('sharing, opening and looking, by as many as like, brings nobody anything', async () => {
  const q = await aQuarter();
  for (const name of ['gui', 'ann', 'li']) q.moveIn(name);
  const scene = await q.cardOf('gui');
  await q.call('gui', 'referral.poster', {});
  await q.call('gui', 'referral.liveCard', {});
  for (const name of ['ann', 'li']) for (let n = 0; n < 5; n += 1) await q.landed(name, scene);
  await q.tick();
  for (const name of ['gui', 'ann', 'li']) {
    const { coupons, lots, chances, prizes } = q.wallet(name);
    expect({ ...coupons, ...lots, ...chances, ...prizes }).toEqual({});
  }
  expect(q.referrals()).toEqual([]);
});
