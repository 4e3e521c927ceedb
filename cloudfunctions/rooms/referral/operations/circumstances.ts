import type { Quantities } from '../../../kernel/cell';
import type { Wallet } from '../../../kernel/wallet';
import type { Context } from '../../../platform/context';
import { peekWallet } from '../../../platform/holds/wallets';
import { activeStaff } from '../../../platform/staff';
import { type Resident, readResident } from '../../account';
import { leftOf } from '../domain/card';
import { type Contact, isSameHousehold } from '../domain/household';
import type { Programme } from '../domain/programme';
import type { BindRefusal } from '../domain/refusals';

/** The other one, as far as the rules ask. */
export interface Inviter {
  readonly residentId: string;
  readonly wallet: Wallet;
  readonly resident: Resident | null;
  readonly isStaff: boolean;
}

/** One round trip. */
export async function readInviter({ db }: Pick<Context, 'db'>, residentId: string): Promise<Inviter> {
  const [wallet, resident, staff] = await Promise.all([
    peekWallet(db, residentId),
    readResident(db, residentId),
    activeStaff(db, residentId),
  ]);
  return { residentId, wallet, resident, isStaff: staff !== null };
}

export interface Invitee {
  readonly residentId: string;
  readonly isStaff: boolean;
  readonly contacts: readonly Contact[];
}

export const contactsOf = (resident: Resident | null): Contact[] => Object.values(resident?.addresses ?? {});

/** Self, staff, household and the ring of two: what one look at both tells (rules.md section 4). */
export function refusalBetween(invitee: Invitee, inviter: Inviter): BindRefusal | null {
  if (invitee.residentId === inviter.residentId) return 'REFERRAL_SELF';
  if (invitee.isStaff || inviter.isStaff) return 'REFERRAL_STAFF';
  if (isSameHousehold(invitee.contacts, contactsOf(inviter.resident))) return 'REFERRAL_SAME_HOUSEHOLD';
  return inviterBefore(inviter.wallet) === invitee.residentId ? 'REFERRAL_RING' : null;
}

/** What the card's counters say; null: there is room. */
export function refusalByLimits(
  counters: Quantities,
  programme: Pick<Programme, 'mostPerDay'>,
  nowMs: number,
): BindRefusal | null {
  const left = leftOf(counters, programme, nowMs);
  if (left.inAll === 0) return 'REFERRAL_FULL';
  return left.today === 0 ? 'REFERRAL_DAY_FULL' : null;
}

/** Who invited this one, whatever came of it: of a ring that closed in one moment neither side counts. */
const inviterBefore = ({ referral }: Wallet): string | null => referral?.inviterId ?? null;

/** Rings of up to so many residents are found; a longer one takes as many real first orders as it has people. */
const LONGEST_RING = 6;

/** Whether the invitee has, step by step, invited the inviter. One round trip a step beyond the first. */
export async function isRing({ db }: Pick<Context, 'db'>, inviteeId: string, inviter: Inviter): Promise<boolean> {
  let before = inviterBefore(inviter.wallet);
  for (let people = 2; before !== null && people <= LONGEST_RING; people += 1) {
    if (before === inviteeId) return true;
    before = inviterBefore(await peekWallet(db, before));
  }
  return false;
}
