import { drawSlot, prizeAtSlot } from '../../../kernel/fairness';
import { DAY_MS, positionInPeriod } from '../../../kernel/period';
import { type Refusal, type Result, refuse } from '../../../kernel/result';
import type { Chance, JournalEntry, Prize, Spin, Wallet } from '../../../kernel/wallet';
import { openChances } from './chance';
import { consolationOf, type Draw, type DrawPrize, oddsOf, periodOf, prizeOf } from './draw';
import { type PrizeView, prizeView, type SpinView, spinView } from './view';

export interface Outcome {
  readonly slot: number;
  readonly drawn: DrawPrize;
}

/** What this chance draws: the seed and the chance alone say it, whoever asks and how often. */
export function outcomeOf(draw: Draw, seedHex: string, chanceId: string): Outcome {
  const slot = drawSlot(seedHex, draw.drawId, chanceId);
  return { slot, drawn: prizeOf(draw, prizeAtSlot(oddsOf(draw), slot)) };
}

export const winCounter = (drawId: string, drawPrizeId: string): string => `prize_${drawId}_${drawPrizeId}`;

export function isOverResidentLimit(wallet: Wallet, draw: Draw, prize: DrawPrize): boolean {
  const won = wallet.counters[winCounter(draw.drawId, prize.drawPrizeId)] ?? 0;
  return prize.perResident !== null && won >= prize.perResident;
}

/** How a prize becomes a coupon or a lot in the same update: the rooms that own those say how. */
export interface Givers {
  coupon(wallet: Wallet, given: { readonly templateId: string; readonly op: string; readonly atMs: number }): Wallet;
  points(
    wallet: Wallet,
    given: { readonly points: number; readonly op: string; readonly atMs: number; readonly cause: string },
  ): Wallet;
}

export interface SpinAttempt {
  readonly op: string;
  readonly chanceId: string;
  readonly nowMs: number;
  readonly draw: Draw;
  readonly outcome: Outcome;
  /** The unit that was taken; or why none was. Both null: the prize has no stock. */
  readonly cell: string | null;
  readonly turned: Spin['turned'];
  /** Of the request; null: the sweeper finishes what a request began. */
  readonly key: { readonly keyHash: string; readonly inputHash: string } | null;
  readonly paused: boolean;
  readonly givers: Givers;
}

export interface SpinReply {
  readonly spin: SpinView;
  readonly prize: PrizeView | null;
  readonly openChances: readonly string[];
}

export type SpinDecision =
  | { readonly write: Wallet; readonly value: Result<SpinReply> }
  | { readonly keep: Result<SpinReply> };

type KnownChance = Pick<SpinAttempt, 'op' | 'chanceId' | 'nowMs' | 'draw' | 'key' | 'paused'>;

/** What the wallet alone answers: the reply of a chance that was used, or why it cannot be spun; null: it can. */
export function answerBefore(wallet: Wallet, attempt: KnownChance): Result<SpinReply> | null {
  const { chanceId, draw, key, nowMs, op } = attempt;
  if (key && isKeyOfAnother(wallet, op, key.keyHash)) return refuse('REQUEST_KEY_REUSED', {});
  const chance = wallet.chances[chanceId];
  if (chance?.drawId !== draw.drawId) return refuse('NO_CHANCE', {});
  if (chance.state === 'used') return replyOfUsed(wallet, attempt, chance);
  return key === null ? null : refusalNow(chance.expiresAtMs, draw, attempt.paused, nowMs);
}

function refusalNow(expiresAtMs: number, draw: Draw, paused: boolean, nowMs: number): Refusal | null {
  if (paused) return refuse('DRAW_PAUSED', {});
  if (positionInPeriod(periodOf(draw), nowMs) !== 'inside')
    return refuse('DRAW_NOT_RUNNING', { opensAtMs: draw.startsAtMs, endsAtMs: draw.endsAtMs });
  return nowMs >= expiresAtMs ? refuse('CHANCE_EXPIRED', { expiresAtMs }) : null;
}

/** A chance is spun once, so its op is made from it; the key must still not serve two chances. */
function isKeyOfAnother(wallet: Wallet, op: string, keyHash: string): boolean {
  return Object.entries(wallet.journal).some(([other, entry]) => other !== op && entry.keyHash === keyHash);
}

function replyOfUsed(
  wallet: Wallet,
  { op, chanceId, draw, nowMs }: KnownChance,
  chance: Chance & { state: 'used' },
): Result<SpinReply> {
  const stored = wallet.journal[op]?.reply;
  if (stored !== undefined) return JSON.parse(stored);
  return { ok: true, data: replyNow(wallet, draw, chanceId, chance.spin, nowMs) };
}

function replyNow(wallet: Wallet, draw: Draw, chanceId: string, spin: Spin, nowMs: number): SpinReply {
  const prize = wallet.prizes[chanceId];
  return {
    spin: spinView(draw, chanceId, spin),
    prize: prize ? prizeView(chanceId, prize) : null,
    openChances: openChances(wallet, draw.drawId, nowMs),
  };
}

/** The wallet decides: open → used, with what is given, in one update. */
export function decideSpin(wallet: Wallet, attempt: SpinAttempt): SpinDecision {
  const before = answerBefore(wallet, attempt);
  if (before) return { keep: before };
  const { draw, outcome, chanceId, nowMs, op } = attempt;
  const limited = isOverResidentLimit(wallet, draw, outcome.drawn);
  const turned = limited ? 'RESIDENT_LIMIT' : attempt.turned;
  const given = turned === null ? outcome.drawn : consolationOf(draw);
  const spin: Spin = {
    atMs: nowMs,
    oddsVersion: draw.oddsVersion,
    slot: outcome.slot,
    drawnPrizeId: outcome.drawn.drawPrizeId,
    givenPrizeId: given.drawPrizeId,
    turned,
    cell: turned === null ? attempt.cell : null,
  };
  const used = withPrize(withUsedChance(wallet, chanceId, spin), attempt, given);
  const value: Result<SpinReply> = { ok: true, data: replyNow(used, draw, chanceId, spin, nowMs) };
  const entry = entryOf(attempt, spin, given, value);
  return { write: { ...used, journal: { ...used.journal, [op]: entry } }, value };
}

function withUsedChance(wallet: Wallet, chanceId: string, spin: Spin): Wallet {
  const chance = wallet.chances[chanceId];
  if (!chance) throw new Error(`chance ${chanceId} was there a moment ago`);
  const { drawId, at, orderId } = chance;
  return { ...wallet, chances: { ...wallet.chances, [chanceId]: { state: 'used', drawId, at, orderId, spin } } };
}

/** Coupons and points are given at once; goods and services wait to be claimed. */
function withPrize(wallet: Wallet, { draw, op, chanceId, nowMs, givers }: SpinAttempt, given: DrawPrize): Wallet {
  const counter = winCounter(draw.drawId, given.drawPrizeId);
  const counted = { ...wallet, counters: { ...wallet.counters, [counter]: (wallet.counters[counter] ?? 0) + 1 } };
  const isGiven = given.kind === 'coupon' || given.kind === 'points';
  const prize: Prize = {
    drawId: draw.drawId,
    drawPrizeId: given.drawPrizeId,
    drawTitle: draw.title,
    title: given.title,
    unit: given.unit,
    kind: given.kind,
    wonAtMs: nowMs,
    claimUntilMs: nowMs + given.claimDays * DAY_MS,
    state: isGiven ? 'given' : 'to-claim',
    givenId: isGiven ? op : null,
    picture: given.picture,
    valueFen: given.valueFen,
  };
  const won = { ...counted, prizes: { ...counted.prizes, [chanceId]: prize } };
  if (given.kind === 'coupon') return givers.coupon(won, { templateId: given.templateId, op, atMs: nowMs });
  if (given.kind === 'points')
    return givers.points(won, { points: given.points, op, atMs: nowMs, cause: `draw:${chanceId}` });
  return won;
}

function entryOf(attempt: SpinAttempt, spin: Spin, given: DrawPrize, reply: Result<SpinReply>): JournalEntry {
  return {
    at: attempt.nowMs,
    s: 'done',
    cause: attempt.chanceId,
    drawId: attempt.draw.drawId,
    cells: spin.cell === null ? [] : [spin.cell],
    reply: JSON.stringify(reply),
    ...(given.kind === 'points' ? { kind: 'draw-won', points: given.points } : { kind: 'draw-spin' }),
    ...(attempt.key ?? {}),
  };
}
