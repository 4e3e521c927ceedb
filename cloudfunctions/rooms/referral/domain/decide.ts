import type { EpochMs } from '../../../kernel/period';
import type { Doubt, FirstReceipt } from '../../../kernel/referral';
import { endEffects, revokeEffects, rewardEffects } from './effects';
import type { Programme } from './programme';
import { type Person, type Referral, type RefusedCode, receivedOrder } from './referral';
import { isOpen } from './states';

/** What one update writes; null: nothing is to be written, it is so already. */
export type Change = Partial<Omit<Referral, '_id' | 'rev'>> | null;

/** What was found at receipt, when phone and address are known for the first time. */
export interface Findings {
  /** As the order names them. */
  readonly invitee: Person;
  readonly refusal: RefusedCode | null;
  readonly doubt: Doubt | null;
}

/**
 * The first receipt. A held one stays held with its order, and staff decide over the reward; what is refused now gives back
 * what it took. A second order, or the same told again, changes nothing.
 */
export function afterReceipt(
  referral: Referral,
  receipt: FirstReceipt,
  { invitee, refusal, doubt }: Findings,
  programme: Programme,
  nowMs: EpochMs,
): Change {
  if (referral.order !== null || !isOpen(referral.state)) return null;
  const order = receivedOrder(receipt);
  const known = { order, invitee };
  if (refusal) return { ...known, ...ending(referral, programme, 'refused', refusal, nowMs) };
  if (doubt && !referral.doubts.includes(doubt) && referral.decided === null)
    return { ...known, state: 'held', doubts: [...referral.doubts, doubt], heldAtMs: referral.heldAtMs ?? nowMs };
  if (referral.state === 'held') return known;
  return { ...known, ...rewarding(referral, programme, nowMs) };
}

function rewarding(referral: Referral, programme: Programme, nowMs: EpochMs): NonNullable<Change> {
  const effects = rewardEffects(referral, programme, nowMs);
  return { state: 'rewarded', effects, effectsDueAt: nowMs, expireAt: undefined };
}

function ending(
  referral: Referral,
  programme: Programme,
  end: 'refused' | 'expired',
  code: RefusedCode | null,
  nowMs: EpochMs,
): NonNullable<Change> {
  const effects = endEffects(referral, programme, end, nowMs);
  return { state: end, code, effects, effectsDueAt: nowMs, expireAt: undefined };
}

/**
 * The order that it counts by went back whole within 7 days of its receipt. `later`: its receipt is still on its way, told by
 * the same order; or the rewards themselves are, and only a reward that has come can say whether it was used.
 */
export function afterRefund(
  referral: Referral,
  orderId: string,
  programme: Programme,
  nowMs: EpochMs,
): Change | 'later' {
  if (referral.order === null) return isOpen(referral.state) ? 'later' : null;
  if (referral.order.orderId !== orderId) return null;
  if (isOpen(referral.state)) return ending(referral, programme, 'refused', 'REFERRAL_ORDER_REFUNDED', nowMs);
  if (referral.state !== 'rewarded') return null;
  if (Object.values(referral.effects).some(({ done }) => !done)) return 'later';
  return { state: 'revoked', effects: revokeEffects(referral, programme, nowMs), effectsDueAt: nowMs };
}

export interface StaffWord {
  readonly by: string;
  readonly note: string;
  readonly nowMs: EpochMs;
}

/** Staff let it count: with its order received both are rewarded at once. Null: nothing is held. */
export function afterPass(referral: Referral, programme: Programme, { by, note, nowMs }: StaffWord): Change {
  if (referral.state !== 'held') return null;
  const decided = { by, note, atMs: nowMs };
  return referral.order === null ? { state: 'bound', decided } : { ...rewarding(referral, programme, nowMs), decided };
}

/** Null: it is not held, so there is nothing to refuse. */
export function afterNo(referral: Referral, programme: Programme, { by, note, nowMs }: StaffWord): Change {
  if (referral.state !== 'held') return null;
  const decided = { by, note, atMs: nowMs };
  return { ...ending(referral, programme, 'refused', 'REFERRAL_NOT_PASSED', nowMs), decided };
}

/** An order placed in time may be on its way for days: then time is asked again a day later. */
const ASK_AGAIN_MS = 86_400_000;

/** 30 days are over. Held with its order received, it waits for staff, however long. */
export function afterTime(referral: Referral, programme: Programme, hasOrder: boolean, nowMs: EpochMs): Change {
  if (!isOpen(referral.state) || referral.expireAt === undefined || nowMs < referral.expireAt) return null;
  if (hasOrder || referral.order !== null) return { expireAt: nowMs + ASK_AGAIN_MS };
  return ending(referral, programme, 'expired', null, nowMs);
}
