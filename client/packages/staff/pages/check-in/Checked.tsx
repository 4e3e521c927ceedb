import type { CheckedInView } from '@rooms/event/contract';
import { View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { serverNowMs } from '@/services/clock';
import { staffEventWords as words } from '@/text/areas/staff-events';
import { sayingOf } from '@/text/codes';
import { clockText } from '@/text/times';
import './index.scss';

export type Outcome =
  | { readonly view: CheckedInView; readonly refusal?: undefined }
  | { readonly refusal: { readonly code: string; readonly detail?: unknown }; readonly view?: undefined };

/** What the last code came to, large enough to be read with a queue in front. */
export function Checked({ outcome: { view, refusal } }: { outcome: Outcome }) {
  if (refusal) {
    const { title, note } = sayingOf(refusal.code, refusal.detail, serverNowMs());
    return (
      <View className="ll-card checkin-no" id="refused" data-code={refusal.code}>
        <Icon name="warn" size={24} />
        <View className="ll-grow ll-ml-12">
          <View className="ll-t3">{title}</View>
          <View className="ll-note">{note}</View>
        </View>
      </View>
    );
  }
  const { name, seats, isRepeat, cameAtMs, thanksTitle, came } = view;
  const note = isRepeat ? words.isRepeat(clockText(cameAtMs)) : thanksTitle && words.hasThanks(thanksTitle);
  return (
    <View className="ll-card ll-flex" id="checked" data-repeat={isRepeat ? '1' : '0'}>
      <Icon name={isRepeat ? 'info' : 'check-circle'} size={28} className={isRepeat ? 'll-honey' : 'll-save'} />
      <View className="ll-grow ll-ml-12">
        <View className="ll-t3">{words.isIn(name, seats)}</View>
        {note && <View className="ll-note">{note}</View>}
        <View className="ll-cap">{words.total(came)}</View>
      </View>
    </View>
  );
}
