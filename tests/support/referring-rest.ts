import type { Cell } from '../../cloudfunctions/kernel/cell';
import { MINUTE_MS } from '../../cloudfunctions/kernel/period';
import { opOfReward } from '../../cloudfunctions/kernel/reward';
import type { Wallet } from '../../cloudfunctions/kernel/wallet';
import type { EndedCoupon } from '../../cloudfunctions/rooms/coupon/domain/ended';
import type { Referral } from '../../cloudfunctions/rooms/referral/domain/referral';
import { BOTH_FEN, type Quarter } from './referring';
import { BUDGET, CAMPAIGN } from './shop';
import { calm } from './trouble';

/** Late requests run, then the timer runs as often as it takes: marks are swept after 2 minutes, reserves freed each 10. */
export async function atRest(q: Quarter): Promise<void> {
  calm(q);
  await q.db.playLate();
  for (let round = 0; round < 9; round += 1) {
    q.advance(4 * MINUTE_MS);
    await q.tick();
  }
}

const STANDING = new Set(['bound', 'held', 'rewarded']);
const FULL_FEN = 1_000_000;

/**
 * protocol-of-holds.md, "Always", for a programme of a coupon of ¥10 for both and a shop without offers: rewards due are
 * rewards there, budget and limits count exactly what stands, and nothing is provisional.
 */
export function expectSound(q: Quarter, mostInAll = 50): void {
  const referrals = q.referrals();
  const wallets = q.engine.dump<Wallet>('wallets');
  const cells = q.engine.dump<Cell>('cells');
  expect(cells.flatMap(({ _id, open }) => (open === 0 ? [] : [`${_id} ${open}`]))).toEqual([]);
  expect(referrals.filter(({ effectsDueAt }) => effectsDueAt !== undefined)).toEqual([]);
  const standing = referrals.filter(({ state }) => STANDING.has(state));
  expect(FULL_FEN - q.left(BUDGET, CAMPAIGN)).toBe(standing.length * BOTH_FEN);
  for (const cell of cells.filter(({ _id }) => _id.startsWith('card_'))) {
    const mine = standing.filter(({ cardId }) => `card_${cardId}` === cell._id);
    expect(cell.left.n).toBe(mostInAll - mine.length);
    for (const left of Object.values(cell.left)) expect(left).toBeGreaterThanOrEqual(0);
  }
  const bound = wallets.flatMap(({ referral }) => (referral ? [referral.referralId] : []));
  expect(referrals.map(({ _id }) => _id).filter((id) => bound.includes(id)).length).toBe(bound.length);
  expectRewards(referrals, wallets, q.engine.dump<EndedCoupon>('coupons'));
}

/** Each reward that was due is there once, revoked where its order went back; nothing else came from a card. */
function expectRewards(
  referrals: readonly Referral[],
  wallets: readonly Wallet[],
  ended: readonly EndedCoupon[],
): void {
  const due = referrals
    .filter(({ state }) => state === 'rewarded' || state === 'revoked')
    .flatMap(({ _id: causeId, inviteeId, inviterId, state }) => [
      `${opOfReward({ rule: 'referral-invitee', causeId, residentId: inviteeId, n: 1 })} ${state}`,
      `${opOfReward({ rule: 'referral-inviter', causeId, residentId: inviterId, n: 1 })} ${state}`,
    ]);
  const kept = wallets.flatMap(({ coupons }) => Object.entries(coupons));
  const over = ended.map(({ _id, coupon }) => [_id.split(':')[0] ?? '', coupon] as const);
  const given = [...kept, ...over]
    .filter(([, { source }]) => source === 'referral')
    .map(([couponId, { status }]) => `${couponId} ${status.state === 'revoked' ? 'revoked' : 'rewarded'}`);
  expect(given.sort()).toEqual(due.sort());
}
