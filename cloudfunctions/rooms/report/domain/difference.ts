/** What is counted, in the words of the reports. */
export type Counter =
  | 'stock'
  | 'budget'
  | 'template'
  | 'prize'
  | 'merchant'
  | 'cell'
  | 'points'
  | 'coupon'
  | 'hold'
  | 'payment'
  | 'refund';

/** Two numbers that should be one. */
export interface Difference {
  readonly counter: Counter;
  /** The document or payment whose number it is. */
  readonly target: string;
  readonly key: string;
  /** What the entries, the order or the bank make it. A word where it is a state. */
  readonly expected: number | string;
  /** What stands there. */
  readonly found: number | string;
  /** The operation, order or refund that shows it; null: the sum. */
  readonly cause: string | null;
}

const COUNTER_OF: readonly (readonly [prefix: string, counter: Counter])[] = [
  ['shelf_', 'stock'],
  ['budget_', 'budget'],
  ['tpl_', 'template'],
  ['prize_', 'prize'],
  ['merchant_', 'merchant'],
];

export const counterOfCell = (cellId: string): Counter =>
  COUNTER_OF.find(([prefix]) => cellId.startsWith(prefix))?.[1] ?? 'cell';

/** `RECONCILE_STOCK` …: what kind of alert it is. */
export const alertKind = ({ counter }: Pick<Difference, 'counter'>): string => `RECONCILE_${counter.toUpperCase()}`;

/** The same gap is one alert however many nights find it; a gap that grows is another. */
export function alertCause({ target, key, cause, expected, found }: Difference): string {
  const gap = typeof expected === 'number' && typeof found === 'number' ? found - expected : `${expected}|${found}`;
  return [target, key, cause ?? '', gap].join('|');
}

/** One for each key in which the two are not the same; a key that one side lacks is 0. */
export function differencesByKey(
  what: Pick<Difference, 'counter' | 'target' | 'cause'>,
  expected: Readonly<Record<string, number>>,
  found: Readonly<Record<string, number>>,
): Difference[] {
  return [...new Set([...Object.keys(expected), ...Object.keys(found)])].flatMap((key) => {
    const [must, is] = [expected[key] ?? 0, found[key] ?? 0];
    return must === is ? [] : [{ ...what, key, expected: must, found: is }];
  });
}
