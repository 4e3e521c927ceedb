import type { WxWorld } from './api';

/** jsdom paints nothing: each word and each picture that is drawn is noted as a use of wx, for the test to read. */
export interface CanvasNode {
  width: number;
  height: number;
  getContext(kind: string): unknown;
  createImage(): unknown;
}

/** What `<canvas type="2d">` answers to `fields({node: true})`. */
export function canvasNode(world: WxWorld): CanvasNode {
  return { width: 300, height: 150, getContext: () => pen(world), createImage: () => image(world) };
}

/** A context that takes every stroke; a Chinese letter is as wide as the face is high, any other half of it. */
function pen(world: WxWorld): object {
  const state: Record<string, unknown> = { font: '10px sans-serif' };
  const note = (api: string, options: Record<string, unknown>) => world.used.push({ api: `canvas.${api}`, options });
  const strokes: Record<string, unknown> = {
    fillText: (text: string, x: number, y: number) => void note('fillText', { text, x, y }),
    drawImage: ({ src }: { src: string }, x: number, y: number, w: number, h: number) =>
      void note('drawImage', { src, x, y, w, h }),
    measureText: (text: string) => ({ width: widthOf(text, Number(/([\d.]+)px/.exec(String(state.font))?.[1])) }),
  };
  return new Proxy(state, {
    get: (_, name) => strokes[String(name)] ?? state[String(name)] ?? (() => undefined),
  });
}

const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + (letter < '\u2e80' ? size / 2 : size), 0);

interface LoadedImage {
  src: string;
  onload: (() => void) | null;
  onerror: (() => void) | null;
}

/** Loads whatever it is told to, unless the test answers `loadImage` by throwing. */
function image(world: WxWorld): LoadedImage {
  let src = '';
  const self: LoadedImage = {
    onload: null,
    onerror: null,
    get src() {
      return src;
    },
    set src(value) {
      src = value;
      void world.activity.during('canvas.loadImage', () => load(world, self));
    },
  };
  return self;
}

async function load(world: WxWorld, { src, onload, onerror }: LoadedImage): Promise<void> {
  await Promise.resolve();
  try {
    world.answers.loadImage?.({ src });
  } catch {
    onerror?.();
    return;
  }
  onload?.();
}
