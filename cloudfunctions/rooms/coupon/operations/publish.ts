import type { Context } from '../../../platform/context';
import { openMerchantCells } from '../../../platform/holds/merchants';
import { openCell } from '../../../platform/holds/open-cell';
import { codeIdOf } from '../domain/code';
import { type CouponTemplate, cellTotals, checkTemplate, templateCellId } from '../domain/template';
import { insertCode, insertTemplate } from '../store';

/**
 * Opens a template: its cells and its merchants' accounts first, each once, then the template that points to them; doing it again changes nothing.
 * Throws RangeError on an unsound template.
 */
export async function publishTemplate({ db }: Pick<Context, 'db'>, template: CouponTemplate): Promise<void> {
  checkTemplate(template);
  await openMerchantCells(db, Object.keys(template.terms.funding ?? {}), template.startsAtMs);
  const totals = cellTotals(template.total, template.cellCount);
  await Promise.all(totals.map((n, index) => openCell(db, templateCellId(template._id, index), { n })));
  await insertTemplate(db, template);
}

/** A code for a template with the channel `code`; `false`: this code is taken. */
export async function publishCode(
  { db }: Pick<Context, 'db'>,
  code: string,
  use: { readonly templateId: string; readonly startsAtMs: number; readonly endsAtMs: number },
): Promise<boolean> {
  return (await insertCode(db, { _id: codeIdOf(code), ...use })) === 'inserted';
}
