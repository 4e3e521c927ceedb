import type { WinnerView } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import { OfferTag } from '@/components/OfferTag';
import { Tile } from '@/components/Tile';
import { tintOf } from '@/components/Tile/tint-of';
import { drawWords } from '@/text/areas/draw';
import { agoText } from '@/text/times';
import './parts.scss';

/** Who won what: a building and a surname, never more. */
export function WinnerRow({ winner, nowMs }: { winner: WinnerView; nowMs: number }) {
  const { title, name, picture, atMs, isMine } = winner;
  return (
    <View className="draw-line">
      <Tile picture={picture} tint={tintOf(picture)} size={44} />
      <View className="ll-grow ll-ml-12">
        <View className="ll-ell">{title}</View>
        <View className="ll-row ll-row--4">
          <View className="ll-cap ll-ell">{name}</View>
          {isMine && <OfferTag tone="gift">{drawWords.mine}</OfferTag>}
        </View>
      </View>
      <View className="ll-cap ll-nowrap ll-ml-8">{agoText(atMs, nowMs)}</View>
    </View>
  );
}

/** Winners have no id of their own: none leaves the server. */
export const winnerKey = ({ atMs, name, title }: WinnerView): string => `${atMs} ${name} ${title}`;
