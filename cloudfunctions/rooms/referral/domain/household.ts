import { hashOf } from '../../../kernel/ids';

/** Where somebody lives, as far as it tells two homes apart. */
export interface Home {
  readonly estateId: string;
  readonly building: string;
  readonly room: string;
}

/** 502室, ５０２ and 5-02 are one room: full width becomes half, and what people put around the digits goes. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_.,#号室房栋幢楼单元座]/g, '');

/** The same for the same home however it is written; never shown, never sent. */
export const homeIdOf = ({ estateId, building, room }: Home): string =>
  `h_${hashOf('home', estateId, plain(building), plain(room))}`;

export interface Contact extends Home {
  readonly phone: string;
}

/** A phone number or a home in common: by the rules they are one household, and invite nobody by inviting each other. */
export function isSameHousehold(mine: readonly Contact[], theirs: readonly Contact[]): boolean {
  const phones = new Set(theirs.map(({ phone }) => phone));
  const homes = new Set(theirs.map(homeIdOf));
  return mine.some((contact) => phones.has(contact.phone) || homes.has(homeIdOf(contact)));
}
