import { ok, type Result } from '../../../kernel/result';
import { isNewResident, type Wallet } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import { readWallet } from '../../../platform/holds/wallets';
import { type Campaign, campaignsByHead, orderChances, readHead, running, serviceWidenedUntilMs } from '../../campaign';
import { pointsOf, tierProgress } from '../../loyalty';
import type { SessionView } from '../contract';
import { drawOfChances, openChances, unclaimedPrizes, usableCoupons } from '../domain/belongings';
import { type Estate, estateView } from '../domain/estate';
import type { Resident } from '../domain/resident';
import { createResident, findEstate, findResident, findStaff } from '../store';

/** What other rooms tell the session, handed in where the rooms are put together (account may not know order). */
export interface SessionParts {
  cartCount(context: ResidentContext): Promise<number>;
}

/**
 * Who this is to the shop. The first call creates profile and wallet; ids come from the WeChat identity, so two first
 * calls at once make one resident. Two round trips when warm (one more for a newcomer).
 */
export async function session(context: ResidentContext, parts: SessionParts): Promise<Result<SessionView>> {
  const { db, residentId, nowMs } = context;
  const [wallet, found, head, staff, cartCount] = await Promise.all([
    readWallet(db, residentId),
    findResident(db, residentId),
    readHead(db),
    findStaff(db, residentId),
    parts.cartCount(context),
  ]);
  const [resident, campaigns, estate] = await Promise.all([
    found ?? createResident(db, residentId, nowMs),
    campaignsByHead(context, head),
    found?.estateId ? findEstate(db, found.estateId) : null,
  ]);
  const now = running(head, campaigns, nowMs);
  return ok(sessionView({ wallet, resident, estate, running: now, roles: staff?.roles ?? [], cartCount, nowMs }));
}

interface SessionFacts {
  readonly wallet: Wallet;
  readonly resident: Resident;
  readonly estate: Estate | null;
  readonly running: readonly Campaign[];
  readonly roles: readonly string[];
  readonly cartCount: number;
  readonly nowMs: number;
}

function sessionView({ wallet, resident, estate, running, roles, cartCount, nowMs }: SessionFacts): SessionView {
  const points = pointsOf(wallet, nowMs);
  return {
    residentId: resident._id,
    isNew: isNewResident(wallet),
    nickname: resident.nickname,
    estate: estate && estateView(estate, serviceWidenedUntilMs(running, estate._id)),
    tier: wallet.tier,
    spendablePoints: points.spendable,
    pendingPoints: points.pending,
    usableCoupons: usableCoupons(wallet, nowMs),
    openChances: openChances(wallet, nowMs),
    drawId: drawOfChances(wallet, nowMs) ?? orderChances(running, resident.estateId)[0]?.drawId ?? null,
    unclaimedPrizes: unclaimedPrizes(wallet, nowMs),
    cartCount,
    nextTier: tierProgress(wallet, nowMs),
    roles,
  };
}
