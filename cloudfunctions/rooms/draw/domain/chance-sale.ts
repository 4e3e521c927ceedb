import { chanceId } from '../../../kernel/ids';
import { yyyymmdd } from '../../../kernel/period';
import { type Refusal, type Result, refuse } from '../../../kernel/result';
import { type Chance, type PointsLot, refusalByJournal, type Wallet } from '../../../kernel/wallet';
import { openChances } from './chance';
import type { ChanceSale, Draw } from './draw';
import type { ChanceSaleView } from './view';

/** Points of an invitation cannot become chances (rules.md section 4; WeChat's notice on share activities, Dec 2020). */
export const mayBuyChances = ({ cause }: Pick<PointsLot, 'cause'>): boolean => !cause.startsWith('referral:');

/** How points are spent: the room that owns lots says how. */
export interface Purse {
  spendable(wallet: Wallet, nowMs: number): number;
  spend(wallet: Wallet, points: number, nowMs: number): Result<{ readonly wallet: Wallet }>;
}

export const boughtCounter = (drawId: string, nowMs: number): string => `buy_${drawId}_${yyyymmdd(nowMs)}`;

const leftToday = (wallet: Wallet, drawId: string, { perDay }: ChanceSale, nowMs: number): number =>
  Math.max(0, perDay - (wallet.counters[boughtCounter(drawId, nowMs)] ?? 0));

export function saleView(wallet: Wallet, draw: Draw, purse: Purse, nowMs: number): ChanceSaleView | null {
  const { chanceSale, drawId } = draw;
  if (!chanceSale) return null;
  return {
    ...chanceSale,
    leftToday: leftToday(wallet, drawId, chanceSale, nowMs),
    pointsLeft: purse.spendable(wallet, nowMs),
  };
}

export interface BoughtChance {
  readonly chanceId: string;
  readonly openChances: readonly string[];
  readonly pointsLeft: number;
  readonly leftToday: number;
}

export interface Buying {
  readonly op: string;
  readonly inputHash: string;
  readonly atMs: number;
  readonly nowMs: number;
  readonly draw: Draw;
  readonly purse: Purse;
}

type Bought =
  | { readonly write: Wallet; readonly value: Result<BoughtChance> }
  | { readonly keep: Result<BoughtChance> };

/** Points out, limit counted, chance in: one update of the wallet, which alone decides. */
export function buyChance(wallet: Wallet, buying: Buying): Bought {
  const known = wallet.journal[buying.op];
  if (known) return { keep: replyOf(known.reply, known.inputHash, buying.inputHash) };
  const refusal = refusalOf(wallet, buying);
  if (refusal) return { keep: refusal };
  const { op, draw, nowMs, purse, atMs, inputHash } = buying;
  const { drawId, chanceSale, endsAtMs } = draw;
  if (!chanceSale) return { keep: refuse('CHANCES_NOT_SOLD', {}) };
  const spent = purse.spend(wallet, chanceSale.points, nowMs);
  if (!spent.ok)
    return { keep: refuse('POINTS_SHORT', { left: purse.spendable(wallet, nowMs), points: chanceSale.points }) };
  const id = chanceId('points', op, 1);
  const counter = boughtCounter(drawId, nowMs);
  const chance: Chance = { state: 'open', drawId, at: nowMs, orderId: null, expiresAtMs: endsAtMs };
  const bought: Wallet = {
    ...spent.data.wallet,
    chances: { ...wallet.chances, [id]: chance },
    counters: { ...wallet.counters, [counter]: (wallet.counters[counter] ?? 0) + 1 },
  };
  const value: Result<BoughtChance> = {
    ok: true,
    data: {
      chanceId: id,
      openChances: openChances(bought, drawId, nowMs),
      pointsLeft: purse.spendable(bought, nowMs),
      leftToday: leftToday(bought, drawId, chanceSale, nowMs),
    },
  };
  const entry = {
    ...({ at: atMs, s: 'done', kind: 'chance-bought', points: -chanceSale.points, cause: drawId } as const),
    ...{ inputHash, reply: JSON.stringify(value) },
  };
  return { write: { ...bought, journal: { ...bought.journal, [op]: entry } }, value };
}

function refusalOf(wallet: Wallet, { draw, nowMs, atMs }: Buying): Refusal | null {
  const { chanceSale, drawId } = draw;
  if (!chanceSale) return refuse('CHANCES_NOT_SOLD', {});
  // A key this old is told so at the door; here it could meet a journal that has forgotten it.
  if (atMs < wallet.horizon) return refuse('REQUEST_KEY_EXPIRED', {});
  const full = refusalByJournal(wallet);
  if (full) return full;
  return leftToday(wallet, drawId, chanceSale, nowMs) > 0
    ? null
    : refuse('CHANCES_OF_DAY', { perDay: chanceSale.perDay });
}

function replyOf(stored: string | undefined, before: string | undefined, now: string): Result<BoughtChance> {
  if (before !== now || stored === undefined) return refuse('REQUEST_KEY_REUSED', {});
  return JSON.parse(stored);
}
