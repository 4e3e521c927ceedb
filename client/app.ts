import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { flyerOf, useEntry } from '@/stores/entry';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  useLaunch((options) => {
    useEntry.getState().heard({
      scene: typeof options.scene === 'number' ? options.scene : null,
      flyer: flyerOf(options.query ?? {}),
    });
  });
  return children;
}
