/** Money is a whole number of fen (1/100 yuan); never a float, never yuan. */
export type Fen = number;

/**
 * Largest amount that the exact helpers of this folder accept: 2^51 fen. Three times it is still a safe integer, which
 * `mulDiv` needs. The largest cart the contracts let through (100 lines × 999 units × ¥100,000) is 1,000 times smaller.
 */
export const MAX_FEN: Fen = 2 ** 51;

/** True for a whole amount in [0, MAX_FEN]. */
export function isFen(value: unknown): value is Fen {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MAX_FEN;
}

/** Returns the amount or throws: a broken amount this deep is a bug, not a refusal. */
export function asFen(value: number, what = 'amount'): Fen {
  if (!isFen(value)) throw new RangeError(`${what} is no amount of fen: ${value}`);
  return value;
}

/** Sum of amounts, which may be negative; throws where the sum leaves the safe range. */
export function sumFen(amounts: readonly Fen[]): Fen {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  if (!Number.isSafeInteger(sum)) throw new RangeError('sum of fen is not exact');
  return sum;
}

export interface FenParts {
  /** '-' for a reduction, else '' */
  sign: '' | '-';
  /** whole yuan without grouping, e.g. '79' */
  yuan: string;
  /** always two digits, e.g. '80' */
  fen: string;
}

/** Splits an amount for display, so that pages can set the fen smaller: 7,980 → {yuan: '79', fen: '80'}. */
export function fenParts(amountFen: Fen): FenParts {
  if (!Number.isSafeInteger(amountFen)) throw new RangeError(`not a whole number of fen: ${amountFen}`);
  const size = Math.abs(amountFen);
  return {
    sign: amountFen < 0 ? '-' : '',
    yuan: String(Math.floor(size / 100)),
    fen: String(size % 100).padStart(2, '0'),
  };
}

/** '79.80', '-5.00': plain text for messages and exports. */
export function formatFen(amountFen: Fen): string {
  const { sign, yuan, fen } = fenParts(amountFen);
  return `${sign}${yuan}.${fen}`;
}

/** Shortest text of a round amount, for coupons and tags: 800 → '8', 850 → '8.5', 855 → '8.55'. */
export function shortYuan(amountFen: Fen): string {
  const { sign, yuan, fen } = fenParts(amountFen);
  const decimals = fen.replace(/0+$/, '');
  return decimals ? `${sign}${yuan}.${decimals}` : `${sign}${yuan}`;
}
