import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { percent } from '@/components/Meter';
import './index.scss';

export interface NextStepProps {
  /** 「再买 ¥3.20 就减 ¥5」 */
  text: string;
  /** How far along, 0 to 1; absent: it counts units, and the words say how many. */
  share?: number;
  actionText?: string;
  onAction?: () => void;
}

/** The nearest step only; one on a screen. */
export function NextStep({ text, share, actionText, onAction }: NextStepProps) {
  return (
    <View className="ll-next" id="next-step">
      <View className="ll-grow">
        <View className="ll-next__text">{text}</View>
        {share !== undefined && (
          <View className="ll-next__bar">
            <View className="ll-next__fill" style={{ width: percent(share) }} />
          </View>
        )}
      </View>
      {actionText && (
        <View className="ll-ml-12">
          <Button size="small" kind="green" onTap={onAction} id="top-up">
            {actionText}
          </Button>
        </View>
      )}
    </View>
  );
}
