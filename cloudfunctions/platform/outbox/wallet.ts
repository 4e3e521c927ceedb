import type { JournalEntry, Wallet } from '../../kernel/wallet';
import type { Context } from '../context';
import type { Db } from '../db';
import type { Carried, Effect, EffectFacts } from '../effects';
import { credit } from '../holds/cells';
import { readLedger } from '../holds/ledger';
import { changeWallet, type WalletDecision } from '../holds/wallets';

/** Of this kind there is nothing to do but the settling of the hold. */
export const SETTLE_WALLET = 'wallet.settle';

export interface WalletWork {
  readonly residentId: string;
  readonly causeId: string;
  /** Effects on this wallet, in the order of their ids. */
  readonly effects: readonly (readonly [id: string, effect: Effect])[];
  /** An effect on a wallet that still holds the order first settles that hold, in the same update. */
  readonly settleHold: (wallet: Wallet) => Wallet;
  /** A wallet as just read, if it is this one. */
  readonly known?: Wallet | undefined;
}

/**
 * All effects on one wallet in one CAS, each with its own op in the journal. An op found there is done. One below the
 * horizon asks the ledger: present is done, absent is redated by its decider and comes again. What an entry gives back to
 * cells is given back by whoever finds it: a run that died before it did so has not said "done".
 */
export async function carryOutOnWallet(context: Context, work: WalletWork): Promise<Map<string, Carried>> {
  let old = new Set<string>();
  let journal: Wallet['journal'] = {};
  const decide = (found: Wallet): WalletDecision<null> => {
    const settled = work.settleHold(found);
    old = new Set(work.effects.filter(([, effect]) => isBelow(found, effect)).map(([id]) => id));
    const due = work.effects.filter(
      ([id, { op, kind }]) => kind !== SETTLE_WALLET && !old.has(id) && !found.journal[op],
    );
    const write = due.reduce((wallet, [, effect]) => applied(context, wallet, work, effect), settled);
    journal = write.journal;
    return write === found ? { keep: null } : { write, value: null };
  };
  const known = work.known?._id === work.residentId ? work.known : undefined;
  const changed = await changeWallet<null>(context.db, work.residentId, decide, known);
  if (!changed.ok) throw new Error(`wallet ${work.residentId} answers ${changed.code}`);
  const answers = await Promise.all(
    work.effects.map(async ([id, { op }]): Promise<[string, Carried]> => {
      const entry = old.has(id) ? await readLedger(context.db, work.residentId, op) : journal[op];
      if (old.has(id) && !entry) return [id, 'redate'];
      if (entry && 'returns' in entry) await giveBack(context.db, work.residentId, op, entry);
      return [id, 'done'];
    }),
  );
  return new Map(answers);
}

/** A settling has no birth of its own: it is there to be done as long as the hold is. */
const isBelow = (wallet: Wallet, { op, at, kind }: Effect): boolean =>
  kind !== SETTLE_WALLET && !wallet.journal[op] && at < wallet.horizon;

function applied(context: Context, wallet: Wallet, work: WalletWork, effect: Effect): Wallet {
  const change = context.effects[effect.kind];
  if (!change) throw new Error(`no room carries out ${effect.kind}`);
  const { op, at } = effect;
  const facts: EffectFacts = { causeId: work.causeId, residentId: work.residentId, op, nowMs: context.nowMs };
  const { wallet: after, cause = work.causeId, returns = {}, ...said } = change(wallet, effect.data, facts);
  const told = said.kind === undefined ? { kind: effect.kind } : said;
  const entry: JournalEntry = {
    at,
    s: 'done',
    cause,
    ...told,
    ...(Object.keys(returns).length > 0 ? { returns } : {}),
  };
  return { ...after, journal: { ...after.journal, [op]: entry } };
}

async function giveBack(db: Db, by: string, op: string, { at, returns = {} }: JournalEntry): Promise<void> {
  for (const [cellId, q] of Object.entries(returns)) {
    const answer = await credit(db, { cellId, op, q, atMs: at, by });
    if (answer === 'too-old') throw new Error(`${cellId} forgets what it gave: ${op} cannot come back to it`);
  }
}
