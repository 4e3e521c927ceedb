import { HOUR_MS, MINUTE_MS } from '../../cloudfunctions/kernel/period';
import type { Dice } from './dice';
import { type FaultShares, NO_FAULTS } from './scheduler';

/** What kind of day it is: each kind finds other troubles more often. */
export interface Mood {
  readonly faults: FaultShares;
  /** Goods and budget, in times of the least: with little, people are in each other's way. */
  readonly plenty: number;
  /** Most orders of one person. */
  readonly orders: number;
  /** Share of paid orders that the resident cancels, and that the shop cancels. */
  readonly cancels: number;
  /** Share of the moments of an order's way at which some of it is asked back. */
  readonly refunds: number;
  /** Share of the steps at which the clock jumps, and how far. */
  readonly jumps: number;
  readonly jumpsMs: readonly number[];
  /** Timer jobs of the day, as often as they are named; null: all alike. */
  readonly jobs: readonly string[] | null;
}

/** Past a mark's life, a cell's horizon, the time to pay, a wallet's horizon. */
const JUMPS_MS = [70_000, 130_000, 3 * MINUTE_MS, 3 * MINUTE_MS, 11 * MINUTE_MS, 16 * MINUTE_MS, 25 * HOUR_MS];

const faultsOf = (dice: Dice): FaultShares => ({
  crash: dice.pick([0, 0.01, 0.04]),
  late: dice.pick([0, 0.02, 0.06]),
  lost: dice.pick([0, 0.02, 0.06]),
});

/**
 * Much is bought and taken back, over hours, by functions that die and an outbox that sleeps: what is given back in the
 * end meets cells that were pruned.
 */
const muchTakenBack: Mood = {
  faults: { crash: 0.04, late: 0.03, lost: 0.02 },
  plenty: 4,
  orders: 3,
  cancels: 0.4,
  refunds: 0.35,
  jumps: 0.02,
  jumpsMs: [3 * MINUTE_MS, 11 * MINUTE_MS, 11 * MINUTE_MS],
  jobs: ['holds.prune', 'holds.cells', 'holds.prune', 'holds.cells', 'order.abortStale', 'holds.wallets'],
};

/** There is enough of everything, orders arrive, and residents ask for units of them back, at the door and after receipt. */
const muchAskedBack = (dice: Dice): Mood => ({
  faults: faultsOf(dice),
  plenty: 4,
  orders: 2,
  cancels: 0.05,
  refunds: 0.7,
  jumps: 0.003,
  jumpsMs: [70_000, 3 * MINUTE_MS, 11 * MINUTE_MS],
  jobs: null,
});

/** Nothing goes wrong by itself, and there is enough of everything. */
export const calm: Mood = {
  faults: NO_FAULTS,
  plenty: 4,
  orders: 1,
  cancels: 0,
  refunds: 0,
  jumps: 0,
  jumpsMs: [],
  jobs: null,
};

export function moodOf(dice: Dice): Mood {
  const usual = { plenty: 1, orders: 2, cancels: 0.15, refunds: 0.15, jumps: 0.008, jumpsMs: JUMPS_MS, jobs: null };
  return dice.pick<Mood>([
    { ...usual, faults: faultsOf(dice) },
    { ...usual, faults: faultsOf(dice), jumps: 0.002 },
    muchTakenBack,
    muchAskedBack(dice),
  ]);
}
