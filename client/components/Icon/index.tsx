import { View } from '@tarojs/components';
import { hidden } from '@/components/a11y';
import { classes } from '@/components/classes';

/** The icons that client/theme/icons.scss draws; a test holds the two lists together. */
export const iconNames = [
  'home',
  'home-fill',
  'grid',
  'grid-fill',
  'ticket',
  'ticket-fill',
  'cart',
  'cart-fill',
  'user',
  'user-fill',
  'search',
  'left',
  'right',
  'down',
  'up',
  'plus',
  'minus',
  'check',
  'close',
  'pin',
  'pin-fill',
  'horn',
  'gift',
  'wallet',
  'lock',
  'crown',
  'truck',
  'coins',
  'package',
  'moped',
  'edit',
  'undo',
  'receipt',
  'shield',
  'headset',
  'store',
  'qr',
  'scan',
  'copy',
  'download',
  'phone',
  'wifi',
  'warn',
  'info',
  'share',
  'clock',
  'check-circle',
  'star',
  'bell',
  'camera',
  'note',
  'users',
  'chat',
  'list',
  'tag',
  'key',
  'flag',
  'trophy',
  'hourglass',
  'bolt',
  'fire',
] as const;
export type IconName = (typeof iconNames)[number];

export interface IconProps {
  name: IconName;
  /** px; default 20. */
  size?: 12 | 14 | 16 | 24 | 28 | 40;
  className?: string;
}

/** An icon in the colour of the text around it. Always beside a word, so screen readers skip it. */
export function Icon({ name, size, className }: IconProps) {
  return <View className={classes('ll-i', `ll-i-${name}`, size && `ll-i--${size}`, className)} {...hidden} />;
}
