import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import { Card } from '@/components/Section';
import './index.scss';

export interface FoldProps {
  title: string;
  /** Beside the title, also while it is closed: how many there are. */
  aside?: string;
  /** Drawn only while it is open. */
  children: ReactNode;
  id?: string;
  className?: string;
}

/** A card that opens at a tap: what matters only to who asks. */
export function Fold({ title, aside, children, id, className }: FoldProps) {
  const [open, setOpen] = useState(false);
  const said = { role: 'button', 'aria-expanded': open ? 'true' : 'false' };
  return (
    <Card cells className={className}>
      <View className="ll-fold__head" id={id} onClick={() => setOpen(!open)} {...said}>
        <View className="ll-grow ll-t3">{title}</View>
        {aside && <View className="ll-note">{aside}</View>}
        <Icon name="down" size={16} className={classes('ll-fold__arrow', open && 'll-fold__arrow--up')} />
      </View>
      <View>{open && <View className="ll-fold__body">{children}</View>}</View>
    </Card>
  );
}
