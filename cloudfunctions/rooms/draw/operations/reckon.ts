import { budgetCellId, type Quantities } from '../../../kernel/cell';
import type { Db } from '../../../platform/db';
import type { Settlement } from '../document';
import type { Draw } from '../domain/draw';
import { settlementId } from '../domain/settlement';
import { findSettlementsById, findVersions } from '../store';

/** A mark as the draw's own documents have it. */
export interface DrawMark {
  readonly by: string;
  readonly cellId: string;
  readonly op: string;
}

export interface DrawWord {
  readonly q: Quantities;
  readonly gave: boolean;
}

/**
 * What versions of draws set aside in their campaigns' budgets, and what settlements took off prize cells and gave back there:
 * by decider, as the marks that they left. Null: none of them says so.
 */
export async function wordsOfDrawMarks(
  db: Db,
  deciders: readonly string[],
): Promise<(mark: DrawMark) => DrawWord | null> {
  const prefix = settlementId('');
  const [versions, settlements] = await Promise.all([
    findVersions(
      db,
      deciders.filter((by) => !by.startsWith(prefix)),
    ),
    findSettlementsById(
      db,
      deciders.filter((by) => by.startsWith(prefix)),
    ),
  ]);
  return (mark) => ofVersion(versions.get(mark.by), mark) ?? ofSettlement(settlements.get(mark.by), mark);
}

function ofVersion(draw: Draw | undefined, { cellId, op }: DrawMark): DrawWord | null {
  if (!draw || draw.campaignId === null || draw.asideOp !== op) return null;
  const { campaignId, asideFen } = draw;
  return cellId === budgetCellId(campaignId) ? { q: { [campaignId]: asideFen }, gave: false } : null;
}

function ofSettlement(settlement: Settlement | undefined, { cellId, op }: DrawMark): DrawWord | null {
  const returned = settlement?.returns[op];
  if (!settlement || !returned) return null;
  if (returned.cellId === cellId) return { q: { n: returned.units }, gave: false };
  const effect = settlement.effects[op];
  if (effect?.target !== cellId) return null;
  const { q } = effect.data as { readonly q: Quantities };
  return { q, gave: true };
}
