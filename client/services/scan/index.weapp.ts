import Taro from '@tarojs/taro';

/** Scans a code with the camera. What it says, or null when the person closed the camera. */
export async function scan(): Promise<string | null> {
  try {
    const found = await Taro.scanCode({ scanType: ['qrCode', 'wxCode' as 'qrCode'] });
    // A mini-program code has no text of its own: its page and scene come in `path`.
    return found.path || found.result;
  } catch {
    return null;
  }
}
