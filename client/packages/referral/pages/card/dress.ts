import type { MyCardView } from '@rooms/referral/contract';

/** What of a card its resident chooses. */
export interface Dress {
  /** '' goes back to the family name. */
  readonly name: string;
  readonly lineId: string;
  readonly showsBuilding: boolean;
  readonly showsGoods: boolean;
}

/** As it is now. A name that the card made by itself (周**, 邻居) is no choice and leaves the field empty. */
export function dressOf({ face, showsBuilding, showsGoods }: MyCardView): Dress {
  const isMade = face.name.includes('*') || face.name === '邻居';
  return { name: isMade ? '' : face.name, lineId: face.lineId, showsBuilding, showsGoods };
}
