import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ReactNode } from 'react';
import { a11y } from '@/components/a11y';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import { goBack } from '@/services/navigate';
import { navMetrics } from './metrics';
import './index.scss';

export interface NavBarProps {
  title?: string;
  /** Shows the arrow; with no page behind this one it leads home. */
  back?: boolean;
  /** Stands at the left in place of a title: the estate's name, a search box. */
  children?: ReactNode;
  /** Lies over what comes below it (product page), with no ground of its own. */
  over?: boolean;
}

/** A page's own navigation bar, for pages with `navigationStyle: 'custom'`. All others use the platform's. */
export function NavBar({ title, back, children, over }: NavBarProps) {
  const { statusPx, barPx, capsulePx } = navMetrics();
  const heightPx = statusPx + barPx;
  const px = (n: number) => (process.env.TARO_ENV === 'weapp' ? `${n}px` : Taro.pxTransform(n));
  return (
    <>
      <View
        className={classes('ll-nav', over && 'll-nav--over')}
        style={{ paddingTop: px(statusPx), height: px(barPx), paddingRight: px(capsulePx || 16) }}
      >
        {back && (
          <View className="ll-nav__back" onClick={goBack} {...a11y('button', '返回')}>
            <Icon name="left" />
          </View>
        )}
        {title && <View className="ll-nav__title">{title}</View>}
        {children && <View className={classes('ll-grow', !back && 'll-nav__free')}>{children}</View>}
      </View>
      {!over && <View style={{ height: px(heightPx) }} />}
    </>
  );
}
