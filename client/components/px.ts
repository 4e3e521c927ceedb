import Taro from '@tarojs/taro';

/** A length of the design (px at width 375) for an inline style: rpx in WeChat, rem in a browser, as in the style sheets. */
export const px = (length: number): string => Taro.pxTransform(length);
