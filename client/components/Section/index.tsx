import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from '@/components/a11y';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import './index.scss';

export interface SectionProps {
  title: string;
  /** Beside the title: a countdown, a count. */
  beside?: ReactNode;
  /** At the right: small print, or with `onMore` a way to all of it. */
  aside?: string;
  onMore?: () => void;
  children: ReactNode;
}

export function Section({ title, beside, aside, onMore, children }: SectionProps) {
  return (
    <View className="ll-section">
      <View className="ll-section__head">
        <View className="ll-row">
          <View className="ll-section__title">{title}</View>
          {beside}
        </View>
        {aside && (
          <View className="ll-section__more" onClick={onMore} {...(onMore ? a11y('button') : {})}>
            {aside}
            {onMore && <Icon name="right" size={14} />}
          </View>
        )}
      </View>
      {children}
    </View>
  );
}

export interface CardProps {
  children: ReactNode;
  title?: string;
  aside?: ReactNode;
  /** Holds rows (Cell), which bring their own height. */
  cells?: boolean;
  onTap?: () => void;
  className?: string;
  id?: string;
}

export function Card({ children, title, aside, cells, onTap, className, id }: CardProps) {
  return (
    <View
      id={id}
      className={classes('ll-card', cells && 'll-card--cells', className)}
      onClick={onTap}
      {...(onTap ? a11y('button') : {})}
    >
      {title && (
        <View className="ll-spread ll-mb-8">
          <View className="ll-t3">{title}</View>
          {aside}
        </View>
      )}
      {children}
    </View>
  );
}
