import { hashOf } from './ids';
import { DAY_MS } from './period';
import type { JournalEntry, Prize, Wallet } from './wallet';

/**
 * What happens to prizes that are goods or services between winning and having: the draw's room lets them be claimed and
 * handed over, orders carry them. All of it is the wallet's to decide, so each is one change of the wallet.
 */

/** A prize whose time passed while a paid order had it, and that order was cancelled: rules.md section 2, as for coupons. */
export const LENGTHENED_MS = 3 * DAY_MS;

export const isWaiting = ({ state }: Prize): boolean => state === 'to-claim' || state === 'claimed';

/** Under this op a prize's unit goes back to its cell. */
export const endOp = (prizeId: string): string => `px_${hashOf(prizeId)}`;

type Prizes = Wallet['prizes'];

const withPrizes = (wallet: Wallet, changed: Prizes): Wallet =>
  Object.keys(changed).length === 0 ? wallet : { ...wallet, prizes: { ...wallet.prizes, ...changed } };

const pick = (wallet: Wallet, change: (prize: Prize, prizeId: string) => Prize | null): Prizes =>
  Object.fromEntries(
    Object.entries(wallet.prizes).flatMap(([prizeId, prize]) => {
      const changed = change(prize, prizeId);
      return changed ? [[prizeId, changed] as const] : [];
    }),
  );

/** Prizes that wait for the next order go with this one. Never refused: an order is not held up by a prize. */
export function holdPrizes(wallet: Wallet, orderId: string, nowMs: number): Wallet {
  return withPrizes(
    wallet,
    pick(wallet, (prize) => {
      const goesAlong = prize.state === 'claimed' && prize.claim?.way === 'next-order' && nowMs < prize.claimUntilMs;
      return goesAlong ? { ...prize, state: 'in-order', orderId } : null;
    }),
  );
}

/** What an order keeps of a prize that it carries. */
export interface CarriedPrize {
  readonly title: string;
  readonly unit: string;
  readonly picture: string;
  readonly drawTitle: string;
  readonly wonAtMs: number;
}

export function prizesIn(wallet: Wallet, orderId: string): { readonly [prizeId: string]: CarriedPrize } {
  return Object.fromEntries(
    Object.entries(wallet.prizes)
      .filter(([, prize]) => isIn(prize, orderId))
      .map(([prizeId, { title, unit, picture, drawTitle, wonAtMs }]) => [
        prizeId,
        { title, unit, picture, drawTitle, wonAtMs },
      ]),
  );
}

const isIn = (prize: Prize, orderId: string): boolean => prize.state === 'in-order' && prize.orderId === orderId;

/**
 * The order will not bring them. `wasPaid`: a prize whose time passed meanwhile gets 3 days, once; from an unpaid order it
 * comes back as it is. What its own order's refund undid while it was away is revoked now, and its unit can be won again.
 */
export function returnPrizes(wallet: Wallet, orderId: string, nowMs: number, wasPaid: boolean): Wallet {
  let changed = wallet;
  for (const [prizeId, prize] of Object.entries(wallet.prizes)) {
    if (!isIn(prize, orderId)) continue;
    const { orderId: _, ...waiting } = prize;
    const isOver = wasPaid && prize.claimUntilMs <= nowMs && !prize.lengthened;
    const longer = isOver ? ({ claimUntilMs: nowMs + LENGTHENED_MS, lengthened: true } as const) : {};
    changed = withPrizes(changed, { [prizeId]: { ...waiting, ...longer, state: 'claimed' } });
    if (prize.undone) changed = endPrize(changed, prizeId, 'revoked', nowMs);
  }
  return changed;
}

/** The order was delivered. A prize that is not with it any more stays as it is. */
export function bringPrizes(wallet: Wallet, orderId: string, nowMs: number): Wallet {
  return withPrizes(
    wallet,
    pick(wallet, (prize) => (isIn(prize, orderId) ? { ...prize, state: 'handed-over', endedAtMs: nowMs } : null)),
  );
}

/**
 * Ends a prize that nobody has: its entry says which cell gets the unit back, and who keeps the draw's books gives it back under
 * the entry's op (rooms/draw). A prize that has ended stays as it is.
 */
export function endPrize(wallet: Wallet, prizeId: string, state: 'expired' | 'revoked', nowMs: number): Wallet {
  const prize = wallet.prizes[prizeId];
  if (!prize || !isWaiting(prize)) return wallet;
  const cellId = cellOf(wallet, prizeId);
  const entry: JournalEntry = {
    at: nowMs,
    s: 'done',
    kind: 'prize-ended',
    cause: prizeId,
    ...(cellId === null ? {} : { returns: { [cellId]: { n: 1 } } }),
  };
  return {
    ...withPrizes(wallet, { [prizeId]: { ...prize, state, endedAtMs: nowMs } }),
    journal: { ...wallet.journal, [endOp(prizeId)]: entry },
  };
}

/** The cell that a prize's unit came from: its spin says so, and stays as long as the prize. Null: it has none. */
export function cellOf({ chances }: Pick<Wallet, 'chances'>, prizeId: string): string | null {
  const chance = chances[prizeId];
  return chance?.state === 'used' ? chance.spin.cell : null;
}

/** Codes that a counter may be shown, those of prizes that were handed over or are over too: then it says which. */
export const codesOf = ({ prizes }: Pick<Wallet, 'prizes'>): string[] =>
  Object.values(prizes)
    .flatMap(({ claim }) => (claim?.way === 'pick-up' ? [claim.code] : []))
    .sort();

/** States that the draw's books count (rooms/draw, settlement). */
const NOTED: ReadonlySet<Prize['state']> = new Set(['given', 'claimed', 'handed-over', 'expired', 'revoked']);

/** The books do not know yet what became of it. What came by no draw is in no draw's books. */
export const isUnnoted = ({ drawId, state, noted }: Prize): boolean =>
  drawId !== '' && NOTED.has(state) && noted !== state;
