import type { SessionView } from '@rooms/account/contract';
import { useEffect } from 'react';
import { useSession } from '@/stores/session';

/**
 * Who this is, asked for when a page was entered directly (a card, a code) and nobody has asked yet. Null until then;
 * pages that cannot do without ask by useLoad instead.
 */
export function useWarmSession(): SessionView | null {
  const me = useSession((session) => session.me);
  useEffect(() => {
    if (useSession.getState().me === null)
      void useSession
        .getState()
        .refresh()
        .catch(() => undefined);
  }, []);
  return me;
}
