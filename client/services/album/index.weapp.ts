import Taro from '@tarojs/taro';
import type { Saved } from './types';

export type { Saved } from './types';

/**
 * Puts a picture of this device into the album. At the first time WeChat asks twice: whether the privacy guide is agreed to,
 * and whether this app may write into the album.
 */
export async function saveToAlbum(file: string, _name: string): Promise<Saved> {
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: file });
    return 'saved';
  } catch (error) {
    return outcomeOf(error);
  }
}

/** WeChat never asks again after a no: what was refused is allowed in its settings. True when it is now. */
export async function openAlbumSetting(): Promise<boolean> {
  const { authSetting } = await Taro.openSetting();
  return authSetting['scope.writePhotosAlbum'] === true;
}

/**
 * "privacy permission is not authorized": a no to the privacy guide, which WeChat shows again at the next try. "auth deny",
 * "auth denied", "authorize no response", "system permission denied": a no to the album, by phone and version.
 */
function outcomeOf(error: unknown): Saved {
  const { errMsg = '' } = error as { errMsg?: string };
  if (/cancel|privacy/.test(errMsg)) return 'cancelled';
  return /auth|permission/.test(errMsg) ? 'denied' : 'failed';
}
