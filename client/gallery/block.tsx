import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

/** A titled group of parts. */
export const Block = ({ title, children }: { title: string; children: ReactNode }) => (
  <View className="ll-mt-20">
    <View className="ll-note ll-mb-8">{title}</View>
    {children}
  </View>
);
