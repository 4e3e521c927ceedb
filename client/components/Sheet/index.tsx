import { Popup } from '@nutui/nutui-react-taro';
import { ScrollView, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from '@/components/a11y';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import { words } from '@/text';
import './index.scss';

export interface SheetProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** A disc that stands half above the sheet; the title is centred under it. */
  crown?: ReactNode;
  /** Stays at the foot while the content scrolls: one filled button. */
  action?: ReactNode;
}

/** From below, at most 85 % of the height. */
export function Sheet({ open, onClose, title, children, action, crown }: SheetProps) {
  const className = classes('ll-sheet', Boolean(crown) && 'll-sheet--crowned');
  return (
    <Popup visible={open} position="bottom" round lockScroll onClose={onClose} className={className} destroyOnClose>
      {crown ? (
        <View className="ll-sheet__crown">
          <View className="ll-sheet__over">{crown}</View>
        </View>
      ) : (
        <View className="ll-sheet__grip" />
      )}
      <View className="ll-sheet__head">
        <View className="ll-t2">{title}</View>
        <View className="ll-sheet__close" onClick={onClose} {...a11y('button', words.close)}>
          <Icon name="close" />
        </View>
      </View>
      <ScrollView scrollY className="ll-sheet__list">
        {children}
      </ScrollView>
      {action && <View className="ll-sheet__action">{action}</View>}
      <View className="ll-sheet__safe" />
    </Popup>
  );
}
