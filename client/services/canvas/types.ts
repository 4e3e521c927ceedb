/** Anything that a pen can draw. */
export type Drawable = CanvasImageSource;

export interface Easel {
  readonly pen: CanvasRenderingContext2D;
  /** @throws when it does not load */
  readonly picture: (src: string) => Promise<Drawable>;
  /** What is drawn as a PNG: a file of this device, or a data URI in a browser. */
  readonly keep: () => Promise<string>;
}

/** In px of the drawing; it is kept `scale` times as large, so that it can be printed. */
export interface EaselSize {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}
