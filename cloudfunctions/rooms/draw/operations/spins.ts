import { PAGE_ROWS } from '../../../contract';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { Spin, Wallet } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import type { Db } from '../../../platform/db';
import { ledgerUntil } from '../../../platform/holds/entries';
import type { LedgerEntry } from '../../../platform/holds/ledger';
import { readWallet } from '../../../platform/holds/wallets';
import { readHead } from '../../campaign';
import { type Draw, drawVersionId } from '../domain/draw';
import type { SpinReply } from '../domain/spin';
import { KEPT_SPINS } from '../domain/upkeep';
import { type MySpins, oddsTable, type SpinView } from '../domain/view';
import { findVersions } from '../store';
import { knownDraw } from './draws';

interface Asked {
  readonly drawId: string;
  readonly cursor?: string | undefined;
}

type MySpin = Spin & { readonly chanceId: string };

/**
 * Every spin of mine in the draw, last first: those of the wallet, then those that only the ledger still knows. Each names its
 * odds version, and the tables of these come along; the seed after the end alone. Refused: DRAW_UNKNOWN.
 */
export async function mySpins(context: ResidentContext, { drawId, cursor }: Asked): Promise<Result<MySpins>> {
  const { db, residentId, nowMs } = context;
  const [wallet, head] = await Promise.all([readWallet(db, residentId), readHead(db)]);
  const known = await knownDraw(context, head, drawId);
  if (!known) return refuse('DRAW_UNKNOWN', {});
  const { spins, next } = await pageOf(db, wallet, drawId, cursor);
  const versions = await versionsOf(db, known.draw, spins);
  const { draw, seedHex } = known;
  return ok({
    ...{ drawId, title: draw.title, endsAtMs: draw.endsAtMs, seedHash: draw.seedHash },
    seedHex: nowMs >= draw.endsAtMs ? seedHex : null,
    tables: [...versions.values()].map(oddsTable),
    rows: spins.map((spin): SpinView => {
      const title = versions.get(spin.oddsVersion)?.prizes.find(({ drawPrizeId }) => drawPrizeId === spin.givenPrizeId);
      return { ...spin, title: title?.title ?? '' };
    }),
    next,
  });
}

/** `<ms>~<chance>`: older than this spin. Chance ids hold colons, cursors do not. */
const cursorOf = ({ atMs, chanceId }: MySpin): string => `${atMs}~${chanceId.replaceAll(':', '-')}`;

const isAfter = (a: MySpin, b: MySpin): number => b.atMs - a.atMs || (a.chanceId < b.chanceId ? -1 : 1);

async function pageOf(db: Db, wallet: Wallet, drawId: string, cursor: string | undefined) {
  const inWallet = Object.entries(wallet.chances).flatMap(([chanceId, chance]): MySpin[] =>
    chance.state === 'used' && chance.drawId === drawId ? [{ ...chance.spin, chanceId }] : [],
  );
  const untilMs = cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(cursor.split('~')[0]);
  const mayBeOlder = [...inWallet].sort(isAfter).filter((spin) => spin.atMs <= untilMs);
  const used = Object.values(wallet.chances).filter(({ state }) => state === 'used').length;
  // A wallet that is not full has forgotten none.
  const forgotten = used < KEPT_SPINS ? [] : await fromLedger(db, wallet, drawId, untilMs);
  const known = new Set(inWallet.map(({ chanceId }) => chanceId));
  const all = [...mayBeOlder, ...forgotten.filter(({ chanceId }) => !known.has(chanceId))].sort(isAfter);
  const at = all.findIndex((spin) => cursorOf(spin) === cursor);
  const start = cursor === undefined ? 0 : at + 1 || all.length;
  const spins = all.slice(start, start + PAGE_ROWS);
  const last = spins.at(-1);
  return { spins, next: last && start + PAGE_ROWS < all.length ? cursorOf(last) : null };
}

/** The most entries of a wallet's ledger that one page looks through. */
const LEDGER_ROWS = 200;

/** Ledger entries of spins keep their reply, and so all that the chance said. By birth: a spin's entry is as old as the spin. */
async function fromLedger(db: Db, { _id: target }: Wallet, drawId: string, untilMs: number): Promise<MySpin[]> {
  const spins: MySpin[] = [];
  let fromMs = untilMs;
  for (;;) {
    const entries = await ledgerUntil(db, target, fromMs, LEDGER_ROWS);
    spins.push(...entries.flatMap((entry) => spinOf(entry, drawId)));
    const oldest = entries.at(-1)?.at ?? 0;
    const isThrough = entries.length < LEDGER_ROWS || spins.length > PAGE_ROWS + 1 || oldest === fromMs;
    if (isThrough) return spins;
    fromMs = oldest;
  }
}

function spinOf(entry: LedgerEntry, drawId: string): MySpin[] {
  if (!('reply' in entry) || entry.reply === undefined || !entry.op.startsWith('sp_')) return [];
  if (entry.drawId !== drawId) return [];
  const reply: Result<SpinReply> = JSON.parse(entry.reply);
  if (!reply.ok) return [];
  const { title: _, ...spin } = reply.data.spin;
  return [spin];
}

/** Of the draw in force and of every version that a spin names. No round trip where all are of the one in force. */
async function versionsOf(db: Db, draw: Draw, spins: readonly MySpin[]): Promise<Map<number, Draw>> {
  const others = [...new Set(spins.map(({ oddsVersion }) => oddsVersion))].filter((n) => n !== draw.oddsVersion);
  const found =
    others.length === 0
      ? []
      : await findVersions(
          db,
          others.map((n) => drawVersionId(draw.drawId, n)),
        );
  const versions = [draw, ...[...found].map(([, version]) => version)];
  return new Map(versions.map((version) => [version.oddsVersion, version]));
}
