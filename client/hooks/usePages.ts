import { useCallback, useMemo, useRef, useState } from 'react';
import { toastError } from '@/text/trouble';
import { type Load, type LoadOptions, useLoad } from './useLoad';

/** One page of a list, as every paged operation answers. */
export interface PageOf<Row> {
  readonly rows: readonly Row[];
  /** Null: that was the last page. */
  readonly next: string | null;
}

export interface Pages<First extends PageOf<unknown>> {
  /** The first page's load, for AsyncView. */
  load: Load<First>;
  rows: First['rows'];
  /** There is more to come. */
  hasMore: boolean;
  /** Appends the next page; call it at the bottom. A failed page can be asked for again. */
  more: () => void;
}

/** A list by cursor, 20 rows a page: the first one loads by itself, the others at the bottom. */
export function usePages<First extends PageOf<unknown>>(
  ask: (cursor: string | undefined) => Promise<First>,
  deps: readonly unknown[],
  options: LoadOptions = {},
): Pages<First> {
  const [tail, setTail] = useState<{ of: First; rows: First['rows']; next: string | null } | null>(null);
  const load = useLoad(() => ask(undefined), deps, options);
  const asking = useRef(false);
  const latest = useRef(ask);
  latest.current = ask;

  // A tail belongs to the first page it was read after: with a fresh first page it is gone.
  const first = load.data ?? null;
  const mine = tail !== null && tail.of === first ? tail : null;
  const next = mine ? mine.next : (first?.next ?? null);
  const rows = useMemo(() => (first ? [...first.rows, ...(mine?.rows ?? [])] : []), [first, mine]);

  const more = useCallback(() => {
    if (asking.current || next === null || first === null) return;
    asking.current = true;
    void latest
      .current(next)
      .then((page) => setTail({ of: first, rows: [...(mine?.rows ?? []), ...page.rows], next: page.next }))
      .catch(toastError)
      .finally(() => {
        asking.current = false;
      });
  }, [next, first, mine]);

  return { load, rows, hasMore: next !== null, more };
}
