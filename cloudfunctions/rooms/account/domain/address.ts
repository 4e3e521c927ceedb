import { ok, type Result, refuse } from '../../../kernel/result';

/** A household's address book (product.md A2). */
export const MOST_ADDRESSES = 20;

export type StoredAddress = {
  readonly estateId: string;
  readonly estateName: string;
  readonly building: string;
  readonly room: string;
  readonly contactName: string;
  readonly phone: string;
  readonly isDefault: boolean;
  readonly savedAtMs: number;
};

export type AddressBook = { readonly [addressId: string]: StoredAddress };

/** Saves under its id; the first one, and any saved as such, is the default, and there is one default. */
export function withAddress(book: AddressBook, addressId: string, address: StoredAddress): Result<AddressBook> {
  const isNew = book[addressId] === undefined;
  const count = Object.keys(book).length;
  if (isNew && count >= MOST_ADDRESSES) return refuse('TOO_MANY_ADDRESSES', { most: MOST_ADDRESSES });
  const isDefault = address.isDefault || count === 0 || book[addressId]?.isDefault === true;
  const others = Object.entries(book).map(([id, other]) => [id, isDefault ? { ...other, isDefault: false } : other]);
  return ok({ ...Object.fromEntries(others), [addressId]: { ...address, isDefault } });
}

/** Removing one that is not there is done already. The newest of the rest becomes the default where it went. */
export function withoutAddress(book: AddressBook, addressId: string): AddressBook {
  const { [addressId]: gone, ...rest } = book;
  if (!gone?.isDefault) return rest;
  const newest = Object.entries(rest).sort(([, a], [, b]) => b.savedAtMs - a.savedAtMs)[0];
  return newest ? { ...rest, [newest[0]]: { ...newest[1], isDefault: true } } : rest;
}

/** Default first, then the newest. The phone is whole: these are shown to their owner alone. */
export function addressViews(book: AddressBook) {
  return Object.entries(book)
    .sort(([, a], [, b]) => Number(b.isDefault) - Number(a.isDefault) || b.savedAtMs - a.savedAtMs)
    .map(([addressId, { savedAtMs: _, ...address }]) => ({ addressId, ...address }));
}

/** 138****0021: what everyone but the owner and the courier at the door sees. */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** 周** : surname only. */
export function maskName(name: string): string {
  const [first = ''] = [...name];
  return `${first}**`;
}
