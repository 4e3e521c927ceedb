import { shownHandOverCode } from '@kernel/hand-over-code';
import type { PrizeView } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { QrCode } from '@/components/QrCode';
import { Sheet } from '@/components/Sheet';
import { copyText } from '@/services/copy';
import { prizeWords } from '@/text/areas/prizes';
import { dayText } from '@/text/times';
import '../index.scss';

/** What the winner shows at the counter: to scan, and to read out in groups of four. */
export function CodeSheet({ prize, onClose }: { prize: PrizeView; onClose: () => void }) {
  const { claim, title, claimUntilMs } = prize;
  if (claim?.way !== 'pick-up') return null;
  const { code } = claim;
  return (
    <Sheet
      open
      onClose={onClose}
      title={title}
      action={
        <Button kind="line" block onTap={() => void copyText(code)} id="copy-code">
          {prizeWords.copyCode}
        </Button>
      }
    >
      <View className="prize-code" id="code-sheet">
        <QrCode text={code} label={prizeWords.codeTitle} id="code-picture" />
        <View className="prize-code__signs" id="code-signs">
          {shownHandOverCode(code)}
        </View>
        <View className="ll-note ll-mt-8">{prizeWords.codeNote}</View>
        <View className="ll-cap ll-mt-4">{prizeWords.codeUntil(dayText(claimUntilMs - 1))}</View>
      </View>
    </Sheet>
  );
}
