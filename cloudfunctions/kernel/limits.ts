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
