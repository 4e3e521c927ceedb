import type { Context } from '../../../platform/context';
import { referralOrders } from '../../order';
import type { Underway } from './views';

/** Furthest first: of several orders the one that will be received first is spoken of. */
const WAY: readonly Underway[] = ['delivered', 'dispatched', 'picked', 'paid'];

/** How far the order of each neighbour is who has one on its way. One round trip. */
export async function underwayOf(
  context: Pick<Context, 'db'>,
  referralIds: readonly string[],
): Promise<Map<string, Underway>> {
  const furthest = new Map<string, Underway>();
  for (const { referralId, state } of await referralOrders(context, referralIds)) {
    const found = WAY.find((step) => step === state);
    const known = furthest.get(referralId);
    if (found && (known === undefined || WAY.indexOf(found) < WAY.indexOf(known))) furthest.set(referralId, found);
  }
  return furthest;
}
