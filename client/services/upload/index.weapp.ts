import Taro from '@tarojs/taro';
import { openCloud } from '@/services/transport/cloud';
import { newPlace } from './place';
import { type ChosenPicture, JPEG_QUALITY } from './types';

export type { ChosenPicture } from './types';

/** Pictures from the camera or the album, made smaller, at most `most`; none: the person thought better of it. */
export async function choosePictures(most: number, folder: string): Promise<readonly ChosenPicture[]> {
  const paths = await choosePaths(most);
  return paths.map((path) => {
    const cloudPath = newPlace(folder);
    return { url: path, send: () => send(path, cloudPath) };
  });
}

async function choosePaths(most: number): Promise<readonly string[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: most, mediaType: ['image'], sizeType: ['compressed'] });
    return tempFiles.map(({ tempFilePath }) => tempFilePath);
  } catch {
    return [];
  }
}

async function send(filePath: string, cloudPath: string): Promise<string> {
  openCloud();
  const { fileID } = await Taro.cloud.uploadFile({ cloudPath, filePath: await smaller(filePath) });
  return fileID;
}

/** A phone that cannot make it smaller sends it as it is. */
async function smaller(src: string): Promise<string> {
  try {
    return (await Taro.compressImage({ src, quality: JPEG_QUALITY })).tempFilePath;
  } catch {
    return src;
  }
}
