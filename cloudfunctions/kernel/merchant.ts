import { type EpochMs, yyyymmdd } from './period';

/** What a merchant bears of joint promotions (product.md C11): one counter cell each, two keys a month. */
export const merchantCellId = (merchantId: string): string => `merchant_${merchantId}`;

/** The Shanghai month as '202611': what a statement covers. */
export const monthOf = (atMs: EpochMs): string => yyyymmdd(atMs).slice(0, 6);

/** Fen that the merchant bears of orders paid in the month. */
export const borneKey = (month: string): string => `borne_${month}`;

/** Fen of them undone by refunds of the month. */
export const undoneKey = (month: string): string => `undone_${month}`;
