import { PAGE_ROWS, type Page } from '../../../contract';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { Wallet } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import { readCells } from '../../../platform/holds/cells';
import { readWallet } from '../../../platform/holds/wallets';
import { activeStaff } from '../../../platform/staff';
import { campaignsByHead, type Head, orderChances, readHead, running } from '../../campaign';
import { isPaused } from '../../coupon';
import { saleView } from '../domain/chance-sale';
import { allPrizeCells } from '../domain/stock';
import { type DrawView, drawView, type PrizeView, prizeView } from '../domain/view';
import { knownDraw, warmDraw } from './draws';
import { chancePurse } from './purse';
import { winnersOnPage } from './winners';

/** The draw's page: odds, counts left, rules, my chances and spins, winners. Warm, of a named draw: 2 round trips. */
export async function view(
  context: ResidentContext,
  input: { readonly drawId?: string | undefined },
): Promise<Result<DrawView>> {
  const { db, residentId, nowMs } = context;
  const warm = input.drawId === undefined ? null : warmDraw(context, input.drawId);
  const [wallet, head, staff, early] = await Promise.all([
    readWallet(db, residentId),
    readHead(db),
    activeStaff(db, residentId),
    warm ? readCells(db, allPrizeCells(warm.draw)) : null,
  ]);
  const drawId = input.drawId ?? (await currentDraw(context, head, wallet));
  const known = drawId === null ? null : await knownDraw(context, head, drawId);
  if (!known) return refuse('DRAW_UNKNOWN', {});
  const cells = early && known === warm ? early : await readCells(db, allPrizeCells(known.draw));
  const { draw, seedHex } = known;
  const paused = isPaused(head, draw.campaignId, draw.drawId);
  // Before the end the seed leaves this function in no reply.
  const revealedSeedHex = nowMs >= draw.endsAtMs ? seedHex : null;
  const chanceSale = saleView(wallet, draw, chancePurse, nowMs);
  const winners = await winnersOnPage(context, draw, cells);
  const staffExcluded = staff !== null;
  return ok(drawView(draw, { wallet, cells, paused, staffExcluded, revealedSeedHex, chanceSale, winners, nowMs }));
}

/** The draw that the resident has chances for, else the one that running campaigns give chances for. */
async function currentDraw(context: ResidentContext, head: Head, wallet: Wallet): Promise<string | null> {
  const open = Object.values(wallet.chances).find((chance) => chance.state === 'open');
  if (open && head.drawVersions[open.drawId] !== undefined) return open.drawId;
  const campaigns = await campaignsByHead(context, head);
  return orderChances(running(head, campaigns, context.nowMs), null)[0]?.drawId ?? null;
}

/** My prizes, last won first. */
export async function myPrizes(
  context: ResidentContext,
  input: { readonly cursor?: string | undefined },
): Promise<Result<Page<PrizeView>>> {
  const wallet = await readWallet(context.db, context.residentId);
  const all = Object.entries(wallet.prizes)
    .map(([prizeId, prize]) => prizeView(prizeId, prize))
    .sort((a, b) => b.wonAtMs - a.wonAtMs || (a.prizeId < b.prizeId ? -1 : 1));
  // A prize that has left meanwhile ends the list: beginning anew would never end.
  const at = all.findIndex((prize) => cursorOf(prize) === input.cursor);
  const start = input.cursor === undefined ? 0 : at + 1 || all.length;
  const rows = all.slice(start, start + PAGE_ROWS);
  const last = rows.at(-1);
  return ok({ rows, next: last && start + PAGE_ROWS < all.length ? cursorOf(last) : null });
}

/** Cursors hold no colon (contract/index.ts), prize ids do. */
const cursorOf = ({ wonAtMs, prizeId }: PrizeView): string => `${wonAtMs}~${prizeId.replaceAll(':', '-')}`;
