import type { Easel, EaselSize } from './types';

export type { Drawable, Easel, EaselSize } from './types';

/** Sets up the canvas with this id. @throws when there is none */
export async function openEasel(id: string, { width, height, scale }: EaselSize): Promise<Easel> {
  const canvas = document.querySelector<HTMLCanvasElement>(`#${id} canvas, canvas#${id}`);
  const pen = canvas?.getContext('2d');
  if (!canvas || !pen) throw new Error(`no canvas ${id}`);
  canvas.width = width * scale;
  canvas.height = height * scale;
  pen.scale(scale, scale);
  return { pen, picture, keep: async () => canvas.toDataURL('image/png') };
}

function picture(src: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error(`a picture did not load: ${src.slice(0, 80)}`));
    image.src = src;
  });
}
