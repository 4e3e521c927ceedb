import { Image, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import { pictureUrl } from '@/services/picture';
import { drawWords } from '@/text/areas/draw';
import { yuanText } from '@/text/money';
import { dayText } from '@/text/times';
import type { SpinReply } from '../useSpin';
import '../index.scss';

interface WonProps {
  won: SpinReply;
  chances: number;
  onClose: () => void;
  onAgain: () => void;
}

/** The prize, what to do to have it, and one more spin when there is one. */
export function Won({ won: { spin, prize }, chances, onClose, onAgain }: WonProps) {
  const title = drawWords.won(spin.title);
  return (
    <Sheet
      open
      onClose={onClose}
      title={title}
      action={
        <>
          <Button size="big" block onTap={onClose} id="won-close">
            {drawWords.good}
          </Button>
          {chances > 0 && (
            <Button kind="text" block onTap={onAgain} id="spin-again">
              {drawWords.again(chances)}
            </Button>
          )}
        </>
      }
    >
      <View className="won" id="won">
        <View className="won__disc">
          <Image className="won__picture" src={pictureUrl(prize?.picture ?? 'gift')} mode="aspectFit" />
        </View>
        <View className="ll-note ll-mt-12">{noteOf(prize)}</View>
        {prize?.state === 'to-claim' && <View className="ll-note">{drawWords.howToClaim}</View>}
        {spin.turned && <View className="ll-cap ll-mt-4">{drawWords.turned[spin.turned]}</View>}
      </View>
    </Sheet>
  );
}

function noteOf(prize: SpinReply['prize']): string {
  if (!prize) return '';
  const { kind, valueFen, claimUntilMs } = prize;
  const day = dayText(claimUntilMs - 1);
  if (kind === 'points') return drawWords.wonNote.points(yuanText(valueFen));
  if (kind === 'coupon') return drawWords.wonNote.coupon;
  return kind === 'product' ? drawWords.wonNote.product(yuanText(valueFen), day) : drawWords.wonNote.service(day);
}
