import type { Cell, Mark } from '../../../kernel/cell';
import type { Draw, DrawPrize } from './draw';
import { prizeCellIds } from './stock';
import type { WinnerView } from './view';

export type Cells = ReadonlyMap<string, Cell>;

/** A unit that somebody has for good. */
export interface Win {
  readonly residentId: string;
  readonly prize: DrawPrize;
  readonly atMs: number;
  /** `<cell>~<op>`: no other win has it. */
  readonly winId: string;
}

/** From this value on a winner is on the page at all times (SAMR order 32, prizes handed out on the spot). */
export const BIG_PRIZE_FEN = 50_000;

const SPIN = 'sp_';
/** Of a prize that its winner let pass: won it was. */
const EXPIRY = 'px_';

/**
 * Prize cells keep every mark, so the units that are out for good are the list of winners, last first. What was undone with
 * its order is off the list: of a winner's units in a cell as many as came back in this way, the newest first.
 */
export function winsOf(draw: Draw, cells: Cells): Win[] {
  const wins = draw.prizes.flatMap((prize) =>
    prizeCellIds(draw, prize).flatMap((cellId) => winsOfCell(prize, cellId, cells.get(cellId)?.held ?? {})),
  );
  return wins.sort((a, b) => b.atMs - a.atMs || (a.winId < b.winId ? -1 : 1));
}

function winsOfCell(prize: DrawPrize, cellId: string, held: Cell['held']): Win[] {
  const undone = new Map<string, number>();
  for (const [op, mark] of Object.entries(held))
    if (mark.gave && !op.startsWith(EXPIRY)) undone.set(mark.by, (undone.get(mark.by) ?? 0) + (mark.q.n ?? 0));
  const won = Object.entries(held)
    .filter(([op, mark]) => op.startsWith(SPIN) && isOut(mark))
    .sort(([, a], [, b]) => b.at - a.at);
  return won.flatMap(([op, { by, at }]) => {
    const back = undone.get(by) ?? 0;
    if (back > 0) undone.set(by, back - 1);
    return back > 0 ? [] : [{ residentId: by, prize, atMs: at, winId: `${cellId}~${op}` }];
  });
}

const isOut = ({ s, gave }: Mark): boolean => s === 'c' && !gave;

/** Who won, as neighbours know them; a person without an address is two digits that only they can tell. */
export interface Face {
  readonly estateId: string;
  readonly estateName: string;
  readonly building: string;
  /** 赵** */
  readonly maskedName: string;
}

export type Faces = ReadonlyMap<string, Face>;

/** 3 号楼 王**; of another estate than the reader's with its name before. */
export function shownName(residentId: string, face: Face | undefined, readerEstateId: string | null): string {
  if (!face) return `尾号 ${tailOf(residentId)} 的邻居`;
  const { estateId, estateName, building, maskedName } = face;
  const place = estateId === readerEstateId || readerEstateId === null ? building : `${estateName} ${building}`;
  return `${place} ${maskedName}`;
}

function tailOf(residentId: string): string {
  const digits = Number.parseInt(residentId.slice(-6), 16) % 100;
  return String(digits).padStart(2, '0');
}

export function winnerView(
  { residentId, prize, atMs }: Win,
  facts: { readonly faces: Faces; readonly readerId: string },
): WinnerView {
  const readerEstateId = facts.faces.get(facts.readerId)?.estateId ?? null;
  return {
    name: shownName(residentId, facts.faces.get(residentId), readerEstateId),
    title: prize.title,
    picture: prize.picture,
    valueFen: prize.valueFen,
    tier: prize.tier,
    atMs,
    isMine: residentId === facts.readerId,
  };
}
