import { PAGE_ROWS, type Page } from '../../../contract';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import { readCells } from '../../../platform/holds/cells';
import { readHead } from '../../campaign';
import type { Draw } from '../domain/draw';
import { allPrizeCells } from '../domain/stock';
import type { DrawView, WinnerView } from '../domain/view';
import { BIG_PRIZE_FEN, type Cells, type Win, winnerView, winsOf } from '../domain/winners';
import { knownDraw, warmDraw } from './draws';
import { facesOf } from './faces';

/** Winners on the draw's page. */
const MOST_ON_PAGE = 8;
/** Prizes of ¥500 and more are few; all of them are shown. */
const MOST_BIG = 100;

/** Those of the draw's page: the newest, and all who won ¥500 or more. One round trip for their names. */
export async function winnersOnPage(
  { db, residentId }: ResidentContext,
  draw: Draw,
  cells: Cells,
): Promise<Pick<DrawView, 'winners' | 'bigWinners'>> {
  const wins = winsOf(draw, cells);
  const newest = wins.slice(0, MOST_ON_PAGE);
  const big = wins.filter(({ prize }) => prize.valueFen >= BIG_PRIZE_FEN).slice(0, MOST_BIG);
  const views = await named({ db, residentId }, [...newest, ...big]);
  return { winners: views.slice(0, newest.length), bigWinners: views.slice(newest.length) };
}

async function named({ db, residentId }: Pick<ResidentContext, 'db' | 'residentId'>, wins: readonly Win[]) {
  const ids = wins.map((win) => win.residentId);
  const faces = await facesOf(db, ids.length === 0 ? [] : [...ids, residentId]);
  return wins.map((win) => winnerView(win, { faces, readerId: residentId }));
}

/** Everyone who won a counted prize. Warm: 2 round trips {head, cells} → {names}. Refused: DRAW_UNKNOWN. */
export async function winners(
  context: ResidentContext,
  input: { readonly drawId: string; readonly cursor?: string | undefined },
): Promise<Result<Page<WinnerView>>> {
  const { db } = context;
  const warm = warmDraw(context, input.drawId);
  const [head, early] = await Promise.all([readHead(db), warm ? readCells(db, allPrizeCells(warm.draw)) : null]);
  const known = await knownDraw(context, head, input.drawId);
  if (!known) return refuse('DRAW_UNKNOWN', {});
  const cells = early && known === warm ? early : await readCells(db, allPrizeCells(known.draw));
  const wins = winsOf(known.draw, cells);
  const from = wins.findIndex((win) => cursorOf(win) === input.cursor);
  // One that was undone meanwhile ends the list: beginning anew would never end.
  const start = input.cursor === undefined ? 0 : from + 1 || wins.length;
  const page = wins.slice(start, start + PAGE_ROWS);
  const last = page.at(-1);
  const next = last && start + PAGE_ROWS < wins.length ? cursorOf(last) : null;
  return ok({ rows: await named(context, page), next });
}

const cursorOf = ({ winId }: Win): string => winId;
