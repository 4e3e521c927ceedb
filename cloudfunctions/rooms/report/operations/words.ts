import type { Db } from '../../../platform/db';
import { journalEntriesOf } from '../../../platform/holds/entries';
import { ledgerId } from '../../../platform/holds/ledger';
import { reservesOf } from '../../coupon';
import { wordsOfDrawMarks } from '../../draw';
import { eventMarks } from '../../event';
import { reckonOrders } from '../../order';
import { referralCredits } from '../../referral';
import type { ForgottenMark } from '../domain/cell-books';
import type { Difference } from '../domain/difference';
import { compareMark, type NamedMark, unspokenFor } from '../domain/words';

/** An entry of a cell that is there for good. */
export interface CellEntry {
  readonly cellId: string;
  readonly mark: ForgottenMark;
}

type Words = (db: Db, entries: readonly CellEntry[]) => Promise<(entry: CellEntry) => NamedMark | null>;

/** Who decides about a mark, as its `by` shows: an order, a resident's wallet, a coupon of the archive, a referral, a draw's version or settlement. */
const DECIDERS: readonly { readonly isTheir: (by: string) => boolean; readonly words: Words }[] = [
  { isTheir: (by) => /^[0-9a-f]{32}$/.test(by), words: wordsOfOrders },
  { isTheir: (by) => by.startsWith('r_'), words: wordsOfWallets },
  { isTheir: (by) => by.includes(':'), words: wordsOfEndedCoupons },
  { isTheir: (by) => by.startsWith('rf_'), words: wordsOfReferrals },
  { isTheir: (by) => by.startsWith('ev_'), words: wordsOfEvents },
  { isTheir: () => true, words: wordsOfDraws },
];

/**
 * Each entry beside what its decider says of it. Deciders write before marks are for good, and are read after them here, so
 * whoever made an entry speaks for it.
 */
export async function compareWithWords(db: Db, entries: readonly CellEntry[]): Promise<Difference[]> {
  const all = DECIDERS.map(({ words }) => ({ words, own: [] as CellEntry[] }));
  for (const entry of entries) all[DECIDERS.findIndex(({ isTheir }) => isTheir(entry.mark.by))]?.own.push(entry);
  const compared = await Promise.all(
    all.map(async ({ words, own }) => {
      if (own.length === 0) return [];
      const named = await words(db, own);
      return own.flatMap((entry) => compareEntry(entry, named(entry)));
    }),
  );
  return compared.flat();
}

function compareEntry({ cellId, mark }: CellEntry, named: NamedMark | null): Difference[] {
  const isSame = named !== null && named.gave === (mark.gave ?? false);
  return isSame ? compareMark(named, mark) : unspokenFor(cellId, mark.op, mark);
}

const decidersOf = (entries: readonly CellEntry[]): string[] => [...new Set(entries.map(({ mark }) => mark.by))];

async function wordsOfOrders(db: Db, entries: readonly CellEntry[]): ReturnType<Words> {
  const orders = await reckonOrders(db, decidersOf(entries));
  return ({ cellId, mark }) =>
    orders.get(mark.by)?.marks.find((named) => named.cellId === cellId && named.op === mark.op) ?? null;
}

/**
 * Claims and spins: the journal names the cells that were kept; what each took is the coupon's and the prize's to say. Of what
 * was given back it says how much.
 */
async function wordsOfWallets(db: Db, entries: readonly CellEntry[]): ReturnType<Words> {
  const journal = await journalEntriesOf(
    db,
    entries.map(({ mark }) => ({ target: mark.by, op: mark.op })),
  );
  return ({ cellId, mark }) => {
    const word = journal.get(ledgerId(mark.by, mark.op));
    const back = word?.s === 'done' ? word.returns?.[cellId] : undefined;
    if (back) return { cellId, op: mark.op, q: back, gave: true };
    const isNamed = word?.s === 'done' && word.cells?.includes(cellId);
    return isNamed ? { cellId, op: mark.op, q: null, gave: false } : null;
  };
}

async function wordsOfEndedCoupons(db: Db, entries: readonly CellEntry[]): ReturnType<Words> {
  const reserves = await reservesOf(db, decidersOf(entries));
  return ({ cellId, mark }) => {
    const reserve = reserves.get(mark.by);
    return reserve?.cellId === cellId ? { cellId, op: mark.op, q: reserve.q, gave: true } : null;
  };
}

async function wordsOfReferrals(db: Db, entries: readonly CellEntry[]): ReturnType<Words> {
  const credits = await referralCredits(db, decidersOf(entries));
  return ({ cellId, mark: { by, op } }) => {
    const found = credits.get(by)?.find((credit) => credit.cellId === cellId && credit.op === op);
    return found ? { ...found, gave: true } : null;
  };
}

/** What was set aside for those who may come, and what came back when it ended. */
async function wordsOfEvents(db: Db, entries: readonly CellEntry[]): ReturnType<Words> {
  const marks = await eventMarks(db, decidersOf(entries));
  return ({ cellId, mark: { by, op } }) =>
    marks.get(by)?.find((named) => named.cellId === cellId && named.op === op) ?? null;
}

async function wordsOfDraws(db: Db, entries: readonly CellEntry[]): ReturnType<Words> {
  const wordOf = await wordsOfDrawMarks(db, decidersOf(entries));
  return ({ cellId, mark: { by, op } }) => {
    const word = wordOf({ by, cellId, op });
    return word && { cellId, op, ...word };
  };
}
