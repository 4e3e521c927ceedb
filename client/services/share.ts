import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { urlOf } from './navigate';
import { pictureUrl } from './picture';

/**
 * What WeChat's own "forward" sends from this page (its config says `enableShareAppMessage`). Nothing is earned by
 * forwarding, and no dialog asks for it.
 */
export function useForward(title: string, path: string = '/pages/home/index', picture = 'basket'): void {
  useShareAppMessage(() => ({ title, path, imageUrl: pictureUrl(picture) }));
}

/**
 * What WeChat's own menu puts on the timeline from this page (`enableShareTimeline`). It shows this very page there, opened
 * with `query`, without who the person is and without the way to other pages (WeChat's single-page mode).
 */
export function useTimeline(title: string, query: string, picture = 'basket'): void {
  useShareTimeline(() => ({ title, query, imageUrl: pictureUrl(picture) }));
}

export const productPath = (skuId: string): string => urlOf('product', { id: skuId });
