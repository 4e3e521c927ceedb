import type { Fate } from '../../../../tests/support/engine-db';
import { aQuarter, type Quarter } from '../../../../tests/support/referring';
import { atRest, expectSound } from '../../../../tests/support/referring-rest';
import { treeSeed } from '../../../../tests/support/tree-seed';
import { seededRandom } from '../../../../tests/support/world';
import { MINUTE_MS } from '../../../kernel/period';
import { REFERRAL_RECEIVED, REFERRAL_REFUNDED } from '../../../kernel/referral';
import { emptyWallet, type Wallet } from '../../../kernel/wallet';
import type { Random } from '../../../platform/context';
import type { Effect } from '../../../platform/effects';
import type { Referral } from '../domain/referral';

type Act = () => Promise<unknown>;

const FATES: readonly Fate[] = ['lose', 'drop', 'late'];

/** Each act up to twice at once, while requests are lost, dropped and late. */
async function troubled(q: Quarter, random: Random, acts: readonly Act[]): Promise<void> {
  const percent = random.below(25);
  q.db.decide = () => (random.below(100) < percent ? (FATES[random.below(3)] ?? 'answer') : 'answer');
  const now = [...acts, ...acts].filter(() => random.below(3) > 0);
  // An outbox that throws is run again: so is an act.
  await Promise.all(now.map((act) => act().catch(() => undefined)));
  if (random.below(2) === 0) await q.db.playLate();
  if (random.below(4) === 0) q.advance(3 * MINUTE_MS);
  if (random.below(20) === 0) await q.tick().catch(() => undefined);
  q.db.decide = () => 'answer';
  for (const act of acts) await act();
}

/** What the outbox of an order does with one of its effects. */
function tells(q: Quarter, referral: Referral, kind: string, data: object): Act {
  const effect: Effect = { kind, target: referral._id, op: 'told', at: q.nowMs, done: false, data: data as never };
  return async () => {
    const facts = { causeId: 'order', residentId: referral.inviteeId, op: 'told', nowMs: q.nowMs };
    await q.assembly.carriers[kind]?.(q.context(), effect, facts);
  };
}

const walletOf = async (q: Quarter, name: string): Promise<Wallet> =>
  (await q.engine.get<Wallet>('wallets', q.residentId(name))) ?? emptyWallet('');

/**
 * Two or three of these at once: B and C open A's card, C opens B's, D opens A's on A's phone, A opens B's. Then the first orders
 * of those who are bound are received, some go back whole, and staff decide over what is held.
 */
async function schedule(q: Quarter, random: Random, tag: string): Promise<void> {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((letter) => `${tag}${letter}`) as [string, string, string, string];
  for (const name of [a, b, c, d]) q.moveIn(name);
  const [ofA, ofB] = [await q.cardOf(a), await q.cardOf(b)];
  const all: readonly (readonly [string, string, string])[] = [
    [b, ofA, b],
    [c, ofA, c],
    [c, ofB, c],
    [d, ofA, a],
    [a, ofB, a],
  ];
  const opened = all.filter(() => random.below(2) === 0);
  const told = new Map<string, string>();
  await troubled(
    q,
    random,
    opened.map(([name, scene, device]): Act => {
      const key = q.key();
      return async () => {
        const reply = await q.bind(name, scene, { device, key });
        if (!reply.ok) return;
        const said = JSON.stringify(reply.data);
        expect(told.get(key) ?? said).toBe(said);
        told.set(key, said);
      };
    }),
  );
  await received(q, random, [b, c, d, a]);
}

async function received(q: Quarter, random: Random, names: readonly string[]): Promise<void> {
  q.asStaff('kefu', ['support']);
  const acts: Act[] = [];
  for (const name of names) {
    const { referral: bound } = await walletOf(q, name);
    if (!bound) continue;
    const found = await q.engine.get<Referral>('referrals', bound.referralId);
    const referral = found ?? ({ _id: bound.referralId, inviteeId: q.residentId(name) } as Referral);
    const orderId = `o_${name}`;
    const home = { estateId: 'e', estateName: '云栖苑', building: '2', room: name, contactName: name, phone: name };
    const receipt = { orderId, number: '1', residentId: referral.inviteeId, placedAtMs: q.nowMs, paidFen: 1 };
    acts.push(tells(q, referral, REFERRAL_RECEIVED, { ...receipt, receivedAtMs: q.nowMs, address: home }));
    if (random.below(3) === 0) acts.push(tells(q, referral, REFERRAL_REFUNDED, { orderId }));
    const operation = random.below(2) === 0 ? 'referral.pass' : 'referral.refuse';
    acts.push(() => q.staffCall('kefu', operation, { referralId: referral._id, note: '看过了' }));
  }
  await troubled(q, random, acts);
}

/** Schedules of one quarter: they share its budget and its timer, and nothing else. */
const TOGETHER = 25;

async function quarter(seed: number, seen: Map<string, number>): Promise<void> {
  const random = seededRandom(seed);
  const q = await aQuarter({ offers: [], seed });
  for (let n = 0; n < TOGETHER; n += 1) await schedule(q, random, `n${n}`);
  await atRest(q);
  expectSound(q);
  for (const { state } of q.referrals()) seen.set(state, (seen.get(state) ?? 0) + 1);
}

const SCHEDULES = Number(process.env.LINLI_SCHEDULES ?? 2_000);
const SEED = treeSeed();

test(`${SCHEDULES} random schedules from LINLI_SEED=${SEED}: rewards given are rewards due, once, and budget and limits count what stands`, async () => {
  const seen = new Map<string, number>();
  for (let seed = SEED; seed < SEED + SCHEDULES / TOGETHER; seed += 1) {
    try {
      await quarter(seed, seen);
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }
  for (const state of ['rewarded', 'refused', 'revoked'])
    expect([state, (seen.get(state) ?? 0) > SCHEDULES / 20]).toEqual([state, true]);
}, 600_000);
