import type { Product } from './product';

/** One product as search sees it: kept warm, a few hundred bytes each. */
export interface IndexEntry {
  readonly productId: string;
  readonly categoryId: string;
  /** As residents would type it, the hot word. */
  readonly word: string;
  readonly name: string;
  readonly haystack: string;
  readonly soldCount: number;
}

/** How many words "邻居在搜" shows. */
const HOT_WORDS = 8;

export function indexEntry(product: Product, categoryName: string): IndexEntry {
  const { _id, name, meta, keywords, categoryId, skus, soldCount } = product;
  const specs = skus.map(({ spec }) => name + spec);
  const haystack = [name, ...specs, ...keywords, categoryName, meta].map(squeeze).join('|');
  return { productId: _id, categoryId, word: keywords[0] ?? name, name: squeeze(name), haystack, soldCount };
}

/** Full-width and case are typing habits, not differences. */
export function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/** Words of a query; each must be found. */
export function wordsOf(query: string): string[] {
  return [
    ...new Set(
      query
        .normalize('NFKC')
        .toLowerCase()
        .split(/[\s,，、]+/)
        .filter((word) => word !== ''),
    ),
  ];
}

/** Products that hold every word: those that hold it in the name first, then what sells best, then by id. */
export function findProducts(index: readonly IndexEntry[], words: readonly string[]): string[] {
  const inName = ({ name }: IndexEntry): number => words.filter((word) => name.includes(word)).length;
  return index
    .filter(({ haystack }) => words.length > 0 && words.every((word) => haystack.includes(word)))
    .sort((a, b) => inName(b) - inName(a) || b.soldCount - a.soldCount || (a.productId < b.productId ? -1 : 1))
    .map(({ productId }) => productId);
}

/** What really sells best: nothing that was never sold is called hot. */
export function hotWords(index: readonly IndexEntry[]): string[] {
  const best = index
    .filter(({ soldCount }) => soldCount > 0)
    .sort((a, b) => b.soldCount - a.soldCount || (a.productId < b.productId ? -1 : 1))
    .map(({ word }) => word);
  return [...new Set(best)].slice(0, HOT_WORDS);
}
