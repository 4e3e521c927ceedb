import type { OddsRow } from '../../../kernel/fairness';
import { isInPeriod, positionInPeriod } from '../../../kernel/period';
import type { Chance, Prize, PrizeClaim, Spin, Wallet } from '../../../kernel/wallet';
import { openChances } from './chance';
import { type Draw, type DrawLayout, type DrawPrize, periodOf, prizeOf } from './draw';
import { dayLimitOf, prizeCellIds, unitsOfStock } from './stock';
import type { Cells } from './winners';

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
  /** 袋, 盒, 张 … */
  readonly unit: string;
  /** 1: first prize; null: has none (points, consolation). */
  readonly tier: number | null;
  /** Units free from the start beyond the even pace; null: without stock. */
  readonly burst: number | null;
  readonly claimDays: number;
}

export interface SpinView extends Spin {
  readonly chanceId: string;
  readonly title: string;
}

export interface PrizeView extends Omit<Prize, 'noted' | 'undone' | 'lengthened'> {
  readonly prizeId: string;
  /** How its winner may still have it; empty: nothing to say any more, or nothing to fetch. */
  readonly ways: readonly PrizeClaim['way'][];
}

export interface WinnerView {
  /** 3 号楼 王**; of another estate with its name before; without an address, two digits that the winner can tell. */
  readonly name: string;
  readonly title: string;
  readonly picture: string;
  readonly valueFen: number;
  readonly tier: number | null;
  readonly atMs: number;
  /** The reader's own. */
  readonly isMine: boolean;
}

/** A chance that can be spun now. */
export interface ChanceView {
  readonly chanceId: string;
  readonly source: 'order' | 'points' | 'gift';
  /** When its order was received, or it was bought. */
  readonly atMs: number;
  readonly expiresAtMs: number;
}

/** The published odds of one version, in the order in which slots are laid end to end. */
export interface OddsTable {
  readonly oddsVersion: number;
  readonly rows: readonly (OddsRow & { readonly title: string })[];
}

/** One page of my spins. With the seed, `drawSlot(seedHex, drawId, chanceId)` and `prizeAtSlot` must give what is said here. */
export interface MySpins {
  readonly drawId: string;
  readonly title: string;
  readonly endsAtMs: number;
  readonly seedHash: string;
  /** Null before the end. */
  readonly seedHex: string | null;
  /** Of every version that a row names. */
  readonly tables: readonly OddsTable[];
  readonly rows: readonly SpinView[];
  readonly next: string | null;
}

/** What points buy; null in the draw: nothing. */
export interface ChanceSaleView {
  readonly points: number;
  readonly perDay: number;
  readonly leftToday: number;
  /** Points of mine that may buy one. */
  readonly pointsLeft: number;
}

export interface DrawView {
  readonly drawId: string;
  readonly title: string;
  /** 收到一单，抽一次 */
  readonly headline: string;
  readonly layout: DrawLayout;
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
  /** The same, with where each came from. */
  readonly chances: readonly ChanceView[];
  readonly chanceSale: ChanceSaleView | null;
  /** Who works for the shop looks on. */
  readonly staffExcluded: boolean;
  readonly spins: readonly SpinView[];
  /** The newest; `draw.winners` has all. */
  readonly winners: readonly WinnerView[];
  /** All who won ¥500 or more (SAMR order 32: visible at all times). */
  readonly bigWinners: readonly WinnerView[];
}

export function spinView(draw: Draw, chanceId: string, spin: Spin): SpinView {
  return { ...spin, chanceId, title: prizeOf(draw, spin.givenPrizeId).title };
}

/** Goods go with an order or are fetched; services are asked for at the shop. */
const WAYS: { readonly [kind in Prize['kind']]: PrizeView['ways'] } = {
  product: ['next-order', 'pick-up'],
  service: ['pick-up'],
  coupon: [],
  points: [],
};

export function prizeView(prizeId: string, prize: Prize): PrizeView {
  const { noted: _, undone: __, lengthened: ___, ...shown } = prize;
  const isOpen = prize.state === 'to-claim' || prize.state === 'claimed';
  return { ...shown, prizeId, ways: isOpen ? WAYS[prize.kind] : [] };
}

export const mayClaim = (kind: Prize['kind'], way: PrizeClaim['way']): boolean => WAYS[kind].includes(way);

export function prizeFieldView(draw: Draw, prize: DrawPrize, cells: Cells): DrawPrizeView {
  const { stock } = prize;
  const left = prizeCellIds(draw, prize).reduce((sum, cellId) => sum + (cells.get(cellId)?.left.n ?? 0), 0);
  return {
    drawPrizeId: prize.drawPrizeId,
    title: prize.title,
    kind: prize.kind,
    picture: prize.picture,
    valueFen: prize.valueFen,
    oddsPpm: prize.oddsPpm,
    count: stock ? unitsOfStock(stock) : null,
    left: stock ? left : null,
    perDay: stock ? dayLimitOf(stock) : null,
    perResident: prize.perResident,
    consolation: prize.consolation,
    unit: prize.unit,
    tier: prize.tier,
    burst: stock?.burst ?? null,
    claimDays: prize.claimDays,
  };
}

export function stateOf(draw: Draw, paused: boolean, nowMs: number): DrawView['state'] {
  const position = positionInPeriod(periodOf(draw), nowMs);
  if (position === 'inside') return paused ? 'paused' : 'running';
  return position === 'before' ? 'to-come' : 'ended';
}

/** All that the draw's page shows. The seed is handed in only by who may read it, after the end. */
export function drawView(
  draw: Draw,
  facts: {
    readonly wallet: Wallet;
    readonly cells: Cells;
    readonly paused: boolean;
    readonly staffExcluded: boolean;
    readonly revealedSeedHex: string | null;
    readonly chanceSale: ChanceSaleView | null;
    readonly winners: Pick<DrawView, 'winners' | 'bigWinners'>;
    readonly nowMs: number;
  },
): DrawView {
  const { wallet, cells, nowMs } = facts;
  const { drawId, title, headline, layout, startsAtMs, endsAtMs, rules, organiser, oddsVersion, seedHash } = draw;
  const open = isInPeriod(periodOf(draw), nowMs) ? openChances(wallet, drawId, nowMs) : [];
  return {
    ...{ drawId, title, headline, layout, startsAtMs, endsAtMs, rules, organiser, oddsVersion, seedHash },
    state: stateOf(draw, facts.paused, nowMs),
    prizes: draw.prizes.map((prize) => prizeFieldView(draw, prize, cells)),
    seedHex: nowMs >= endsAtMs ? facts.revealedSeedHex : null,
    openChances: open,
    chances: open.flatMap((id) => chanceView(id, wallet.chances[id])),
    chanceSale: facts.chanceSale,
    staffExcluded: facts.staffExcluded,
    spins: spinsOf(draw, wallet),
    ...facts.winners,
  };
}

function chanceView(chanceId: string, chance: Chance | undefined): ChanceView[] {
  if (chance?.state !== 'open') return [];
  const source = chanceId.startsWith('order:') ? 'order' : chanceId.startsWith('points:') ? 'points' : 'gift';
  return [{ chanceId, source, atMs: chance.at, expiresAtMs: chance.expiresAtMs }];
}

export const oddsTable = (draw: Draw): OddsTable => ({
  oddsVersion: draw.oddsVersion,
  rows: draw.prizes.map(({ drawPrizeId, oddsPpm, title }) => ({ prizeId: drawPrizeId, weight: oddsPpm, title })),
});

/** My spins of this draw, last first. Prizes are never taken off a draw, so every spin still finds its title. */
export function spinsOf(draw: Draw, wallet: Wallet): SpinView[] {
  const views = Object.entries(wallet.chances).flatMap(([chanceId, chance]) =>
    chance.state === 'used' && chance.drawId === draw.drawId ? [spinView(draw, chanceId, chance.spin)] : [],
  );
  return views.sort((a, b) => b.atMs - a.atMs || (a.chanceId < b.chanceId ? -1 : 1));
}
