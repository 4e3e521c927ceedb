import type { Doubt, FirstReceipt, WholeRefund } from '../../../kernel/referral';
import type { Context } from '../../../platform/context';
import type { Carrier } from '../../../platform/effects';
import { peekWallet } from '../../../platform/holds/wallets';
import { activeStaff } from '../../../platform/staff';
import { maskName } from '../../account';
import { hasReceivedBefore } from '../../order';
import { afterReceipt, afterRefund, type Findings } from '../domain/decide';
import { homeIdOf } from '../domain/household';
import type { Referral } from '../domain/referral';
import type { BindRefusal } from '../domain/refusals';
import { isOpen } from '../domain/states';
import { findReferral, othersAtHome } from '../store';
import { carryOutReferral, changeReferral } from './change';
import { isRing, readInviter, refusalBetween } from './circumstances';
import { keepReferral } from './keep';
import { programmeById } from './programmes';

/**
 * The first order of an invited neighbour was received: told by the order, any number of times. Phone and home are known now,
 * so the rules are asked again; then both are rewarded, or staff look first, or it counts for nothing.
 */
export const onReceived: Carrier = async (context, { target, data }) => {
  const receipt = data as unknown as FirstReceipt;
  const referral = await referralOf(context, target, receipt.residentId);
  if (!referral) return 'done';
  if (referral.order !== null || !isOpen(referral.state)) return carried(context, referral);
  const [programme, findings] = await Promise.all([
    programmeById(context, referral.programmeId),
    look(context, referral, receipt),
  ]);
  const { referral: now } = await changeReferral(context, referral, (as) =>
    afterReceipt(as, receipt, findings, programme, context.nowMs),
  );
  return carried(context, now);
};

/** The order went back whole: told by the order as well. What was not used of the rewards is revoked. */
export const onRefunded: Carrier = async (context, { target, data }, { residentId }) => {
  const { orderId } = data as unknown as WholeRefund;
  const referral = await referralOf(context, target, residentId);
  if (!referral) return 'done';
  const programme = await programmeById(context, referral.programmeId);
  let isLater = false;
  const { referral: now } = await changeReferral(context, referral, (as) => {
    const change = afterRefund(as, orderId, programme, context.nowMs);
    isLater = change === 'later';
    return change === 'later' ? null : change;
  });
  return isLater ? 'later' : carried(context, now);
};

/** What the referral owes has its own outbox: the order's part is done when the referral has written it down. */
async function carried(context: Context, referral: Referral): Promise<'done'> {
  await carryOutReferral(context, referral);
  return 'done';
}

/** The document, made from the wallet where its insertion was lost; null: there never was such a binding. */
async function referralOf(context: Context, referralId: string, inviteeId: string): Promise<Referral | null> {
  const found = await findReferral(context.db, referralId);
  if (found) return found;
  const { referral: bound } = await peekWallet(context.db, inviteeId);
  return bound?.referralId === referralId ? keepReferral(context, inviteeId, bound) : null;
}

/** Third and later of one home (rules.md section 4: same address thrice). */
const OTHERS_AT_HOME = 2;

async function look(context: Context, referral: Referral, receipt: FirstReceipt): Promise<Findings> {
  const { db, nowMs } = context;
  const { inviteeId, inviterId, _id } = referral;
  const [inviter, staff, isLaterOrder, others] = await Promise.all([
    readInviter(context, inviterId),
    activeStaff(db, inviteeId),
    hasReceivedBefore(context, inviteeId, { ...receipt, referralId: _id }),
    othersAtHome(db, homeIdOf(receipt.address), _id, nowMs),
  ]);
  const invitee = { residentId: inviteeId, isStaff: staff !== null, contacts: [receipt.address] };
  const doubt: Doubt | null = others >= OTHERS_AT_HOME ? 'ADDRESS_THRICE' : null;
  const { estateName, building, contactName } = receipt.address;
  const person = { name: maskName(contactName), estateName, building };
  const found = (refusal: BindRefusal | null): Findings => ({ invitee: person, refusal, doubt });
  if (isLaterOrder) return found('REFERRAL_NOT_NEW');
  const between = refusalBetween(invitee, inviter);
  if (between) return found(between);
  return found((await isRing(context, inviteeId, inviter)) ? 'REFERRAL_RING' : null);
}
