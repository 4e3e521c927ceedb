import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { noteChat } from '@/services/chat/enter';
import { flyerOf, useEntry } from '@/stores/entry';
import './app.scss';

const isCard = (path = ''): boolean => path.includes('packages/referral/');

export default function App({ children }: PropsWithChildren) {
  useLaunch((options) => {
    useEntry.getState().heard({
      scene: typeof options.scene === 'number' ? options.scene : null,
      // A neighbour's card has a code of its own.
      flyer: isCard(options.path) ? null : flyerOf(options.query ?? {}),
    });
    void noteChat(typeof options.scene === 'number' ? options.scene : null);
  });
  return children;
}
