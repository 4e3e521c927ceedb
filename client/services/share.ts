import { useShareAppMessage } from '@tarojs/taro';
import { urlOf } from './navigate';
import { pictureUrl } from './picture';

/** What WeChat's own "forward" sends from this page. Nothing is earned by forwarding, and no dialog asks for it. */
export function useForward(title: string, path: string = '/pages/home/index', picture = 'basket'): void {
  useShareAppMessage(() => ({ title, path, imageUrl: pictureUrl(picture) }));
}

export const productPath = (skuId: string): string => urlOf('product', { id: skuId });
