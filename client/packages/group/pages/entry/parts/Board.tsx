import type { BoardGood, GroupBoardView } from '@rooms/group/contract';
import { View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { Card, Section } from '@/components/Section';
import { Tile } from '@/components/Tile';
import { open } from '@/services/navigate';
import { groupWords } from '@/text/areas/group';
import '../index.scss';

/** What neighbours ordered today, in households, never in names. */
export function Board({ board }: { board: GroupBoardView }) {
  const { neighbours, goods, leastShown } = board;
  return (
    <Section title={groupWords.board} {...(neighbours === null ? {} : { aside: groupWords.boardAside(neighbours) })}>
      <Card id="board">
        {goods.length === 0 && <View className="ll-note">{groupWords.boardNone}</View>}
        {goods.map((good) => (
          <Bought good={good} key={good.skuId} />
        ))}
        <View className="ll-cap ll-mt-12">{groupWords.boardNote(leastShown)}</View>
      </Card>
    </Section>
  );
}

function Bought({ good }: { good: BoardGood }) {
  const { productId, name, spec, picture, tint, neighbours } = good;
  return (
    <View className="ll-flex group-good" onClick={() => open('product', { id: productId })} {...a11y('button')}>
      <Tile picture={picture} tint={tint} size={44} />
      <View className="ll-grow ll-ml-12 ll-ell">{`${name} ${spec}`.trim()}</View>
      <View className="ll-note ll-ml-8 ll-nowrap">{groupWords.bought(neighbours)}</View>
    </View>
  );
}
