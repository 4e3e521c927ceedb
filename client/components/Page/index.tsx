import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '@/components/classes';

export interface PageProps {
  children: ReactNode;
  /** Room kept free at the foot for a fixed bar: `bar` 56, `tall` 64 px. */
  foot?: 'bar' | 'tall';
  className?: string;
}

/** The ground every page stands on. */
export function Page({ children, foot, className }: PageProps) {
  return <View className={classes('ll-page', foot && `ll-page--${foot}`, className)}>{children}</View>;
}

/** The part of a page inside its 16 px gutters. */
export function PageBody({ children, className }: { children: ReactNode; className?: string }) {
  return <View className={classes('ll-page__body', className)}>{children}</View>;
}
