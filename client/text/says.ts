/** What a refusal's `detail` may hold, as far as words need it. */
export interface Detail {
  field?: string;
  leftUnits?: number;
  left?: number;
  limit?: number;
  leastFen?: number;
  mostFen?: number;
  least?: number;
  name?: string;
  atMs?: number;
  untilMs?: number;
  opensAtMs?: number;
  gapFen?: number;
  traceId?: string;
  fresh?: { quote?: { payableFen?: number } };
}

/** What happened, and what it means for money and goods with what to do next. */
export interface Saying {
  title: string;
  note: string;
  /** The end of `note`: what to do. Before it a page may say in its own words what did not happen. */
  next?: string;
}

export type Says = (detail: Detail, nowMs: number) => Saying;

export const say =
  (title: string, note: string): Says =>
  () => ({ title, note });
