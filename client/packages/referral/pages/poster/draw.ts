import type { Drawable, Easel } from '@/services/canvas';
import { pictureUrl } from '@/services/picture';
import type { PosterFace } from './face';
import { PAPER, POSTER } from './paper';
import { awning, centred, disc, hasRoom, shelf, written } from './strokes';

/** What stands on the shelf, with its size in px: true to life, an egg is smaller than a milk. */
const GOODS = [
  ['toast', 58],
  ['tomato', 54],
  ['milk', 80],
  ['greens', 64],
  ['egg', 42],
] as const;

const SHELF_TOP = 256;
const CODE = { side: 104, left: POSTER.width - 8 - 104, top: SHELF_TOP + 12 };
const LEFT = { x: 16, width: CODE.left - 16 };

/**
 * Draws the poster: the shop over its shelf, below it who recommends it, what is given, and the code.
 * @throws when the code's picture does not load; a product's picture that does not is left out
 */
export async function drawPoster({ pen, picture }: Easel, face: PosterFace): Promise<void> {
  const orNone = (name: string): Promise<Drawable | null> => picture(pictureUrl(name)).catch(() => null);
  const [code, person, ...goods] = await Promise.all([
    picture(face.code),
    orNone('person'),
    ...GOODS.map(([name]) => orNone(name)),
  ]);
  pen.fillStyle = PAPER.white;
  pen.fillRect(0, 0, POSTER.width, POSTER.height);
  drawShop(pen, face);
  drawGoods(pen, goods);
  drawPerson(pen, face, person);
  drawGift(pen, face);
  pen.drawImage(code, CODE.left, CODE.top, CODE.side, CODE.side);
  centred(pen, face.scanMe, {
    x: CODE.left + CODE.side / 2,
    y: CODE.top + CODE.side + 12,
    size: 12,
    colour: PAPER.ink3,
  });
}

function drawShop(pen: CanvasRenderingContext2D, { head, hours }: PosterFace): void {
  const x = POSTER.width / 2;
  pen.fillStyle = PAPER.ground;
  pen.fillRect(0, 0, POSTER.width, SHELF_TOP);
  awning(pen, POSTER.width);
  head.forEach((line, index) => {
    centred(pen, line, { x, y: 55 + 34 * index, size: 24, strong: true, colour: PAPER.ink });
  });
  centred(pen, hours, { x, y: 122, size: 13, colour: PAPER.ink2, width: POSTER.width - 32 });
  shelf(pen, POSTER.width, SHELF_TOP);
}

/** Beside each other on the board, drawn 3 px into one another as on the shop's own shelf. */
function drawGoods(pen: CanvasRenderingContext2D, goods: readonly (Drawable | null)[]): void {
  const overlap = 6;
  const total = GOODS.reduce((sum, [, size]) => sum + size - overlap, 0);
  let x = (POSTER.width - total) / 2 - overlap / 2;
  GOODS.forEach(([, size], index) => {
    const good = goods[index];
    if (good) pen.drawImage(good, x, SHELF_TOP - 11 - size, size, size);
    x += size - overlap;
  });
}

function drawPerson(pen: CanvasRenderingContext2D, { recommends }: PosterFace, person: Drawable | null): void {
  const y = SHELF_TOP + 38;
  disc(pen, LEFT.x + 16, y, 16, PAPER.face);
  if (person) pen.drawImage(person, LEFT.x + 4, y - 12, 24, 24);
  written(pen, recommends, { x: LEFT.x + 40, y, size: 15, strong: true, colour: PAPER.ink, width: LEFT.width - 40 });
}

function drawGift(pen: CanvasRenderingContext2D, { first, reward, terms }: PosterFace): void {
  const [before, what, after] = reward;
  const { x, width } = LEFT;
  written(pen, first, { x, y: SHELF_TOP + 74, size: 14, colour: PAPER.ink, width });
  const y = SHELF_TOP + 95;
  let at = x;
  for (const [text, isReward] of [
    [before, false],
    [what, true],
    [after, false],
  ] as const) {
    const colour = isReward ? PAPER.accent : PAPER.ink;
    at += written(pen, text, { x: at, y, size: 14, strong: isReward, colour, width: x + width - at });
  }
  drawTerms(pen, terms);
}

function drawTerms(pen: CanvasRenderingContext2D, terms: PosterFace['terms']): void {
  const face = { size: 12, colour: PAPER.ink3 } as const;
  const one = terms.join('，');
  const lines = hasRoom(pen, one, { ...face, width: LEFT.width }) ? [one] : terms;
  lines.forEach((line, index) => {
    written(pen, line, { ...face, ...LEFT, y: SHELF_TOP + 118 + 17 * index });
  });
}
