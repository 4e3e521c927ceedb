import { useCallback, useRef, useState } from 'react';
import { toastError } from '@/text/trouble';

/**
 * A tap that waits for the server: `busy` while it runs, a second tap meanwhile is dropped. What `work` throws (no
 * network, a bug) is said in a toast; refusals are values and `work` deals with them.
 */
export function useTap<Args extends unknown[]>(
  work: (...args: Args) => Promise<void>,
): { busy: boolean; tap: (...args: Args) => void } {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const latest = useRef(work);
  latest.current = work;
  const tap = useCallback((...args: Args) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    void latest
      .current(...args)
      .catch(toastError)
      .finally(() => {
        running.current = false;
        setBusy(false);
      });
  }, []);
  return { busy, tap };
}
