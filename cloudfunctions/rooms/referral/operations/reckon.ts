import type { Quantities } from '../../../kernel/cell';
import type { WithholdData } from '../../../kernel/reward';
import type { Db } from '../../../platform/db';
import { CREDIT } from '../domain/effects';
import type { Owed } from '../domain/referral';
import { referralsByIds } from '../store';

/** What a referral says that it gave back to a cell. */
export interface ReferralCredit {
  readonly cellId: string;
  readonly op: string;
  readonly q: Quantities;
}

/** For the nightly reconciliation: all that these referrals gave back, by their ids. */
export async function referralCredits(db: Db, ids: readonly string[]): Promise<Map<string, readonly ReferralCredit[]>> {
  const referrals = await referralsByIds(db, ids);
  return new Map(referrals.map(({ _id, effects }) => [_id, Object.values(effects).flatMap(creditsOf)]));
}

function creditsOf({ kind, target, op, data }: Owed): ReferralCredit[] {
  if (kind === CREDIT) return [{ cellId: target, op, q: (data as unknown as { q: Quantities }).q }];
  if (kind !== 'reward.withhold') return [];
  const { returnsIfUnused } = data as unknown as WithholdData;
  return Object.entries(returnsIfUnused).map(([cellId, q]) => ({ cellId, op, q }));
}
