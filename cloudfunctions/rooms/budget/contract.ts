import * as v from 'valibot';
import { id, reads } from '../../contract';

/** What a merchant bears of joint promotions in one month (product.md C11). */
export interface StatementView {
  readonly merchantId: string;
  readonly month: string;
  /** Of orders paid in the month. */
  readonly borneFen: number;
  /** Undone by refunds of the month, of whichever month's orders. */
  readonly undoneFen: number;
  /** Borne − undone: what the merchant owes the shop for the month; below 0, the shop owes it back. */
  readonly dueFen: number;
}

export const staffBudgetContract = {
  /** `month`: 202611, a month of Shanghai. */
  'budget.statement': reads(
    v.strictObject({ merchantId: id(), month: v.pipe(v.string(), v.regex(/^20\d{2}(0[1-9]|1[0-2])$/, 'a month')) }),
  )<StatementView>(),
};
