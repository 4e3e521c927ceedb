import { View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { Icon, type IconName } from '@/components/Icon';
import { percent } from '@/components/Meter';
import { words } from '@/text';
import './index.scss';

export type Tier = 'normal' | 'silver' | 'gold' | 'diamond';

export interface TierCardProps {
  tier: Tier;
  /** Both ways up in one sentence: 「再买 ¥1,713.60 或再收 19 单，升钻石卡」. */
  sentence: string;
  /** 0 to 1; the nearer of the two ways. Absent at the top. */
  share?: number;
  /** Both numbers under the bar. */
  have?: string;
  need?: string;
  /** Only rights that the tier really has; at most four. */
  rights: readonly { icon: IconName; text: string }[];
  onMore?: () => void;
}

export function TierCard({ tier, sentence, share, have, need, rights, onMore }: TierCardProps) {
  return (
    <View className={`ll-tier ll-tier--${tier}`} id="tier-card">
      <View className="ll-spread">
        <View className="ll-row ll-row--4">
          <Icon name="crown" size={24} />
          <View className="ll-t2">{words.tier.name[tier]}</View>
        </View>
        {onMore && (
          <View className="ll-row ll-row--4 ll-tier__more" onClick={onMore} {...a11y('button')}>
            {words.tier.more}
            <Icon name="right" size={14} />
          </View>
        )}
      </View>
      <View className="ll-tier__sentence">{sentence}</View>
      {share !== undefined && (
        <>
          <View className="ll-tier__bar">
            <View className="ll-tier__fill" style={{ width: percent(share) }} />
          </View>
          <View className="ll-spread ll-tier__ends">
            <View>{have}</View>
            <View>{need}</View>
          </View>
        </>
      )}
      <View className="ll-tier__rights">
        {rights.map((right) => (
          <View key={right.text}>
            <Icon name={right.icon} size={24} />
            <View className="ll-mt-4">{right.text}</View>
          </View>
        ))}
      </View>
    </View>
  );
}
