import { hashOf } from '../../../kernel/ids';

/** Where somebody lives, as far as it tells two homes apart. */
export interface Home {
  readonly estateId: string;
  readonly building: string;
  readonly room: string;
}

/** What people put around the digits: 3 号楼, 3栋, 502室. */
const AROUND = /[\s\-_.,#号室房栋幢楼单元座]+/g;

/** Full width becomes half. */
const halfWidth = (text: string): string => text.normalize('NFKC').toLowerCase();

/** 502室, ５０２ and 5-02 are one room. */
const plainRoom = (text: string): string => halfWidth(text).replace(AROUND, '');

/** 3栋2单元 and 3-2 are one building, and 32栋 is another: digits that stood apart stay apart. */
const plainBuilding = (text: string): string =>
  halfWidth(text)
    .replace(AROUND, '-')
    .replace(/^-|-$|(?<!\d)-|-(?!\d)/g, '');

/** The same for the same home however it is written; never shown, never sent. */
export const homeIdOf = ({ estateId, building, room }: Home): string =>
  `h_${hashOf('home', estateId, plainBuilding(building), plainRoom(room))}`;

export interface Contact extends Home {
  readonly phone: string;
}

/** A phone number or a home in common: by the rules they are one household, and invite nobody by inviting each other. */
export function isSameHousehold(mine: readonly Contact[], theirs: readonly Contact[]): boolean {
  const phones = new Set(theirs.map(({ phone }) => phone));
  const homes = new Set(theirs.map(homeIdOf));
  return mine.some((contact) => phones.has(contact.phone) || homes.has(homeIdOf(contact)));
}
