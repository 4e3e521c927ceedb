import Taro from '@tarojs/taro';
import { toast } from './toast';

export async function copyText(text: string, said = '复制好了'): Promise<void> {
  await Taro.setClipboardData({ data: text });
  toast(said);
}
