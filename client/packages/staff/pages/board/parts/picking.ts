import type { StaffOrderCard } from '@rooms/order/contract';
import { tintOf } from '@/components/Tile/tint-of';
import { prizeNote } from '@/text/prizes';

/** Something that goes into the bag: a good, or a gift that costs nothing. */
export interface PickItem {
  /** With its number: what was cancelled meanwhile is looked at again. */
  readonly key: string;
  readonly name: string;
  readonly picture: string;
  readonly tint: string;
  readonly units: number;
}

type Lines = StaffOrderCard['lines'];

const named = ({ name, spec }: { readonly name: string; readonly spec: string }): string => `${name} ${spec}`.trim();

/** Units of a line that are still wanted. */
export const wantedOf = ({ units }: Pick<Lines[number], 'units'>): number =>
  units.reduce((sum, line) => sum + line.units, 0);

export function goodsOf({ lines }: Pick<StaffOrderCard, 'lines'>): PickItem[] {
  return lines.flatMap((line) => {
    const units = wantedOf(line);
    const { picture, tint } = line;
    return units > 0 ? [{ key: `${named(line)}×${units}`, name: named(line), picture, tint, units }] : [];
  });
}

export interface PickGift extends PickItem {
  readonly title: string | null;
  readonly isSubstitute: boolean;
}

export function giftsOf({ gifts }: Pick<StaffOrderCard, 'gifts'>): PickGift[] {
  return gifts.map((gift) => {
    const { lineId, picture, tint, quantity: units, title, isSubstitute } = gift;
    return { key: `${lineId}×${units}`, name: named(gift), picture, tint, units, title, isSubstitute };
  });
}

/** What the resident won and has sent along. */
export function prizesOf({ prizes }: Pick<StaffOrderCard, 'prizes'>): PickGift[] {
  return prizes.map((prize) => {
    const { prizeId, picture, title: name } = prize;
    const face = { key: `prize ${prizeId}`, name, picture, tint: tintOf(picture), units: 1 };
    return { ...face, title: prizeNote(prize), isSubstitute: false };
  });
}

/** Things that are not in the bag yet. */
export const leftOf = (items: readonly PickItem[], ticked: readonly string[]): number =>
  items.filter(({ key }) => !ticked.includes(key)).length;

/** Who waits for express comes first, else as the board says. */
export const expressFirst = (orders: readonly StaffOrderCard[]): StaffOrderCard[] => [
  ...orders.filter(({ isExpress }) => isExpress),
  ...orders.filter(({ isExpress }) => !isExpress),
];

/** So many units of a line, by its quote lines as the server takes them: from the last one on. */
export function unitsToCancel(line: Pick<Lines[number], 'units'>, count: number): { lineId: string; units: number }[] {
  let left = count;
  return [...line.units].reverse().flatMap(({ lineId, units }) => {
    const taken = Math.min(left, units);
    left -= taken;
    return taken > 0 ? [{ lineId, units: taken }] : [];
  });
}
