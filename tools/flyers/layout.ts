import type { BatchView } from '../../cloudfunctions/rooms/outreach/contract';

/** A4 in points, as PDF measures: 72 an inch. */
export const PAGE_WIDTH = 595.28;
export const PAGE_HEIGHT = 841.89;
const MM = 72 / 25.4;
/** Office printers leave the outer 5 mm white. */
const MARGIN = 8 * MM;

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Side of the code. A mini-program code is read from 25 mm up at arm's length; larger is read from further off. */
  readonly codeSide: number;
  /** Of the line with what it brings; the other lines follow from it. */
  readonly titleSize: number;
}

const GRIDS: { readonly [format in BatchView['format']]: Grid } = {
  card: { columns: 3, rows: 3, codeSide: 38 * MM, titleSize: 13 },
  flyer: { columns: 2, rows: 2, codeSide: 62 * MM, titleSize: 19 },
  poster: { columns: 1, rows: 1, codeSide: 120 * MM, titleSize: 40 },
};

export const gridOf = (format: BatchView['format']): Grid => GRIDS[format];

export interface Cell {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the n-th flyer lies, from 0: along the rows, then to the next page. */
export function cellOf({ columns, rows }: Grid, n: number): Cell {
  const onPage = n % (columns * rows);
  const width = (PAGE_WIDTH - 2 * MARGIN) / columns;
  const height = (PAGE_HEIGHT - 2 * MARGIN) / rows;
  return {
    page: Math.floor(n / (columns * rows)),
    x: MARGIN + (onPage % columns) * width,
    y: MARGIN + Math.floor(onPage / columns) * height,
    width,
    height,
  };
}

export const pagesOf = ({ columns, rows }: Grid, flyers: number): number => Math.ceil(flyers / (columns * rows));
