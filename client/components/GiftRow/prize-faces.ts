import type { PutInPrize } from '@rooms/order/contract';
import { tintOf } from '@/components/Tile/tint-of';
import { prizeNote } from '@/text/prizes';
import type { GiftFace } from '.';

/** Prizes that go with an order, as they stand among its goods. */
export const prizeFaces = (prizes: readonly PutInPrize[]): GiftFace[] =>
  prizes.map((prize) => ({
    key: prize.prizeId.split(':').join('-'),
    picture: prize.picture,
    tint: tintOf(prize.picture),
    name: prize.title,
    quantity: 1,
    notes: [prizeNote(prize)],
  }));
