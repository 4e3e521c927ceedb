import { type Mark, type Quantities, signedUnits } from '../../../kernel/cell';
import { merchantCellId } from '../../../kernel/merchant';
import { counterOfCell, type Difference, differencesByKey } from './difference';

/** A mark that an operation's decider says it has; `q` null: the decider says that it is there, not how much. */
export interface NamedMark {
  readonly cellId: string;
  readonly op: string;
  readonly q: Quantities | null;
  readonly gave: boolean;
}

type FoundMark = Pick<Mark, 'q' | 'gave'>;

/** What the decider says beside what the cell or its ledger has: expected is the decider's, found the cell's. */
export function compareMark(named: NamedMark, mark: FoundMark | undefined): Difference[] {
  const what = { counter: counterOfCell(named.cellId), target: named.cellId, cause: named.op };
  if (named.q === null) return mark ? [] : [{ ...what, key: named.op, expected: 1, found: 0 }];
  return differencesByKey(what, unitsOf({ q: named.q, ...(named.gave ? { gave: true } : {}) }), unitsOf(mark));
}

/** A mark for good that no decider speaks for. */
export function unspokenFor(cellId: string, op: string, mark: FoundMark): Difference[] {
  return differencesByKey({ counter: counterOfCell(cellId), target: cellId, cause: op }, {}, unitsOf(mark));
}

const unitsOf = (mark: FoundMark | undefined): Quantities => (mark ? signedUnits(mark) : {});

interface Returning {
  readonly orderId: string;
  readonly isCancelled: boolean;
  /** By SKU: what the shop could not pack. */
  readonly unpacked: Quantities;
}

/** More than it took never comes back to a shelf; all of it but what could not be packed does when the order is cancelled. */
export function compareReturns(
  { orderId, isCancelled, unpacked }: Returning,
  marks: readonly (NamedMark & { readonly q: Quantities })[],
): Difference[] {
  const shelves = marks.filter(({ cellId }) => counterOfCell(cellId) === 'stock');
  const cellIds = [...new Set(shelves.map(({ cellId }) => cellId))];
  return cellIds.flatMap((cellId) => {
    const own = shelves.filter((mark) => mark.cellId === cellId);
    const taken = sumOf(own.filter(({ gave }) => !gave));
    const returned = sumOf(own.filter(({ gave }) => gave));
    return Object.keys({ ...taken, ...returned }).flatMap((key): Difference[] => {
      const [out, back] = [(taken[key] ?? 0) - (unpacked[key] ?? 0), returned[key] ?? 0];
      const must = isCancelled ? out : Math.min(out, back);
      return must === back
        ? []
        : [{ counter: 'stock', target: cellId, key, expected: must, found: back, cause: orderId }];
    });
  });
}

/** What the frozen quote says that merchants bear is booked to their accounts, and undone at most that far: whole when cancelled. */
export function compareShares(
  { orderId, isCancelled }: { readonly orderId: string; readonly isCancelled: boolean },
  merchantsFen: Readonly<Record<string, number>>,
  marks: readonly (NamedMark & { readonly q: Quantities })[],
): Difference[] {
  const own = marks.filter(({ cellId }) => counterOfCell(cellId) === 'merchant');
  const cellIds = new Set([...Object.keys(merchantsFen).map(merchantCellId), ...own.map(({ cellId }) => cellId)]);
  return [...cellIds].flatMap((target): Difference[] => {
    const booked = (what: string) =>
      own
        .filter(({ cellId }) => cellId === target)
        .flatMap(({ q }) => Object.entries(q))
        .reduce((sum, [key, fen]) => sum + (key.startsWith(what) ? fen : 0), 0);
    const must = Object.entries(merchantsFen).find(([id]) => merchantCellId(id) === target)?.[1] ?? 0;
    const undone = booked('undone_');
    const wanted = [
      ['borne', must, booked('borne_')],
      ['undone', isCancelled ? must : Math.min(must, undone), undone],
    ] as const;
    return wanted
      .filter(([, expected, found]) => expected !== found)
      .map(([key, expected, found]) => ({ counter: 'merchant', target, key, expected, found, cause: orderId }));
  });
}

function sumOf(marks: readonly { readonly q: Quantities }[]): Quantities {
  const sum: { [key: string]: number } = {};
  for (const { q } of marks) for (const [key, units] of Object.entries(q)) sum[key] = (sum[key] ?? 0) + units;
  return sum;
}
