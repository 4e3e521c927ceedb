import type { PrizeView } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { OfferTag } from '@/components/OfferTag';
import { Remind } from '@/components/Remind';
import { Card } from '@/components/Section';
import { Tile } from '@/components/Tile';
import { tintOf } from '@/components/Tile/tint-of';
import { serverNowMs } from '@/services/clock';
import { open } from '@/services/navigate';
import { prizeWords } from '@/text/areas/prizes';
import { whenText } from '@/text/times';
import { elementId } from '../../../parts/numbers';
import { type Deed, deedsOf, standText } from './prize-words';
import '../index.scss';

/** A message comes two days before the end, and not at night. */
const REMINDED_MS = 3 * 86_400_000;

interface PrizeCardProps {
  prize: PrizeView;
  onClaim: () => void;
  onCode: () => void;
}

const texts: Readonly<Record<Deed, string>> = {
  claim: prizeWords.how,
  change: prizeWords.change,
  code: prizeWords.showCode,
  order: prizeWords.seeOrder,
  coupons: prizeWords.toCoupons,
};

export function PrizeCard({ prize, onClaim, onCode }: PrizeCardProps) {
  const nowMs = serverNowMs();
  const { prizeId, title, picture, state, wonAtMs, drawId, drawTitle, orderId } = prize;
  const deeds = deedsOf(prize);
  const over = state === 'expired' || state === 'revoked';
  const does: Readonly<Record<Deed, () => void>> = {
    claim: onClaim,
    change: onClaim,
    code: onCode,
    order: () => open('order', { id: orderId }),
    coupons: () => open('myCoupons'),
  };
  return (
    <Card className="ll-mb-12" id={`prize-${elementId(prizeId)}`}>
      <View className="ll-flex">
        <Tile picture={picture} tint={tintOf(picture)} size={56} off={over} />
        <View className="ll-grow ll-ml-12">
          <View className="ll-t3">{title}</View>
          <View className="ll-cap">
            {(drawId ? prizeWords.wonAt : prizeWords.givenAt)(whenText(wonAtMs, nowMs), drawTitle)}
          </View>
        </View>
        <OfferTag tone={toneOf(state)}>{prizeWords.state[state]}</OfferTag>
      </View>
      <View className="ll-note ll-mt-8">{standText(prize, nowMs)}</View>
      {prize.state === 'to-claim' && prize.claimUntilMs - nowMs > REMINDED_MS && (
        <Remind kind="prize-waiting" about={prizeId} />
      )}
      {deeds.length > 0 && (
        <View className="prize-acts">
          {deeds.map((deed, index) => (
            <View className="prize-acts__one" key={deed}>
              <Button
                size="small"
                kind={index === deeds.length - 1 ? 'soft' : 'line'}
                onTap={does[deed]}
                id={`${deed}-${elementId(prizeId)}`}
              >
                {texts[deed]}
              </Button>
            </View>
          ))}
        </View>
      )}
    </Card>
  );
}

function toneOf(state: PrizeView['state']): 'gift' | 'save' | 'plain' {
  if (state === 'to-claim' || state === 'claimed' || state === 'in-order') return 'gift';
  return state === 'given' || state === 'handed-over' ? 'save' : 'plain';
}
