import { spinOp } from '../../../kernel/ids';
import type { Chance, Wallet } from '../../../kernel/wallet';
import type { Context } from '../../../platform/context';
import { readLedger } from '../../../platform/holds/ledger';
import type { OpenMark, Settler, Verdict } from '../../../platform/holds/marks';
import { changeWallet, readWallet } from '../../../platform/holds/wallets';
import { readHead } from '../../campaign';
import { decideSpin, outcomeOf, type SpinAttempt } from '../domain/spin';
import { prizeCellIds } from '../domain/stock';
import { knownDraw } from './draws';
import { giversOf } from './give';

/**
 * A spin that left a mark on a prize (protocol-of-holds.md, Sweeper). Its chance open: the spin is finished with this very
 * unit, since a slow request could still win it. Won with this cell: capture. Anything else: release.
 */
export const settleSpin: Settler = async (context, found) => {
  const residentId = found.mark.by;
  const wallet = await readWallet(context.db, residentId);
  const mine = Object.entries(wallet.chances).find(([chanceId]) => spinOp(chanceId) === found.op);
  if (!mine) return byJournal(context, wallet, found);
  const [chanceId, chance] = mine;
  return chance.state === 'used' ? verdictBy(chance, found) : finish(context, residentId, found, chanceId, chance);
};

const verdictBy = ({ spin }: Chance & { readonly state: 'used' }, { cellId }: OpenMark): Verdict =>
  spin.cell === cellId ? 'capture' : 'release';

/** The chance has left the wallet: its journal or the ledger says whether it won this unit. */
async function byJournal({ db }: Context, wallet: Wallet, { op, cellId }: OpenMark): Promise<Verdict> {
  const entry = wallet.journal[op] ?? (await readLedger(db, wallet._id, op));
  return entry && 'cells' in entry && entry.cells?.includes(cellId) ? 'capture' : 'release';
}

async function finish(
  context: Context,
  residentId: string,
  { op, cellId }: OpenMark,
  chanceId: string,
  { drawId }: Chance,
): Promise<Verdict> {
  const known = await knownDraw(context, await readHead(context.db), drawId);
  if (!known) return 'leave';
  const { draw, seedHex } = known;
  const outcome = outcomeOf(draw, seedHex, chanceId);
  const isItsCell = prizeCellIds(draw, outcome.drawn).includes(cellId);
  const attempt: SpinAttempt = {
    op,
    chanceId,
    nowMs: context.nowMs,
    draw,
    outcome,
    cell: isItsCell ? cellId : null,
    turned: isItsCell || outcome.drawn.stock === null ? null : 'OUT_OF_STOCK',
    key: null,
    paused: false,
    givers: giversOf(known),
  };
  const answer = await changeWallet(context.db, residentId, (wallet) => decideSpin(wallet, attempt));
  if (!answer.ok || !answer.data.ok) return 'leave';
  return answer.data.data.spin.cell === cellId ? 'capture' : 'release';
}
