import { useCallback, useEffect, useRef, useState } from 'react';

/** What a page's data is doing. Old content is kept while it is asked for again, and when that fails. */
export type Load<T> = { reload: () => Promise<void>; refreshing: boolean } & (
  | { state: 'loading'; data?: undefined; error?: undefined; late: boolean }
  | { state: 'ready'; data: T; error?: unknown }
  | { state: 'error'; data?: undefined; error: unknown }
);

type Phase<T> =
  | { state: 'loading'; late: boolean }
  | { state: 'ready'; data: T; error?: unknown }
  | { state: 'error'; error: unknown };

/** Most answers are there sooner; a skeleton that flashes is worse than none. */
const skeletonAfterMs = 200;

export interface LoadOptions {
  /** What was loaded for other `deps` is not shown for these: rows of one tab are no rows of another. */
  fresh?: boolean;
}

/**
 * Loads on mount and whenever `deps` change; `reload()` asks again and keeps what is shown. Answers that a newer
 * question has overtaken are dropped. `null` as `ask` waits (an id that is not there yet).
 */
export function useLoad<T>(
  ask: (() => Promise<T>) | null,
  deps: readonly unknown[],
  { fresh = false }: LoadOptions = {},
): Load<T> {
  const [phase, setPhase] = useState<Phase<T>>({ state: 'loading', late: false });
  const [refreshing, setRefreshing] = useState(false);
  const turn = useRef(0);
  const latest = useRef(ask);
  latest.current = ask;

  const run = useCallback(async () => {
    const question = latest.current;
    if (!question) return;
    turn.current += 1;
    const mine = turn.current;
    const late = setTimeout(
      () => setPhase((now) => (now.state === 'loading' ? { ...now, late: true } : now)),
      skeletonAfterMs,
    );
    setRefreshing(true);
    const next = await settle(question);
    clearTimeout(late);
    if (mine !== turn.current) return;
    setRefreshing(false);
    setPhase((now) => (next.state === 'error' && now.state === 'ready' ? { ...now, error: next.error } : next));
  }, []);

  useEffect(() => {
    setPhase((now) => (now.state === 'ready' && !fresh ? now : { state: 'loading', late: false }));
    void run();
    return () => {
      turn.current += 1;
    };
  }, [run, fresh, ...deps]);

  const retry = useCallback(() => {
    setPhase((now) => (now.state === 'error' ? { state: 'loading', late: true } : now));
    return run();
  }, [run]);

  return { ...phase, refreshing, reload: retry } as Load<T>;
}

async function settle<T>(question: () => Promise<T>): Promise<Phase<T>> {
  try {
    return { state: 'ready', data: await question() };
  } catch (error) {
    return { state: 'error', error };
  }
}
