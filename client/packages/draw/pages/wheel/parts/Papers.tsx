import type { DrawView } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import { Card } from '@/components/Section';
import { serverNowMs } from '@/services/clock';
import { copyText } from '@/services/copy';
import { drawWords } from '@/text/areas/draw';
import { agoText } from '@/text/times';
import { fingerprintText } from './cells';
import '../index.scss';

/** The newest are enough here; prizes have a page of their own. */
const MOST_SPINS = 5;
const MOST_WINNERS = 8;

/** My spins, the rules, the seed's fingerprint, and who won. */
export function Papers({ draw }: { draw: DrawView }) {
  const nowMs = serverNowMs();
  return (
    <>
      {draw.spins.length > 0 && (
        <Card title={drawWords.mySpins} className="ll-mt-12">
          {draw.spins.slice(0, MOST_SPINS).map((spin) => (
            <Line key={spin.chanceId} title={spin.title} note={spin.turned && drawWords.turned[spin.turned]}>
              {agoText(spin.atMs, nowMs)}
            </Line>
          ))}
        </Card>
      )}
      <Card title={drawWords.rules} className="ll-mt-12">
        {draw.rules.map((rule) => (
          <View className="ll-note ll-mt-4" key={rule}>
            {rule}
          </View>
        ))}
      </Card>
      <Card title={drawWords.fair} className="ll-mt-12">
        <View className="ll-note">{drawWords.fairNote}</View>
        <Fingerprint name={drawWords.hash} hex={draw.seedHash} />
        {draw.seedHex !== null && <Fingerprint name={drawWords.seed} hex={draw.seedHex} />}
      </Card>
      <Card title={drawWords.winners} className="ll-mt-12">
        {draw.winners.length === 0 && <View className="ll-note">{drawWords.noWinners}</View>}
        {draw.winners.slice(0, MOST_WINNERS).map((winner) => (
          <Line key={`${winner.atMs}-${winner.name}-${winner.title}`} title={winner.title} note={winner.name}>
            {agoText(winner.atMs, nowMs)}
          </Line>
        ))}
      </Card>
    </>
  );
}

function Line({ title, note, children }: { title: string; note: string | null; children: string }) {
  return (
    <View className="papers__line">
      <View className="ll-grow">
        <View>{title}</View>
        {note && <View className="ll-cap">{note}</View>}
      </View>
      <View className="ll-note ll-ml-12">{children}</View>
    </View>
  );
}

function Fingerprint({ name, hex }: { name: string; hex: string }) {
  return (
    <View className="papers__hash" onClick={() => void copyText(hex)}>
      <View className="ll-cap">{name}</View>
      <View className="papers__hex">{fingerprintText(hex)}</View>
    </View>
  );
}
