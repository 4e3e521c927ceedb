import type { DrawView } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { Icon } from '@/components/Icon';
import { Card } from '@/components/Section';
import { serverNowMs } from '@/services/clock';
import { open } from '@/services/navigate';
import { drawWords } from '@/text/areas/draw';
import { WinnerRow, winnerKey } from '../../../parts/WinnerRow';

const MOST_WINNERS = 5;

/** The newest, a way to all of them, and above all who won the big ones (SAMR order 32: visible at all times). */
export function Winners({ draw: { drawId, winners, bigWinners } }: { draw: DrawView }) {
  const nowMs = serverNowMs();
  const row = (winner: DrawView['winners'][number]) => (
    <WinnerRow key={winnerKey(winner)} winner={winner} nowMs={nowMs} />
  );
  return (
    <>
      {bigWinners.length > 0 && (
        <Card title={drawWords.bigWinners} className="ll-mt-12" id="big-winners">
          {bigWinners.map(row)}
        </Card>
      )}
      <Card className="ll-mt-12" id="winners">
        <View className="ll-spread">
          <View className="ll-t3">{drawWords.winners}</View>
          <View
            id="all-winners"
            className="winners-all ll-note"
            onClick={() => open('winners', { id: drawId })}
            {...a11y('button')}
          >
            {drawWords.allWinners}
            <Icon name="right" size={14} />
          </View>
        </View>
        {winners.length === 0 && <View className="ll-note">{drawWords.noWinners}</View>}
        {winners.slice(0, MOST_WINNERS).map(row)}
      </Card>
    </>
  );
}
