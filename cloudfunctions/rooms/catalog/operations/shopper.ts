import type { Wallet } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import { readWallet } from '../../../platform/holds/wallets';
import { readResident } from '../../account';
import { campaignsByHead, type Head, offersNear, readHead } from '../../campaign';
import type { Offer } from '../../settlement';

/** What a price depends on besides the product: read in the first wave. */
export interface Shopper {
  readonly head: Head;
  readonly wallet: Wallet;
  readonly estateId: string | null;
}

export async function readShopper({ db, residentId }: ResidentContext): Promise<Shopper> {
  const [head, wallet, resident] = await Promise.all([
    readHead(db),
    readWallet(db, residentId),
    readResident(db, residentId),
  ]);
  return { head, wallet, estateId: resident?.estateId ?? null };
}

/** Offers for the shopper's estate; no round trip when warm. */
export async function offersFor(context: ResidentContext, { head, estateId }: Shopper): Promise<readonly Offer[]> {
  return offersNear(head, await campaignsByHead(context, head), estateId, context.nowMs);
}
