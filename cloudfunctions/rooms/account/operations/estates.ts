import { type OutputOf, PAGE_ROWS, type ParsedInputOf } from '../../../contract';
import { ok, type Result } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import { runningCampaigns, serviceWidenedUntilMs } from '../../campaign';
import type { accountContract } from '../contract';
import { byDistance, estateView, matchesEstate } from '../domain/estate';
import { allEstates } from '../store';

type Input = ParsedInputOf<(typeof accountContract)['account.estates']>;
type Output = OutputOf<(typeof accountContract)['account.estates']>;

/** Estates that match, nearest first; without a search all that the shop knows. The cursor is the last one's id. */
export async function estates(context: ResidentContext, { search, cursor }: Input): Promise<Result<Output>> {
  const [all, running] = await Promise.all([allEstates(context.db), runningCampaigns(context)]);
  const found = all.filter((estate) => !search || matchesEstate(estate, search)).sort(byDistance);
  // A cursor that is not there any more ends the list: beginning anew would never end.
  const after = cursor === undefined ? 0 : found.findIndex(({ _id }) => _id === cursor) + 1 || found.length;
  const rows = found.slice(after, after + PAGE_ROWS);
  const next = after + PAGE_ROWS < found.length ? (rows.at(-1)?._id ?? null) : null;
  return ok({ rows: rows.map((estate) => estateView(estate, serviceWidenedUntilMs(running, estate._id))), next });
}
