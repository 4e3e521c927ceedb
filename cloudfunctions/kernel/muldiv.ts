/** Largest operand of `mulDiv`: 2^51, so that 3 × divisor is still a safe integer. */
const LIMIT = 2 ** 51;

export interface Division {
  quotient: number;
  remainder: number;
}

/**
 * Exact a × b / c for whole numbers 0 ≤ a ≤ c, 0 ≤ b, 0 < c, all ≤ 2^51, where a × b may be far beyond 2^53.
 * (iOS 13 has no BigInt.) Small products take one division; others walk the bits of b.
 */
export function mulDiv(a: number, b: number, c: number): Division {
  const sound = Number.isInteger(a) && Number.isInteger(b) && Number.isInteger(c) && a >= 0 && b >= 0;
  if (!sound || c <= 0 || a > c || b > LIMIT || c > LIMIT) throw new RangeError(`mulDiv(${a}, ${b}, ${c})`);
  const product = a * b;
  if (product <= Number.MAX_SAFE_INTEGER) {
    const remainder = product % c;
    return { quotient: (product - remainder) / c, remainder };
  }
  let quotient = 0;
  let remainder = 0;
  for (let bit = 2 ** Math.floor(Math.log2(b) + 1); bit >= 1; bit /= 2) {
    quotient *= 2;
    remainder *= 2;
    if (Math.floor(b / bit) % 2 === 1) remainder += a;
    while (remainder >= c) {
      remainder -= c;
      quotient += 1;
    }
  }
  return { quotient, remainder };
}
