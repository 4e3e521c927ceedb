import { maskName, type StoredAddress } from './address';
import type { ReceiptBook } from './receipt';
import type { Touch } from './touch';

/** What the shop keeps of a resident besides the wallet. OPENID is not in it: `_id` is its hash. */
export type Resident = {
  readonly _id: string;
  /** Raised by every write: the condition of the next one. */
  readonly rev: number;
  readonly createdAtMs: number;
  readonly nickname: string;
  /** When WeChat passed the name that the resident chose; absent: it was not chosen, and others see a masked one. */
  readonly nameCheckedAtMs?: number;
  readonly estateId: string | null;
  readonly addresses: { readonly [addressId: string]: StoredAddress };
  readonly receipts: ReceiptBook;
  /** Entry channels: the very first, and the newest (product.md A4). */
  readonly firstTouch: Touch | null;
  readonly lastTouch: Touch | null;
};

/** Nobody is asked for a name before there is value: until then the shop says 邻居. */
export const DEFAULT_NICKNAME = '邻居';

export function newResident(residentId: string, nowMs: number): Resident {
  return {
    _id: residentId,
    rev: 0,
    createdAtMs: nowMs,
    nickname: DEFAULT_NICKNAME,
    estateId: null,
    addresses: {},
    receipts: { horizonMs: 0, kept: {} },
    firstTouch: null,
    lastTouch: null,
  };
}

/** What neighbours see: a name that was chosen and checked, else the surname alone (周**). */
export const publicName = ({ nickname, nameCheckedAtMs }: Pick<Resident, 'nickname' | 'nameCheckedAtMs'>): string =>
  nameCheckedAtMs === undefined && nickname !== DEFAULT_NICKNAME ? maskName(nickname) : nickname;
