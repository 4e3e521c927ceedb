import type { Cell } from '../../../kernel/cell';
import { isInPeriod, positionInPeriod } from '../../../kernel/period';
import type { Prize, Spin, Wallet } from '../../../kernel/wallet';
import { openChances } from './chance';
import { type Draw, type DrawPrize, periodOf, prizeCellIds, prizeOf } from './draw';

/** A field of the wheel. Odds are parts of 1,000,000. */
export interface DrawPrizeView {
  readonly drawPrizeId: string;
  readonly title: string;
  readonly kind: 'coupon' | 'points' | 'product' | 'service';
  readonly picture: string;
  readonly valueFen: number;
  readonly oddsPpm: number;
  /** Null: without end (consolation). */
  readonly count: number | null;
  readonly left: number | null;
  readonly perDay: number | null;
  readonly perResident: number | null;
  readonly consolation: boolean;
  /** Units free from the start beyond the even pace; null: without stock. */
  readonly burst: number | null;
  readonly claimDays: number;
}

export interface SpinView extends Spin {
  readonly chanceId: string;
  readonly title: string;
}

export interface PrizeView extends Prize {
  readonly prizeId: string;
}

export interface WinnerView {
  readonly name: string;
  readonly title: string;
  readonly atMs: number;
}

export interface DrawView {
  readonly drawId: string;
  readonly title: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly state: 'to-come' | 'running' | 'paused' | 'ended';
  readonly prizes: readonly DrawPrizeView[];
  /** Organiser, conditions, manner, claiming: what the law wants beside the odds (compliance.md). */
  readonly rules: readonly string[];
  readonly organiser: string;
  readonly oddsVersion: number;
  readonly seedHash: string;
  /** After the end. */
  readonly seedHex: string | null;
  readonly openChances: readonly string[];
  readonly spins: readonly SpinView[];
  readonly winners: readonly WinnerView[];
}

export function spinView(draw: Draw, chanceId: string, spin: Spin): SpinView {
  return { ...spin, chanceId, title: prizeOf(draw, spin.givenPrizeId).title };
}

export const prizeView = (prizeId: string, prize: Prize): PrizeView => ({ ...prize, prizeId });

type Cells = ReadonlyMap<string, Cell>;

/** Winners on the page: the newest of the prizes that are counted. */
const MOST_WINNERS = 30;

/** A winner is named by two digits that only the winner can recognise: nothing of a person is in them. */
export function maskedName(residentId: string): string {
  const digits = Number.parseInt(residentId.slice(-6), 16) % 100;
  return `尾号 ${String(digits).padStart(2, '0')} 的邻居`;
}

/** Prize cells keep every mark, so the units that are out for good are the list of winners. */
export function winnersOf(draw: Draw, cells: Cells): WinnerView[] {
  const won = draw.prizes.flatMap((prize) =>
    prizeCellIds(draw, prize).flatMap((cellId) =>
      Object.values(cells.get(cellId)?.held ?? {})
        .filter(({ s }) => s === 'c')
        .map(({ at, by }) => ({ name: maskedName(by), title: prize.title, atMs: at })),
    ),
  );
  return won.sort((a, b) => b.atMs - a.atMs || (a.name < b.name ? -1 : 1)).slice(0, MOST_WINNERS);
}

function prizeFieldView(draw: Draw, prize: DrawPrize, cells: Cells): DrawPrizeView {
  const { stock } = prize;
  const left = prizeCellIds(draw, prize).reduce((sum, cellId) => sum + (cells.get(cellId)?.left.n ?? 0), 0);
  return {
    drawPrizeId: prize.drawPrizeId,
    title: prize.title,
    kind: prize.kind,
    picture: prize.picture,
    valueFen: prize.valueFen,
    oddsPpm: prize.oddsPpm,
    count: stock?.count ?? null,
    left: stock ? left : null,
    perDay: stock?.perDay ?? null,
    perResident: prize.perResident,
    consolation: prize.consolation,
    burst: stock?.burst ?? null,
    claimDays: prize.claimDays,
  };
}

function stateOf(draw: Draw, paused: boolean, nowMs: number): DrawView['state'] {
  const position = positionInPeriod(periodOf(draw), nowMs);
  if (position === 'inside') return paused ? 'paused' : 'running';
  return position === 'before' ? 'to-come' : 'ended';
}

/** All that the wheel's page shows. The seed is handed in only by who may read it, after the end. */
export function drawView(
  draw: Draw,
  facts: {
    readonly wallet: Wallet;
    readonly cells: Cells;
    readonly paused: boolean;
    readonly revealedSeedHex: string | null;
    readonly nowMs: number;
  },
): DrawView {
  const { wallet, cells, nowMs } = facts;
  const running = isInPeriod(periodOf(draw), nowMs);
  return {
    drawId: draw.drawId,
    title: draw.title,
    startsAtMs: draw.startsAtMs,
    endsAtMs: draw.endsAtMs,
    state: stateOf(draw, facts.paused, nowMs),
    prizes: draw.prizes.map((prize) => prizeFieldView(draw, prize, cells)),
    rules: draw.rules,
    organiser: draw.organiser,
    oddsVersion: draw.oddsVersion,
    seedHash: draw.seedHash,
    seedHex: nowMs >= draw.endsAtMs ? facts.revealedSeedHex : null,
    openChances: running ? openChances(wallet, draw.drawId, nowMs) : [],
    spins: spinsOf(draw, wallet),
    winners: winnersOf(draw, cells),
  };
}

/** My spins of this draw, last first. Prizes are never taken off a draw, so every spin still finds its title. */
function spinsOf(draw: Draw, wallet: Wallet): SpinView[] {
  const views = Object.entries(wallet.chances).flatMap(([chanceId, chance]) =>
    chance.state === 'used' && chance.drawId === draw.drawId ? [spinView(draw, chanceId, chance.spin)] : [],
  );
  return views.sort((a, b) => b.atMs - a.atMs || (a.chanceId < b.chanceId ? -1 : 1));
}
