import { useDidShow } from '@tarojs/taro';
import { useRef } from 'react';

/** Each time the page comes back to the front, but not the first: that one loads by itself. */
export function useOnReturn(then: () => void): void {
  const first = useRef(true);
  useDidShow(() => {
    if (first.current) first.current = false;
    else then();
  });
}
