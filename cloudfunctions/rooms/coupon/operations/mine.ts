import { PAGE_ROWS, type Page } from '../../../contract';
import { ok, type Result } from '../../../kernel/result';
import type { Wallet } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import { readWallet } from '../../../platform/holds/wallets';
import { couponIdOf, type EndedCoupon } from '../domain/ended';
import { type CouponView, couponView } from '../domain/view';
import { endedPage } from '../store';

type Tab = 'usable' | 'used' | 'over';

const TAB_OF: Readonly<Record<CouponView['state'], Tab>> = {
  usable: 'usable',
  returned: 'usable',
  locked: 'usable',
  used: 'used',
  expired: 'over',
  revoked: 'over',
};

/**
 * My coupons: what the wallet holds comes whole on the first page (≤ 200 usable, and a day of used ones), then the
 * archive in pages. Usable: what ends first comes first; the others: what ended last.
 */
export async function mine(
  context: ResidentContext,
  input: { readonly tab: Tab; readonly cursor?: string | undefined },
): Promise<Result<Page<CouponView>>> {
  const { db, residentId, nowMs } = context;
  const { tab, cursor } = input;
  const archived =
    tab === 'usable'
      ? Promise.resolve([])
      : endedPage(db, { residentId, tab, beforeKey: beforeKey(cursor) }, PAGE_ROWS + 1);
  const [wallet, found] = await Promise.all([readWallet(db, residentId), archived]);
  const page = found.slice(0, PAGE_ROWS);
  const last = page.at(-1);
  const next = found.length > PAGE_ROWS && last ? cursorOf(last) : null;
  const fromWallet = cursor === undefined ? inWallet(wallet, tab, nowMs) : [];
  const shown = new Set(Object.keys(wallet.coupons));
  const fromArchive = page
    .filter(({ _id }) => !shown.has(couponIdOf(_id)))
    .map(({ _id, coupon }) => couponView(couponIdOf(_id), coupon, nowMs));
  return ok({ rows: [...fromWallet, ...fromArchive], next });
}

function inWallet(wallet: Wallet, tab: Tab, nowMs: number): CouponView[] {
  const views = Object.entries(wallet.coupons)
    .map(([couponId, coupon]) => couponView(couponId, coupon, nowMs))
    .filter(({ state }) => TAB_OF[state] === tab);
  const sign = tab === 'usable' ? 1 : -1;
  return views.sort((a, b) => sign * (a.validUntilMs - b.validUntilMs) || (a.couponId < b.couponId ? -1 : 1));
}

/** Cursors hold no colon (contract/index.ts), archive ids do. */
const cursorOf = ({ endedKey }: EndedCoupon): string => endedKey.replace(':', '~');
const beforeKey = (cursor: string | undefined): string | null => cursor?.replace('~', ':') ?? null;
