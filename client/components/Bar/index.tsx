import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './index.scss';

/**
 * Fixed at the foot: 64 px and the phone's safe area. On a tab page it stands on the tab bar.
 * The page keeps room for it with `<Page foot="tall">`.
 */
export function Bar({ children }: { children: ReactNode }) {
  return <View className="ll-bar">{children}</View>;
}
