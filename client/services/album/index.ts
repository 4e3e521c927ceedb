import type { Saved } from './types';

export type { Saved } from './types';

/** In a browser the album is the downloads. `file`: a data URI. */
export async function saveToAlbum(file: string, name: string): Promise<Saved> {
  const link = document.createElement('a');
  link.href = file;
  link.download = `${name}.png`;
  link.click();
  return 'saved';
}

/** A browser asks by itself. */
export const openAlbumSetting = async (): Promise<boolean> => true;
