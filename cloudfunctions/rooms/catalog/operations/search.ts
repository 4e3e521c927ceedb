import { type OutputOf, PAGE_ROWS, type ParsedInputOf } from '../../../contract';
import { ok, type Result } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import { readHead } from '../../campaign';
import type { catalogContract } from '../contract';
import { findProducts as findInIndex, hotWords, wordsOf } from '../domain/search';
import { findProducts } from '../store';
import { searchIndex } from './index-cache';
import { cardsOf } from './list';
import { readShopper } from './shopper';

type Input = ParsedInputOf<(typeof catalogContract)['catalog.search']>;
type Output = OutputOf<(typeof catalogContract)['catalog.search']>;

/** Chinese is searched by substring: every word must be found. The cursor is the last row's id. Three round trips. */
export async function search(context: ResidentContext, { text, cursor }: Input): Promise<Result<Output>> {
  const shopper = await readShopper(context);
  const index = await searchIndex(context, shopper.head.catalogVersion);
  const words = wordsOf(text);
  const found = findInIndex(index, words);
  const start = cursor === undefined ? 0 : found.indexOf(cursor) + 1 || found.length;
  const ids = found.slice(start, start + PAGE_ROWS);
  const products = await findProducts(context.db, ids);
  const rows = await cardsOf(
    context,
    shopper,
    ids.flatMap((id) => products.get(id) ?? []),
  );
  const next = start + PAGE_ROWS < found.length ? (ids.at(-1) ?? null) : null;
  return ok({ rows, next, total: found.length, words, hot: hotWords(index) });
}

/** What neighbours really buy, for the empty search page. */
export async function hot(context: ResidentContext): Promise<Result<{ readonly hot: readonly string[] }>> {
  const head = await readHead(context.db);
  return ok({ hot: hotWords(await searchIndex(context, head.catalogVersion)) });
}
