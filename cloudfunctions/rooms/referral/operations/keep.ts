import type { WalletReferral } from '../../../kernel/referral';
import type { Context } from '../../../platform/context';
import { orUnknown } from '../../../platform/holds/answers';
import { maskName, type Resident, readResident } from '../../account';
import { newReferral, type Person, type Referral } from '../domain/referral';
import { findReferral, insertReferral } from '../store';

/** 周**, where a name is known; what the home tells comes from the default address. */
export function personOf(resident: Resident | null): Person {
  const home = Object.values(resident?.addresses ?? {}).find(({ isDefault }) => isDefault);
  const isNamed = resident !== null && resident.nickname !== UNNAMED;
  return {
    name: isNamed ? maskName(resident.nickname) : UNNAMED,
    estateName: home?.estateName ?? '',
    building: home?.building ?? '',
  };
}

/** As the account room calls whoever has given no name. */
const UNNAMED = '邻居';

/**
 * The document of a binding that a wallet has decided; making it again is no error, a lost one is made by whoever misses it.
 * `known`: the invitee as just read, which saves a round trip.
 */
export async function keepReferral(
  context: Pick<Context, 'db'>,
  inviteeId: string,
  bound: WalletReferral,
  known?: Resident | null,
): Promise<Referral> {
  const resident = known === undefined ? await readResident(context.db, inviteeId) : known;
  const fresh = newReferral(inviteeId, bound, personOf(resident));
  const answer = await orUnknown(insertReferral(context.db, fresh));
  if (answer === 'inserted') return fresh;
  return (await findReferral(context.db, bound.referralId)) ?? fresh;
}
