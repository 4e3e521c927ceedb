import type { BoardPrize, DrawBoard } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Button } from '@/components/Button';
import { OfferTag } from '@/components/OfferTag';
import { Card } from '@/components/Section';
import { SkeletonList } from '@/components/Skeleton';
import { useLoad } from '@/hooks/useLoad';
import { staff } from '@/services/doors';
import { staffDrawWords as words } from '@/text/areas/staff-draw';
import { yuanText } from '@/text/money';
import { spanText } from '@/text/times';
import { Curve } from './Curve';
import { Improve } from './Improve';
import { PrizeRow } from './PrizeRow';
import '../index.scss';

/** What is out of each prize and what may be; one of them as a curve over the draw's time. */
export function Board({ drawId }: { drawId: string }) {
  const load = useLoad(() => staff.ask('draw.board', { drawId }), [drawId]);
  return (
    <AsyncView load={load} skeleton={<SkeletonList />} kept={words.kept}>
      {(board) => <Shown board={board} onImproved={() => void load.reload()} />}
    </AsyncView>
  );
}

function Shown({ board, onImproved }: { board: DrawBoard; onImproved: () => void }) {
  const { prizes } = board;
  const [chosen, setChosen] = useState<string | null>(null);
  const [improving, setImproving] = useState(false);
  const shown = prizes.find(({ drawPrizeId }) => drawPrizeId === chosen) ?? prizes.find(isCounted);
  const open = board.state === 'to-come' || board.state === 'running' || board.state === 'paused';
  return (
    <>
      <Head board={board} />
      {shown && <Curve prize={shown} />}
      <Card title={words.prizes} className="ll-mt-12" id="board">
        {prizes.map((prize) => (
          <PrizeRow
            key={prize.drawPrizeId}
            prize={prize}
            on={prize === shown}
            onTap={() => setChosen(prize.drawPrizeId)}
          />
        ))}
      </Card>
      {open && (
        <Button kind="line" block onTap={() => setImproving(true)} id="improve">
          {words.improve}
        </Button>
      )}
      {improving && (
        <Improve
          board={board}
          onClose={() => setImproving(false)}
          onDone={() => {
            setImproving(false);
            onImproved();
          }}
        />
      )}
    </>
  );
}

const isCounted = ({ count }: BoardPrize): boolean => count !== null;

function Head({ board }: { board: DrawBoard }) {
  const { title, state, startsAtMs, endsAtMs, oddsVersion, setAsideFen } = board;
  return (
    <Card>
      <View className="ll-spread">
        <View className="ll-t3">{title}</View>
        <OfferTag tone={state === 'running' ? 'save' : 'plain'}>{words.drawState[state]}</OfferTag>
      </View>
      <View className="ll-note ll-mt-4">{spanText(startsAtMs, endsAtMs)}</View>
      <View className="ll-note">
        {words.version(oddsVersion)}，{words.setAside(yuanText(setAsideFen))}
      </View>
    </Card>
  );
}
