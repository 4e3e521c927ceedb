import type { OutputOf, ParsedInputOf } from '../../../contract';
import { hashOf } from '../../../kernel/ids';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import type { Call } from '../../../platform/room';
import type { accountContract } from '../contract';
import { addressViews, type StoredAddress, withAddress, withoutAddress } from '../domain/address';
import { serviceOf } from '../domain/estate';
import { findReceipt, type Keyed, withoutReplies, withReceipt } from '../domain/receipt';
import { DEFAULT_NICKNAME } from '../domain/resident';
import { findEstate, findResident } from '../store';
import { changeResident } from './change-resident';
import { widenedUntilMs } from './widened';

type Addresses = OutputOf<(typeof accountContract)['account.addresses']>;
type SaveInput = ParsedInputOf<(typeof accountContract)['account.saveAddress']>;

export async function addresses({ db, residentId }: ResidentContext): Promise<Result<Addresses>> {
  const resident = await findResident(db, residentId);
  return ok({ addresses: addressViews(resident?.addresses ?? {}) });
}

/** Refused: ESTATE_UNKNOWN, ESTATE_NOT_SERVED, BUILDING_UNKNOWN, ADDRESS_UNKNOWN, TOO_MANY_ADDRESSES. */
export async function saveAddress(
  context: ResidentContext,
  input: SaveInput,
  { requestKey, atMs, inputHash }: Call,
): Promise<Result<Addresses>> {
  const keyed: Keyed = { keyHash: hashOf(context.residentId, requestKey), at: atMs, inputHash };
  const estate = await findEstate(context.db, input.estateId);
  if (!estate) return refuse('ESTATE_UNKNOWN', {});
  if (serviceOf(estate, await widenedUntilMs(context, estate)) === 'none')
    return refuse('ESTATE_NOT_SERVED', { estateName: estate.name });
  if (!estate.buildings.includes(input.building)) return refuse('BUILDING_UNKNOWN', { buildings: estate.buildings });
  const { addressId: given, ...fields } = input;
  const address: StoredAddress = { ...fields, estateName: estate.name, savedAtMs: context.nowMs };
  const addressId = given ?? `a_${keyed.keyHash}`;

  const reply = await changeResident(context, context.residentId, (resident) => {
    const found = findReceipt(resident.receipts, keyed);
    if (!found.ok) return found;
    if (found.data !== undefined) return ok({ write: null, value: found.data });
    if (given !== undefined && !resident.addresses[given]) return refuse('ADDRESS_UNKNOWN', {});
    const book = withAddress(resident.addresses, addressId, address);
    if (!book.ok) return book;
    const value = JSON.stringify({ addresses: addressViews(book.data) });
    const receipts = withReceipt(resident.receipts, keyed, value, context.nowMs);
    // Who gave a name with an address is called by it; who chose an estate keeps it.
    const nickname = resident.nickname === DEFAULT_NICKNAME ? input.contactName : resident.nickname;
    const estateId = resident.estateId ?? input.estateId;
    return ok({ write: { addresses: book.data, receipts, nickname, estateId }, value });
  });
  return reply.ok ? ok(JSON.parse(reply.data) as Addresses) : reply;
}

/**
 * Removing what is not there is no error: it is as asked. The replies that showed it go with it: nothing of a removed
 * address stays in the profile (PIPL 47).
 */
export async function removeAddress(
  context: ResidentContext,
  { addressId }: { readonly addressId: string },
): Promise<Result<Addresses>> {
  return changeResident(context, context.residentId, (resident) => {
    const book = withoutAddress(resident.addresses, addressId);
    const receipts = withoutReplies(resident.receipts, (reply) => reply.includes(addressId));
    const write = resident.addresses[addressId] ? { addresses: book, receipts } : null;
    return ok({ write, value: { addresses: addressViews(book) } });
  });
}
