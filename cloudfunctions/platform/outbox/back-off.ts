import { MINUTE_MS } from '../../kernel/period';

/** From this failure on staff has it on its list; it is tried each hour all the same, and leaves the list when it succeeds. */
export const LETTER_AFTER_TRIES = 10;

/** What only waits for its turn is looked at again after this. */
export const AGAIN_AFTER_MS = MINUTE_MS;

const LONGEST_MINUTES = 60;

/** After the n-th failure, from 1: 1, 2, 4 … 60 minutes. The tenth is some 6 hours after the first. */
export const backOffMs = (tries: number): number => Math.min(LONGEST_MINUTES, 2 ** (tries - 1)) * MINUTE_MS;
