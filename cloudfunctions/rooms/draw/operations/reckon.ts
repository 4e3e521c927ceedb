import { budgetCellId, type Quantities } from '../../../kernel/cell';
import type { Db } from '../../../platform/db';
import { findVersions } from '../store';

/** What versions of draws set aside for their prizes, by version id, as the mark that it left in the campaign's budget. */
export async function setAsides(
  db: Db,
  versionIds: readonly string[],
): Promise<Map<string, { readonly cellId: string; readonly q: Quantities }>> {
  const versions = await findVersions(db, versionIds);
  const marks = [...versions].flatMap(([versionId, draw]) => {
    const { campaignId, asideFen } = draw;
    if (campaignId === null) return [];
    return [[versionId, { cellId: budgetCellId(campaignId), q: { [campaignId]: asideFen } }] as const];
  });
  return new Map(marks);
}
