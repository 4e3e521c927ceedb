import { PAGE_ROWS, type Page, type ParsedInputOf } from '../../../contract';
import { ok, type Result } from '../../../kernel/result';
import type { Context, StaffContext } from '../../../platform/context';
import { promoters } from '../../account';
import type { FunnelView, staffOutreachContract } from '../contract';
import type { FunnelRow } from '../domain/funnel';
import { findBatches, findFlyers, findLinks, funnelsBy } from '../store';
import { tally } from './tally';
import { countsOf } from './views';

type Input = ParsedInputOf<(typeof staffOutreachContract)['outreach.funnel']>;

/** What each batch, place, promoter, channel or kind of channel brought; those that brought the most people first. */
export async function funnel(context: StaffContext, { by, cursor }: Input): Promise<Result<Page<FunnelView>>> {
  await tally(context);
  const found = await funnelsBy(context.db, by, cursor, PAGE_ROWS + 1);
  const shown = found.slice(0, PAGE_ROWS);
  const next = found.length > PAGE_ROWS ? (shown.at(-1)?.rank ?? null) : null;
  return ok({ rows: await funnelViews(context, shown), next });
}

export async function funnelViews(context: Context, rows: readonly FunnelRow[]): Promise<FunnelView[]> {
  const names = await namesOf(context, rows);
  return rows.map((row) => {
    const { by, key, batchId } = row;
    return { by, key, batchId, name: names.get(batchId ?? key) ?? '', ...countsOf(row) };
  });
}

/** Names by batch id, staff id or channel id: of one page, in one wave. */
async function namesOf({ db }: Context, rows: readonly FunnelRow[]): Promise<ReadonlyMap<string, string>> {
  const keys = rows.map(({ key, batchId }) => batchId ?? key);
  const after = (prefix: string) => keys.flatMap((key) => (key.startsWith(prefix) ? key.slice(prefix.length) : []));
  const [batches, flyers, links, staff] = await Promise.all([
    findBatches(
      db,
      keys.filter((key) => key.startsWith('b_')),
    ),
    findFlyers(db, after('flyer_')),
    findLinks(db, after('link_')),
    keys.some((key) => key.startsWith('r_')) ? promoters(db) : [],
  ]);
  return new Map<string, string>([
    ...[...batches.values()].map(({ _id, title }) => [_id, title] as const),
    ...[...flyers.values()].map(({ _id, estateName, note }) => [`flyer_${_id}`, `${estateName} ${note}`] as const),
    ...[...links.values()].map(({ _id, title }) => [`link_${_id}`, title] as const),
    ...staff.map(({ _id, name }) => [_id, name] as const),
  ]);
}
