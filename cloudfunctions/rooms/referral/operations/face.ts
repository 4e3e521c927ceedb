import type { ResidentContext } from '../../../platform/context';
import { cardsById, type Shopper } from '../../catalog';
import type { CardFace } from '../contract';
import type { Card } from '../domain/card';
import type { Programme } from '../domain/programme';

/** How a card names its resident to a visitor. One round trip where it shows goods, else none. */
export async function faceOf(
  context: ResidentContext,
  shopper: Shopper,
  card: Card,
  programme: Programme,
): Promise<CardFace> {
  const { dress, maskedName, estateName, building, goods } = card;
  const products = await cardsById(context, shopper, dress.showsGoods ? goods : []);
  const line = programme.lines.find(({ lineId }) => lineId === dress.lineId) ?? programme.lines[0];
  return {
    name: dress.name === '' ? maskedName : dress.name,
    lineId: line?.lineId ?? '',
    line: line?.text ?? '',
    estateName,
    building: dress.showsBuilding ? building : '',
    goods: goods.flatMap(({ productId, times }) => {
      const product = products.get(productId);
      return product ? [{ product, times }] : [];
    }),
  };
}
