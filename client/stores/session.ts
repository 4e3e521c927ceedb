import type { SessionView } from '@rooms/account/contract';
import { create } from 'zustand';
import { resident } from '@/services/doors';
import { useCart } from './cart';

interface Session {
  /** Null until the first answer. */
  me: SessionView | null;
  set: (me: SessionView) => void;
  /** Asks who this is and what they have. @throws NetworkError, RefusedError */
  refresh: () => Promise<SessionView>;
}

/** Who the server says this resident is. */
export const useSession = create<Session>((set) => ({
  me: null,
  set: (me) => {
    useCart.getState().heardCount(me.cartCount);
    set({ me });
  },
  refresh: async () => {
    const me = await resident.ask('account.session', {});
    useSession.getState().set(me);
    return me;
  },
}));
