import { Image, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { hidden } from '@/components/a11y';
import { classes } from '@/components/classes';
import { px } from '@/components/px';
import { pictureUrl } from '@/services/picture';
import './index.scss';

/** Something on the shelf, true to size: an egg is smaller than a milk. 46 to 86 px. */
export interface Good {
  picture: string;
  sizePx: number;
}

export interface StallProps {
  goods: readonly Good[];
  /** Between awning and shelf; the goods stand at the right of it when there is some. */
  children?: ReactNode;
  /** Under the awning, over the whole shelf. */
  over?: ReactNode;
  /** px from under the awning to the foot of the shelf; default 112. */
  height?: number;
  /** Below 260 px of width: fewer stripes. */
  narrow?: boolean;
  onTap?: () => void;
}

/** The one ornament: an awning over a shelf. At most one on a screen, never in a list. */
export function Stall({ goods, children, over, height = 112, narrow, onTap }: StallProps) {
  return (
    <View className={classes('ll-stall', narrow && 'll-stall--narrow')} onClick={onTap}>
      <Awning narrow={narrow} />
      {over && <View className="ll-stall__over">{over}</View>}
      {children && <View className="ll-stall__words">{children}</View>}
      <View
        className={classes('ll-shelf', Boolean(children) && 'll-shelf--beside')}
        style={{ height: px(height) }}
        {...hidden}
      >
        <View className="ll-shelf__board" />
        {goods.map(({ picture, sizePx }) => (
          <Image
            key={picture}
            className="ll-shelf__good"
            src={pictureUrl(picture)}
            mode="aspectFit"
            style={{ width: px(sizePx), height: px(sizePx) }}
          />
        ))}
      </View>
    </View>
  );
}

export function Awning({ narrow }: { narrow?: boolean }) {
  return (
    <View className={classes('ll-awning', narrow && 'll-awning--narrow')} {...hidden}>
      <View className="ll-awning__cloth" />
      <View className="ll-awning__hem" />
    </View>
  );
}
