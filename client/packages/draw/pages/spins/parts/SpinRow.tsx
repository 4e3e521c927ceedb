import { View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { classes } from '@/components/classes';
import { Icon, type IconName } from '@/components/Icon';
import { serverNowMs } from '@/services/clock';
import { verifyWords as words } from '@/text/areas/verify';
import { whenText } from '@/text/times';
import { elementId, slotText } from '../../../parts/numbers';
import type { Proof } from '../useProofs';
import '../index.scss';

interface Mark {
  readonly icon: IconName;
  readonly text: string;
  readonly className: string;
}

/** A spin in a line, with what this phone makes of it. */
export function SpinRow({ proof, onTap }: { proof: Proof; onTap: () => void }) {
  const { spin, checked } = proof;
  const { icon, text, className } = markOf(checked?.isTrue ?? null);
  return (
    <View
      className="spin-row"
      id={`spin-${elementId(spin.chanceId)}`}
      data-true={checked === null ? 'later' : String(checked.isTrue)}
      onClick={onTap}
      {...a11y('button')}
    >
      <View className="ll-grow">
        <View className="ll-ell">{spin.title}</View>
        <View className="ll-cap">
          {whenText(spin.atMs, serverNowMs())}，{words.slot(slotText(spin.slot))}
        </View>
      </View>
      <View className={classes('spin-row__mark', 'll-note', className)}>
        <Icon name={icon} size={16} />
        <View className="ll-ml-4">{text}</View>
      </View>
      <Icon name="right" size={14} className="ll-ink-3 ll-ml-4" />
    </View>
  );
}

function markOf(isTrue: boolean | null): Mark {
  if (isTrue === null) return { icon: 'hourglass', text: words.later, className: 'll-ink-3' };
  return isTrue
    ? { icon: 'check-circle', text: words.right, className: 'll-save' }
    : { icon: 'warn', text: words.notRight, className: 'll-danger' };
}
