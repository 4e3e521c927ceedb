import { View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { copyText } from '@/services/copy';
import { fingerprintText } from './numbers';
import './parts.scss';

interface FingerprintProps {
  name: string;
  hex: string;
  id?: string;
}

/** A long number to compare by eye; a tap copies the whole. */
export function Fingerprint({ name, hex, id }: FingerprintProps) {
  return (
    <View className="draw-hash" id={id} onClick={() => void copyText(hex)} {...a11y('button', name)}>
      <View className="ll-cap">{name}</View>
      <View className="draw-mono">{fingerprintText(hex)}</View>
    </View>
  );
}
