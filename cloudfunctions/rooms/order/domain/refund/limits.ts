import { DAY_MS } from '../../../../kernel/period';

/** Money and points (1 = 1 fen) go back without review up to this much an order (issue: instant under a limit). */
export const INSTANT_REFUND_FEN = 5_000;
/** Support decides within a day (product.md G5). */
export const DECIDE_WITHIN_MS = DAY_MS;
/** After-sales window from receipt (rules.md sections 2 and 7); later requests are support's to open. */
export const AFTER_SALES_MS = 7 * DAY_MS;
/** WeChat Pay: refunds within 365 days of the payment, 50 of them (rules.md section 2). */
export const REFUND_WITHIN_MS = 365 * DAY_MS;
export const MOST_REFUNDS = 50;
/** Records of one order, those that were withdrawn or declined among them: `r1` to `r99`. */
export const MOST_RECORDS = 99;
/** As many of them a resident may make; the rest are kept for support, and for what a dropped refund gives back. */
export const MOST_OWN_RECORDS = 80;
