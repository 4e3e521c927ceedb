/** The poster is paper: it keeps its light colours in dark mode, and a canvas cannot read the theme's tokens anyway. */
export const PAPER = {
  ground: '#ffede1',
  white: '#ffffff',
  ink: '#2b2320',
  ink2: '#5f5149',
  ink3: '#75665c',
  accent: '#c8380f',
  awningA: '#f2552c',
  awningB: '#fffaf4',
  shelf: '#ecc796',
  shelfEdge: '#d9ab70',
  face: '#fff0cf',
} as const;

/** px of the drawing, whatever the page makes of it; three times that when it is kept, for a printer. */
export const POSTER = { width: 310, height: 410, scale: 3 } as const;

export const FONT =
  '-apple-system, "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';
