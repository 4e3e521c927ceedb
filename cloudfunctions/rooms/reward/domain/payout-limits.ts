/**
 * ¥200: what WeChat lets a merchant transfer to a person at once for a cash campaign without a larger quota; far below the
 * ¥2,000 from which it asks for the person's name.
 */
export const MOST_PAYOUT_FEN = 20_000;
/** ¥0.30: below it WeChat transfers nothing. */
export const LEAST_PAYOUT_FEN = 30;
/** ¥200 a resident a Shanghai day, whatever brought it. */
export const MOST_OF_RESIDENT_FEN = 20_000;
/** ¥5,000 a Shanghai day in all: what a mistake or a fraud can cost before a person has slept over it. */
export const MOST_OF_DAY_FEN = 500_000;

/** What was approved on a Shanghai day, by payout and its number at WeChat. */
export interface PayoutDay {
  /** yyyymmdd */
  readonly _id: string;
  readonly rev: number;
  readonly taken: { readonly [outBillNo: string]: { readonly residentId: string; readonly fen: number } };
}

export type OverLimit = 'PAYOUT_OF_RESIDENT' | 'PAYOUT_OF_DAY';

/** The day with this payout in it; the same day where it is in already. */
export function withPayout(
  day: PayoutDay,
  outBillNo: string,
  { residentId, fen }: { readonly residentId: string; readonly fen: number },
): PayoutDay | OverLimit {
  if (day.taken[outBillNo]) return day;
  const all = Object.values(day.taken);
  const of = (rows: typeof all) => rows.reduce((sum, row) => sum + row.fen, 0);
  if (of(all.filter((row) => row.residentId === residentId)) + fen > MOST_OF_RESIDENT_FEN) return 'PAYOUT_OF_RESIDENT';
  if (of(all) + fen > MOST_OF_DAY_FEN) return 'PAYOUT_OF_DAY';
  return { ...day, rev: day.rev + 1, taken: { ...day.taken, [outBillNo]: { residentId, fen } } };
}
