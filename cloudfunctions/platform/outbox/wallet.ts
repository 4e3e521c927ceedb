import type { JournalEntry, Wallet } from '../../kernel/wallet';
import type { Context } from '../context';
import type { Effect, EffectFacts } from '../effects';
import { readLedger } from '../holds/ledger';
import { changeWallet, type WalletDecision } from '../holds/wallets';

/** What the outbox did with an effect. `redate`: its birth lies below the target's horizon and it was never applied. */
export type Carried = 'done' | 'redate' | 'later';

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
 * horizon asks the ledger: present is done, absent is redated by its decider and comes again.
 */
export async function carryOutOnWallet(context: Context, work: WalletWork): Promise<Map<string, Carried>> {
  let old = new Set<string>();
  const decide = (found: Wallet): WalletDecision<null> => {
    const settled = work.settleHold(found);
    old = new Set(work.effects.filter(([, effect]) => isBelow(found, effect)).map(([id]) => id));
    const due = work.effects.filter(
      ([id, { op, kind }]) => kind !== SETTLE_WALLET && !old.has(id) && !found.journal[op],
    );
    const write = due.reduce((wallet, [, effect]) => applied(context, wallet, work, effect), settled);
    return write === found ? { keep: null } : { write, value: null };
  };
  const known = work.known?._id === work.residentId ? work.known : undefined;
  const changed = await changeWallet<null>(context.db, work.residentId, decide, known);
  if (!changed.ok) return new Map(work.effects.map(([id]) => [id, 'later']));
  const answers = await Promise.all(
    work.effects.map(async ([id, { op }]): Promise<[string, Carried]> => {
      if (!old.has(id)) return [id, 'done'];
      return [id, (await readLedger(context.db, work.residentId, op)) ? 'done' : 'redate'];
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
  const { wallet: after, cause = work.causeId, ...said } = change(wallet, effect.data, facts);
  const told = said.kind === undefined ? { kind: effect.kind } : said;
  const entry: JournalEntry = { at, s: 'done', cause, ...told };
  return { ...after, journal: { ...after.journal, [op]: entry } };
}
