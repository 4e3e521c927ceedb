import type { ParsedInputOf } from '../../../contract';
import { borneKey, merchantCellId, undoneKey } from '../../../kernel/merchant';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { StaffContext } from '../../../platform/context';
import { readCells } from '../../../platform/holds/cells';
import type { StatementView, staffBudgetContract } from '../contract';

type Input = ParsedInputOf<(typeof staffBudgetContract)['budget.statement']>;

/** A merchant's account of a month. Refused: MERCHANT_UNKNOWN where no offer and no coupon ever named the merchant. */
export async function statement({ db }: StaffContext, { merchantId, month }: Input): Promise<Result<StatementView>> {
  const cellId = merchantCellId(merchantId);
  const cell = (await readCells(db, [cellId])).get(cellId);
  if (!cell) return refuse('MERCHANT_UNKNOWN', { merchantId });
  const borneFen = cell.left[borneKey(month)] ?? 0;
  const undoneFen = cell.left[undoneKey(month)] ?? 0;
  return ok({ merchantId, month, borneFen, undoneFen, dueFen: borneFen - undoneFen });
}
