import { View } from '@tarojs/components';
import { Icon, type IconName } from '@/components/Icon';
import './index.scss';

export interface NoticeProps {
  children: string;
  icon?: IconName;
  onTap?: () => void;
}

/** One line of honey: news, or what a step will bring. */
export function Notice({ children, icon = 'horn', onTap }: NoticeProps) {
  return (
    <View className="ll-notice" onClick={onTap}>
      <Icon name={icon} />
      <View className="ll-grow ll-ml-8 ll-notice__text">{children}</View>
      {onTap && <Icon name="right" size={14} />}
    </View>
  );
}
