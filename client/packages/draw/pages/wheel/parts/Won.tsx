import type { PrizeView } from '@rooms/draw/contract';
import { Image, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { classes } from '@/components/classes';
import { Sheet } from '@/components/Sheet';
import { tintOf } from '@/components/Tile/tint-of';
import { pictureUrl } from '@/services/picture';
import { drawWords } from '@/text/areas/draw';
import { yuanText } from '@/text/money';
import { dayText } from '@/text/times';
import { useClaim } from '../../../parts/useClaim';
import { Ways } from '../../../parts/Ways';
import type { SpinReply } from '../useSpin';
import '../index.scss';

interface WonProps {
  won: SpinReply;
  chances: number;
  onClose: () => void;
  onAgain: () => void;
}

/** The prize, how its winner wants it, and one more spin when there is one. */
export function Won({ won: { spin, prize }, chances, onClose, onAgain }: WonProps) {
  const claiming = useClaim(prize, onClose);
  const ways = prize?.ways ?? [];
  const picture = prize?.picture ?? 'gift';
  return (
    <Sheet
      open
      onClose={onClose}
      title={drawWords.won(spin.title)}
      crown={
        <View className={classes('won__disc', `ll-tint--${tintOf(picture)}`)}>
          <Image className="won__picture" src={pictureUrl(picture)} mode="aspectFit" />
        </View>
      }
      action={
        <>
          {ways.length > 0 ? (
            <Button size="big" block busy={claiming.busy} onTap={claiming.claim} id="won-claim">
              {drawWords.claimThis}
            </Button>
          ) : (
            <Button size="big" block onTap={onClose} id="won-close">
              {drawWords.good}
            </Button>
          )}
          {chances > 0 && (
            <Button kind="text" block onTap={onAgain} id="spin-again">
              {drawWords.again(chances)}
            </Button>
          )}
        </>
      }
    >
      <View className="won" id="won">
        <View className="ll-note">{prize && noteOf(prize)}</View>
        {spin.turned && <View className="ll-cap ll-mt-4">{drawWords.turned[spin.turned]}</View>}
      </View>
      {ways.length > 0 && <Ways ways={ways} chosen={claiming.chosen} onChoose={claiming.choose} />}
    </Sheet>
  );
}

function noteOf({ kind, valueFen, claimUntilMs }: PrizeView): string {
  const day = dayText(claimUntilMs - 1);
  if (kind === 'points') return drawWords.wonNote.points(yuanText(valueFen));
  if (kind === 'coupon') return drawWords.wonNote.coupon;
  return kind === 'product' ? drawWords.wonNote.product(yuanText(valueFen), day) : drawWords.wonNote.service(day);
}
