import { FONT, PAPER } from './paper';

type Pen = CanvasRenderingContext2D;

export interface Line {
  readonly x: number;
  /** Of the middle of the line. */
  readonly y: number;
  readonly size: number;
  readonly strong?: boolean;
  readonly colour: string;
  /** px; what is longer is cut with an ellipsis. */
  readonly width?: number;
}

const fontOf = ({ size, strong }: Pick<Line, 'size' | 'strong'>): string => `${strong ? 600 : 400} ${size}px ${FONT}`;

export function hasRoom(pen: Pen, text: string, line: Pick<Line, 'size' | 'strong'> & { width: number }): boolean {
  pen.font = fontOf(line);
  return pen.measureText(text).width <= line.width;
}

/** Writes from x to the right; px that it took. */
export function written(pen: Pen, text: string, { x, y, size, strong, colour, width }: Line): number {
  pen.font = fontOf({ size, strong });
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.fillStyle = colour;
  const shown = width === undefined ? text : fitting(pen, text, width);
  pen.fillText(shown, x, y);
  return pen.measureText(shown).width;
}

/** Writes around x. */
export function centred(pen: Pen, text: string, { x, ...line }: Line): void {
  pen.font = fontOf(line);
  const shown = line.width === undefined ? text : fitting(pen, text, line.width);
  written(pen, shown, { ...line, width: undefined, x: x - pen.measureText(shown).width / 2 });
}

/** As much of the text as has room, by the pen's present face. */
export function fitting(pen: Pick<Pen, 'measureText'>, text: string, width: number): string {
  if (pen.measureText(text).width <= width) return text;
  const letters = [...text];
  while (letters.length > 0 && pen.measureText(`${letters.join('')}…`).width > width) letters.pop();
  return `${letters.join('')}…`;
}

/** The shop's awning: 7.5 pairs of stripes, so that both ends show the first colour, over half ellipses. */
export function awning(pen: Pen, width: number): void {
  const [cloth, hem] = [14, 12];
  const stripe = width / 15;
  for (let index = 0; index < 15; index += 1) {
    pen.fillStyle = index % 2 === 0 ? PAPER.awningA : PAPER.awningB;
    // Half a px wider, or a hairline of the ground shows between two stripes.
    pen.fillRect(index * stripe, 0, stripe + 0.5, cloth);
    pen.save();
    pen.translate((index + 0.5) * stripe, cloth - 0.5);
    pen.scale(1, hem / (stripe / 2));
    pen.beginPath();
    pen.arc(0, 0, stripe / 2, 0, Math.PI);
    pen.fill();
    pen.restore();
  }
}

/** The board: 16 px that end at `foot`, the upper edge 3. */
export function shelf(pen: Pen, width: number, foot: number): void {
  pen.fillStyle = PAPER.shelf;
  pen.fillRect(0, foot - 16, width, 16);
  pen.fillStyle = PAPER.shelfEdge;
  pen.fillRect(0, foot - 16, width, 3);
}

export function disc(pen: Pen, x: number, y: number, radius: number, colour: string): void {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}
