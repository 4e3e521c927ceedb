import { budgetCellId, type Cell } from '../../../kernel/cell';
import type { Wallet } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import type { Db } from '../../../platform/db';
import { readCells } from '../../../platform/holds/cells';
import { readWallet } from '../../../platform/holds/wallets';
import { type EstateFacts, estateFacts, type Resident, readResident, rememberEstates } from '../../account';
import {
  type Campaign,
  campaignsByHead,
  campaignsSeen,
  type GiftGood,
  giftsNear,
  type Head,
  readHead,
  rememberCampaigns,
} from '../../campaign';
import { type GoodSeen, goodsSeen, rememberGoods, type SkuFacts, skuFacts } from '../../catalog';

/** Everything that a price is made from, as read now. */
export interface Ground {
  readonly head: Head;
  readonly campaigns: readonly Campaign[];
  readonly wallet: Wallet;
  readonly resident: Resident | null;
  readonly estate: EstateFacts | null;
  readonly facts: ReadonlyMap<string, SkuFacts>;
  /** Goods that offers near now may give here. */
  readonly gifts: ReadonlyMap<string, GiftGood>;
  /** What else is on sale, as this function saw it last: for hints. */
  readonly goods: readonly GoodSeen[];
  /** Shelves of goods and gifts, and the budget cells of campaigns that have not ended: the head names all that ever were. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** All of them that matter to these goods were read. */
  readonly knowsCells: boolean;
}

export interface GroundWish {
  readonly skuIds: readonly string[];
  readonly addressId: string | undefined;
  /** False: cells that were not guessed are not waited for; the takes decide. Nor is what else is on sale. */
  readonly needsCells: boolean;
}

/** What this warm function has seen, so that the first wave can ask for what the second would: guesses, never answers. */
interface Hints {
  readonly shelfOf: Map<string, string>;
  campaignIds: readonly string[];
  giftShelves: readonly string[];
  catalogVersion: number | null;
}

const hintsByDb = new WeakMap<Db, Hints>();

const NOTHING_SEEN = (): Hints => ({ shelfOf: new Map(), campaignIds: [], giftShelves: [], catalogVersion: null });

function hintsOf(db: Db): Hints {
  const known = hintsByDb.get(db) ?? NOTHING_SEEN();
  hintsByDb.set(db, known);
  return known;
}

/**
 * 1 round trip, but for the shelves of goods that this function has not seen yet: then 2 where cells are asked for. What a
 * cold function lacks of campaigns and estates comes in the same first wave; gifts stand in the campaigns, so their shelves come with those of the goods.
 */
export async function readGround(context: ResidentContext, wish: GroundWish): Promise<Ground> {
  const { db, residentId, nowMs } = context;
  const hints = hintsOf(db);
  const guessed = cellIdsOf(wish.skuIds, hints);
  const looking = wish.needsCells ? lookRound(context, hints.catalogVersion) : undefined;
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
  const estateId = estateIdOf(resident, wish.addressId);
  noteSeen(hints, head, giftsNear(campaignsSeen(db, head), null, nowMs));
  const missing = cellIdsOf(wish.skuIds, hints).filter((id) => !guessed.includes(id));
  const [campaigns, estate, more] = await Promise.all([
    campaignsByHead(context, head),
    estateId ? estateFacts(context, estateId) : null,
    someCells(db, wish.needsCells ? missing : []),
    looking,
  ]);
  const gifts = giftsNear(campaigns, estateId, nowMs);
  const late = shelvesOf(gifts).filter((id) => !guessed.includes(id) && !missing.includes(id));
  const rest = await someCells(db, wish.needsCells ? late : []);
  const knowsCells = wish.needsCells || missing.length + late.length === 0;
  const read = { head, campaigns, wallet, resident, estate, facts, gifts, goods: goodsSeen(db) };
  return { ...read, cells: new Map([...cells, ...more, ...rest]), knowsCells };
}

/** A price does not depend on what else is on sale: where the shelves do not answer, it comes without hints. */
async function lookRound(context: ResidentContext, catalogVersion: number | null): Promise<void> {
  try {
    await rememberGoods(context, catalogVersion);
  } catch (error) {
    context.log.error('goods-not-seen', { why: error instanceof Error ? error.message : String(error) });
  }
}

function noteSeen(hints: Hints, head: Head, gifts: ReadonlyMap<string, GiftGood>): void {
  hints.campaignIds = Object.keys(head.campaigns);
  hints.catalogVersion = head.catalogVersion;
  hints.giftShelves = shelvesOf(gifts);
}

const shelvesOf = (gifts: ReadonlyMap<string, GiftGood>): string[] => [
  ...new Set([...gifts.values()].map(({ shelfCellId }) => shelfCellId)),
];

const someCells = (db: Db, cellIds: readonly string[]): Promise<Map<string, Cell>> =>
  cellIds.length === 0 ? Promise.resolve(new Map()) : readCells(db, cellIds);

function cellIdsOf(skuIds: readonly string[], { shelfOf, campaignIds, giftShelves }: Hints): string[] {
  const shelves = skuIds.flatMap((skuId) => shelfOf.get(skuId) ?? []);
  return [...new Set([...shelves, ...giftShelves, ...campaignIds.map(budgetCellId)])];
}

const estateIdOf = (resident: Resident | null, addressId: string | undefined): string | null =>
  (addressId === undefined ? resident?.estateId : resident?.addresses[addressId]?.estateId) ?? null;
