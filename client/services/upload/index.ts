import { person } from '@/services/person';
import { toast } from '@/services/toast';
import { newPlace } from './place';
import { type ChosenPicture, JPEG_QUALITY, MOST_SIDE_PX } from './types';

export type { ChosenPicture } from './types';

/** Pictures from the camera or the album, made smaller, at most `most`; none: the person thought better of it. */
export async function choosePictures(most: number, folder: string): Promise<readonly ChosenPicture[]> {
  const files = await chooseFiles(most);
  const pictures = await Promise.all(files.slice(0, most).map((file) => chosen(file, folder)));
  const readable = pictures.filter((picture) => picture !== null);
  if (readable.length < pictures.length) toast('有一张打不开，换一张试试');
  return readable;
}

/** Null: the file is no picture that a browser can show. */
async function chosen(file: File, folder: string): Promise<ChosenPicture | null> {
  const picture = await smaller(file).catch(() => null);
  if (!picture) return null;
  const place = newPlace(folder);
  return { url: URL.createObjectURL(picture), send: () => send(picture, place) };
}

/** Drawn anew as JPEG: smaller, and without the place and phone that a camera writes into its files. */
async function smaller(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, MOST_SIDE_PX / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvas.getContext('2d');
  if (!pen) return file;
  // JPEG knows no transparency and would show black there.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', JPEG_QUALITY / 100));
  return drawn ?? file;
}

/** The embedded cloud's part of wx.cloud.uploadFile. */
async function send(picture: Blob, cloudPath: string): Promise<string> {
  const form = new FormData();
  form.set('cloudPath', cloudPath);
  form.set('file', picture, 'picture.jpg');
  const headers = { 'x-local-openid': await person() };
  const response = await fetch('/local/upload', { method: 'POST', headers, body: form });
  if (!response.ok) throw new Error(`the upload was answered with ${response.status}`);
  return ((await response.json()) as { fileID: string }).fileID;
}

function chooseFiles(most: number): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*';
    input.multiple = most > 1;
    input.onchange = () => resolve([...(input.files ?? [])]);
    input.oncancel = () => resolve([]);
    input.click();
  });
}
