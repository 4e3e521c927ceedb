import type { JournalEntry, Wallet } from '../../../kernel/wallet';
import type { Context } from '../../../platform/context';
import { readLedger } from '../../../platform/holds/ledger';
import type { OpenMark, Settler, Verdict } from '../../../platform/holds/marks';
import { changeWallet } from '../../../platform/holds/wallets';
import { keepReferral } from './keep';

/**
 * What became of a binding that left a mark (protocol-of-holds.md, Sweeper): the invitee's wallet knows. Knows nothing: first
 * `void` into the journal, so that a binding still on its way finds it, then release. Where it was done the document is made,
 * should its insertion have been lost.
 */
export const settleBinding: Settler = async (context, found) => {
  const residentId = found.mark.by;
  const answer = await changeWallet<Found>(context.db, residentId, (wallet) => verdictOrVoid(wallet, found));
  if (!answer.ok) return 'leave';
  const { verdict, wallet } = answer.data;
  if (verdict === 'ask-ledger') return byLedger(context, found);
  if (verdict === 'capture' && wallet.referral?.referralId === found.op)
    await keepReferral(context, residentId, wallet.referral);
  return verdict;
};

interface Found {
  readonly verdict: Verdict | 'ask-ledger';
  readonly wallet: Wallet;
}

function verdictOrVoid(wallet: Wallet, { op, mark, cellId }: OpenMark) {
  const entry = wallet.journal[op];
  if (entry) return { keep: { verdict: verdictBy(entry, cellId), wallet } };
  if (mark.at < wallet.horizon) return { keep: { verdict: 'ask-ledger' as const, wallet } };
  const voided: JournalEntry = { at: mark.at, s: 'void', kind: 'referral.bind' };
  const write = { ...wallet, journal: { ...wallet.journal, [op]: voided } };
  return { write, value: { verdict: 'release' as const, wallet: write } };
}

const verdictBy = (entry: Pick<JournalEntry, 's' | 'cells'>, cellId: string): Verdict =>
  entry.s === 'done' && entry.cells?.includes(cellId) ? 'capture' : 'release';

async function byLedger({ db }: Context, { op, mark, cellId }: OpenMark): Promise<Verdict> {
  const entry = await readLedger(db, mark.by, op);
  return entry && 'kind' in entry ? verdictBy(entry, cellId) : 'release';
}
