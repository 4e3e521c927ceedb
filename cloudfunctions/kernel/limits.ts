/** Limits shared by contracts, domain and client. Sizes of input are bounded before any work is done. */
export const MAX_CART_LINES = 100;
/** Units of one SKU in a cart. */
export const MAX_LINE_QUANTITY = 999;
/** ¥100,000: highest price of one unit, and highest value of one reduction. */
export const MAX_UNIT_PRICE_FEN = 10_000_000;
/** Usable coupons in one wallet (protocol of holds: above it, COUPON_WALLET_FULL). */
export const MAX_COUPONS = 200;
/** One goods coupon in each stacking group, at most 4 groups (rules.md section 1, step 5). */
export const MAX_STACKING_GROUPS = 4;
/** Unpaid orders of one resident at once: each keeps goods from the others for 15 minutes, and a hold in the wallet. */
export const MAX_OPEN_ORDERS = 20;
/**
 * Entries that a wallet's journal holds before its resident is asked to wait: some 60 orders with their rewards a day. The
 * journal remembers 24 h, so without it a script that claims or orders all day would grow the wallet without end.
 */
export const MAX_JOURNAL_ENTRIES = 300;
