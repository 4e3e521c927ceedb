import { budgetCellId, type Cell } from '../../../kernel/cell';
import type { Wallet } from '../../../kernel/wallet';
import type { Context, ResidentContext } from '../../../platform/context';
import type { Db } from '../../../platform/db';
import { readCells } from '../../../platform/holds/cells';
import { readWallet } from '../../../platform/holds/wallets';
import { type EstateFacts, estateFacts, type Resident, readResident, rememberEstates } from '../../account';
import { type Campaign, campaignsByHead, type Head, readHead, rememberCampaigns } from '../../campaign';
import { type SkuFacts, skuFacts } from '../../catalog';

/** Everything that a price is made from, as read now. */
export interface Ground {
  readonly head: Head;
  readonly campaigns: readonly Campaign[];
  readonly wallet: Wallet;
  readonly resident: Resident | null;
  readonly estate: EstateFacts | null;
  readonly facts: ReadonlyMap<string, SkuFacts>;
  /** Shelves, and the budget cells of campaigns that have not ended: the head names all that ever were. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** All of them that matter to these goods were read. */
  readonly knowsCells: boolean;
}

export interface GroundWish {
  readonly skuIds: readonly string[];
  readonly addressId: string | undefined;
  /** False: cells that were not guessed are not waited for; the takes decide. */
  readonly needsCells: boolean;
}

/** What this warm function has seen, so that the first wave can ask for what the second would: guesses, never answers. */
interface Hints {
  readonly shelfOf: Map<string, string>;
  campaignIds: readonly string[];
}

const hintsByDb = new WeakMap<Db, Hints>();

function hintsOf(db: Db): Hints {
  const known = hintsByDb.get(db) ?? { shelfOf: new Map(), campaignIds: [] };
  hintsByDb.set(db, known);
  return known;
}

/**
 * 1 round trip, but for the shelves of goods that this function has not seen yet: then 2 where cells are asked for. What a
 * cold function lacks of campaigns and estates comes in the same first wave.
 */
export async function readGround(context: ResidentContext, wish: GroundWish): Promise<Ground> {
  const { db, residentId } = context;
  const hints = hintsOf(db);
  const guessed = cellIdsOf(wish.skuIds, hints.shelfOf, hints.campaignIds);
  const [head, wallet, resident, facts, cells] = await Promise.all([
    readHead(db),
    readWallet(db, residentId),
    readResident(db, residentId),
    skuFacts(context, wish.skuIds),
    someCells(db, guessed),
    rememberEstates(context),
    rememberCampaigns(context),
  ]);
  for (const [skuId, { shelfCellId }] of facts) hints.shelfOf.set(skuId, shelfCellId);
  hints.campaignIds = Object.keys(head.campaigns);
  const missing = cellIdsOf(wish.skuIds, hints.shelfOf, hints.campaignIds).filter((id) => !guessed.includes(id));
  const [campaigns, estate, more] = await Promise.all([
    campaignsByHead(context, head),
    estateOf(context, resident, wish.addressId),
    someCells(db, wish.needsCells ? missing : []),
  ]);
  const knowsCells = wish.needsCells || missing.length === 0;
  return { head, campaigns, wallet, resident, estate, facts, cells: new Map([...cells, ...more]), knowsCells };
}

const someCells = (db: Db, cellIds: readonly string[]): Promise<Map<string, Cell>> =>
  cellIds.length === 0 ? Promise.resolve(new Map()) : readCells(db, cellIds);

function cellIdsOf(
  skuIds: readonly string[],
  shelfOf: ReadonlyMap<string, string>,
  campaignIds: readonly string[],
): string[] {
  const shelves = skuIds.flatMap((skuId) => shelfOf.get(skuId) ?? []);
  return [...new Set([...shelves, ...campaignIds.map(budgetCellId)])];
}

function estateOf(
  context: Context,
  resident: Resident | null,
  addressId: string | undefined,
): Promise<EstateFacts | null> {
  const estateId = addressId === undefined ? resident?.estateId : resident?.addresses[addressId]?.estateId;
  return estateId ? estateFacts(context, estateId) : Promise.resolve(null);
}
