import Taro from '@tarojs/taro';
import { pictureUrl } from './picture';

/** Shows pictures large, beginning with the one that was tapped. */
export function lookAt(names: readonly string[], at: number): void {
  const urls = names.map(pictureUrl);
  void Taro.previewImage({ urls, current: urls[at] });
}
