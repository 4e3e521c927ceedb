import type { Cell, Mark } from '../../kernel/cell';
import type { JournalEntry, Wallet } from '../../kernel/wallet';
import { above, atMost, between, type Db, type Query, type Where } from '../db';
import { getManyAnswered } from './answers';
import { CELLS, readCells } from './cells';
import { LEDGER, type LedgerEntry, ledgerId } from './ledger';
import { WALLETS } from './wallets';

/** One answer of the database (platform.md, Limits). */
const MOST_ROWS = 1_000;
const MOST_IDS = 1_000;

const newestFirst: Query['orderBy'] = [
  ['at', 'desc'],
  ['_id', 'asc'],
];

/** Every entry of the ledger of this target that was born in [fromMs, toMs), by index, a thousand an answer. */
export async function ledgerBetween(db: Db, target: string, fromMs: number, toMs: number): Promise<LedgerEntry[]> {
  const read = (more: Where) =>
    db.find<LedgerEntry>(LEDGER, { where: { target, ...more }, orderBy: newestFirst, limit: MOST_ROWS });
  const found: LedgerEntry[] = [];
  if (fromMs >= toMs) return found;
  let page = await read({ at: between(fromMs, toMs) });
  for (;;) {
    found.push(...page);
    const last = page.at(-1);
    if (!last || page.length < MOST_ROWS) return found;
    const [together, older] = await Promise.all([
      read({ at: last.at, _id: above(last._id) }),
      read({ at: between(fromMs, last.at) }),
    ]);
    page = [...together, ...older].slice(0, MOST_ROWS);
  }
}

/** Entries of this target from that birth back, the newest first. */
export const ledgerUntil = (db: Db, target: string, untilMs: number, limit: number): Promise<LedgerEntry[]> =>
  db.find<LedgerEntry>(LEDGER, { where: { target, at: atMost(untilMs) }, orderBy: newestFirst, limit });

/** Cells by id, whatever they count. */
export const cellsAfter = (db: Db, afterId: string, limit: number): Promise<Cell[]> =>
  db.find<Cell>(CELLS, { where: { _id: above(afterId) }, orderBy: [['_id', 'asc']], limit });

/** Entries by target and op, wherever they are by now; those that are nowhere are missing from the map. */
export async function ledgerEntries(
  db: Db,
  wanted: readonly { readonly target: string; readonly op: string }[],
): Promise<Map<string, LedgerEntry>> {
  const ids = [...new Set(wanted.map(({ target, op }) => ledgerId(target, op)))];
  const pages: Promise<Map<string, LedgerEntry>>[] = [];
  for (let start = 0; start < ids.length; start += MOST_IDS)
    pages.push(getManyAnswered<LedgerEntry>(db, LEDGER, ids.slice(start, start + MOST_IDS)));
  return new Map((await Promise.all(pages)).flatMap((page) => [...page]));
}

/**
 * Marks by cell and op (`ledgerId`): in the cell, or in the ledger, where a mark is written before it leaves its cell; so a
 * mark that is in neither is nowhere.
 */
export async function marksOf(
  db: Db,
  wanted: readonly { readonly cellId: string; readonly op: string }[],
): Promise<Map<string, Mark>> {
  const found = new Map<string, Mark>();
  if (wanted.length === 0) return found;
  const cells = await readCells(db, [...new Set(wanted.map(({ cellId }) => cellId))]);
  for (const { cellId, op } of wanted) {
    const mark = cells.get(cellId)?.held[op];
    if (mark) found.set(ledgerId(cellId, op), mark);
  }
  const older = wanted
    .filter(({ cellId, op }) => !found.has(ledgerId(cellId, op)))
    .map(({ cellId, op }) => ({ target: cellId, op }));
  const entries = older.length === 0 ? [] : await ledgerEntries(db, older);
  for (const [id, entry] of entries) if ('q' in entry) found.set(id, entry);
  return found;
}

/** A wallet may be 100 KB, and one answer 16 MB (platform.md, Limits). */
const WALLETS_AT_ONCE = 50;

/** The same of journals: entries by wallet and op, in the wallet or in the ledger. */
export async function journalEntriesOf(
  db: Db,
  wanted: readonly { readonly target: string; readonly op: string }[],
): Promise<Map<string, JournalEntry>> {
  const found = new Map<string, JournalEntry>();
  const ids = [...new Set(wanted.map(({ target }) => target))];
  for (let start = 0; start < ids.length; start += WALLETS_AT_ONCE) {
    const wallets = await getManyAnswered<Wallet>(db, WALLETS, ids.slice(start, start + WALLETS_AT_ONCE));
    for (const { target, op } of wanted) {
      const entry = wallets.get(target)?.journal[op];
      if (entry) found.set(ledgerId(target, op), entry);
    }
  }
  const older = wanted.filter(({ target, op }) => !found.has(ledgerId(target, op)));
  const entries = older.length === 0 ? [] : await ledgerEntries(db, older);
  for (const [id, entry] of entries) if ('kind' in entry) found.set(id, entry);
  return found;
}
