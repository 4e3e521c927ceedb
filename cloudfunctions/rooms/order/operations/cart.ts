import type { ParsedInputOf } from '../../../contract';
import { ok, type Result } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import type { orderContract } from '../contract';
import { findCart, type StoredCart, saveCartLines } from '../store';

/** The cart is held by the server, so that it survives devices. */
export async function cart({ db, residentId }: ResidentContext): Promise<Result<{ lines: StoredCart['lines'] }>> {
  return ok({ lines: (await findCart(db, residentId))?.lines ?? [] });
}

type SaveInput = ParsedInputOf<(typeof orderContract)['order.saveCart']>;

/** The whole cart each time: saving it again is the same cart, the last device wins. */
export async function saveCart(
  { db, residentId, nowMs }: ResidentContext,
  { lines }: SaveInput,
): Promise<Result<{ count: number }>> {
  await saveCartLines(db, { _id: residentId, lines, savedAtMs: nowMs });
  return ok({ count: countOf(lines) });
}

const countOf = (lines: StoredCart['lines']): number => lines.reduce((sum, { quantity }) => sum + quantity, 0);

/** Units in the cart, for the badge. */
export async function cartCount({ db, residentId }: Pick<ResidentContext, 'db' | 'residentId'>): Promise<number> {
  return countOf((await findCart(db, residentId))?.lines ?? []);
}
