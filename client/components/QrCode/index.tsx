import { Image, View } from '@tarojs/components';
import { useMemo } from 'react';
import { a11y } from '@/components/a11y';
import { qrPicture } from './picture';
import './index.scss';

export interface QrCodeProps {
  /** What a scanner reads. */
  text: string;
  /** What it is, for screen readers: 「领奖码」. */
  label: string;
  id?: string;
}

/** A code of 176 px, dark on white in both themes: scanners want that. A picture, the same in WeChat and in the browser. */
export function QrCode({ text, label, id }: QrCodeProps) {
  const picture = useMemo(() => qrPicture(text), [text]);
  return (
    <View className="ll-qr" id={id} {...a11y('img', label)}>
      <Image className="ll-qr__picture" src={picture} mode="aspectFit" />
    </View>
  );
}
