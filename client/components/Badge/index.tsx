import { Text } from '@tarojs/components';
import './index.scss';

/** A count on an icon; nothing at 0, 「99+」 above 99. */
export function Badge({ count }: { count: number }) {
  if (count <= 0) return null;
  return <Text className="ll-badge">{badgeText(count)}</Text>;
}

export const badgeText = (count: number): string => (count > 99 ? '99+' : String(count));
