import type { JournalEntry, Wallet } from '../../../kernel/wallet';
import type { Context } from '../../../platform/context';
import { readLedger } from '../../../platform/holds/ledger';
import type { OpenMark, Settler, Verdict } from '../../../platform/holds/marks';
import { changeWallet } from '../../../platform/holds/wallets';

/**
 * What became of a claim that left a mark (protocol-of-holds.md, Sweeper). Its wallet knows: done with this cell, or not.
 * Knows nothing: first `void` into the journal, so that a claim still on its way finds it, then release. Older than the
 * journal: the ledger knows.
 */
export const settleClaim: Settler = async (context, found) => {
  const residentId = found.mark.by;
  const answer = await changeWallet<Verdict | 'ask-ledger'>(context.db, residentId, (wallet) =>
    verdictOrVoid(wallet, found),
  );
  if (!answer.ok) return 'leave';
  return answer.data === 'ask-ledger' ? byLedger(context, found) : answer.data;
};

type Decision = { readonly write: Wallet; readonly value: Verdict } | { readonly keep: Verdict | 'ask-ledger' };

export function verdictOrVoid(wallet: Wallet, { op, mark, cellId }: OpenMark): Decision {
  const entry = wallet.journal[op];
  if (entry) return { keep: verdictBy(entry, cellId) };
  if (mark.at < wallet.horizon) return { keep: 'ask-ledger' };
  const voided: JournalEntry = { at: mark.at, s: 'void', kind: 'coupon.claim' };
  return { write: { ...wallet, journal: { ...wallet.journal, [op]: voided } }, value: 'release' };
}

const verdictBy = (entry: Pick<JournalEntry, 's' | 'cells'>, cellId: string): Verdict =>
  entry.s === 'done' && entry.cells?.includes(cellId) ? 'capture' : 'release';

async function byLedger(context: Context, { op, mark, cellId }: OpenMark): Promise<Verdict> {
  const entry = await readLedger(context.db, mark.by, op);
  return entry && 'kind' in entry ? verdictBy(entry, cellId) : 'release';
}
