import Taro from '@tarojs/taro';
import type { Drawable, Easel, EaselSize } from './types';

export type { Drawable, Easel, EaselSize } from './types';

/** What WeChat hands out for `<canvas type="2d">` (base library ≥ 2.9.0). */
interface CanvasNode {
  width: number;
  height: number;
  getContext(kind: '2d'): CanvasRenderingContext2D;
  createImage(): HTMLImageElement;
}

/** Sets up the canvas with this id. @throws when there is none */
export async function openEasel(id: string, { width, height, scale }: EaselSize): Promise<Easel> {
  const canvas = await nodeOf(id);
  const [wide, high] = [width * scale, height * scale];
  canvas.width = wide;
  canvas.height = high;
  const pen = canvas.getContext('2d');
  pen.scale(scale, scale);
  return { pen, picture: (src) => picture(canvas, src), keep: () => keep(canvas, wide, high) };
}

function nodeOf(id: string): Promise<CanvasNode> {
  return new Promise((resolve, reject) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      .exec(([found]: [{ node?: CanvasNode } | null]) =>
        found?.node ? resolve(found.node) : reject(new Error(`no canvas ${id}`)),
      );
  });
}

function picture(canvas: CanvasNode, src: string): Promise<Drawable> {
  return new Promise((resolve, reject) => {
    const image = canvas.createImage();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error(`a picture did not load: ${src.slice(0, 80)}`));
    image.src = src;
  });
}

async function keep(canvas: CanvasNode, destWidth: number, destHeight: number): Promise<string> {
  // Taro's type asks for its own canvas; WeChat takes the node (base library ≥ 2.9.0).
  const drawn = canvas as unknown as Taro.Canvas;
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: drawn, destWidth, destHeight, fileType: 'png' });
  return tempFilePath;
}
