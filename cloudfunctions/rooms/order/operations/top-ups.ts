import type { OutputOf, ParsedInputOf } from '../../../contract';
import { MAX_LINE_QUANTITY } from '../../../kernel/limits';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import { readCells } from '../../../platform/holds/cells';
import type { GoodSeen } from '../../catalog';
import { priceNow, type Quote } from '../../settlement';
import type { orderContract, TopUpView } from '../contract';
import type { Order } from '../document';
import { type Candidate, candidatesFor, MOST_TOP_UP_UNITS } from '../domain/top-ups';
import { pageOfResident } from '../store';
import { type Ground, readGround } from './ground';
import { type Asked, offersOf, priceOf, residentOf } from './price';
import { askedOf, couponRefusal, expressRefusal } from './quote';

type Contract = (typeof orderContract)['order.topUps'];

/** Orders in which "bought before" is looked for. */
const PAST_ORDERS = 10;

/**
 * Ways to the next step (凑单), each with what would then be paid: those that reach it first, then by what is paid. 2 round
 * trips when warm: what the price needs beside the last orders, then the shelves of what is proposed.
 */
export async function topUps(
  context: ResidentContext,
  input: ParsedInputOf<Contract>,
): Promise<Result<OutputOf<Contract>>> {
  const { db, nowMs, residentId } = context;
  const skuIds = input.lines.map(({ skuId }) => skuId);
  const [ground, past] = await Promise.all([
    readGround(context, { skuIds, addressId: input.addressId, needsCells: true }),
    pageOfResident(db, { residentId, tab: 'all' }, null, PAST_ORDERS),
  ]);
  if (input.addressId !== undefined && !ground.resident?.addresses[input.addressId]) return refuse('ADDRESS_UNKNOWN');
  const refusal = couponRefusal(ground.wallet, input.couponIds) ?? expressRefusal(ground, input);
  if (refusal) return refusal;
  const asked = askedOf(ground, input);
  const quote = priceOf(ground, asked, nowMs);
  const candidates = propose(ground, asked, quote, past, nowMs);
  const fresh = await withShelves(context, ground, candidates);
  const views = candidates.flatMap((candidate) => viewOf(fresh, asked, candidate, nowMs) ?? []);
  const { nextStep, payableFen, freight, savedFen } = quote;
  return ok({ nextStep, payableFen, freightPaidFen: freight.paidFen, savedFen, topUps: views.sort(byUse) });
}

const byUse = (a: TopUpView, b: TopUpView): number =>
  Number(b.reaches) - Number(a.reaches) || a.payableFen - b.payableFen || (a.skuId < b.skuId ? -1 : 1);

function propose(
  ground: Ground,
  asked: Asked,
  quote: Quote,
  past: readonly Order[],
  nowMs: number,
): Candidate<GoodSeen>[] {
  const bought = asked.lines.filter(({ selected, trouble }) => selected && trouble === null);
  return candidatesFor({
    goods: ground.goods,
    inCart: new Set(bought.map(({ skuId }) => skuId)),
    boughtBefore: past.flatMap(({ goods }) => goods.map(({ skuId }) => skuId)),
    offers: offersOf(ground, nowMs),
    notApplied: quote.notApplied,
    nextStep: quote.nextStep,
  });
}

/** The ground with the candidates among its goods, and their shelves as they are now. */
async function withShelves(
  { db }: ResidentContext,
  ground: Ground,
  candidates: readonly Candidate<GoodSeen>[],
): Promise<Ground> {
  const wanted = new Set(candidates.map(({ good }) => good.shelfCellId));
  const missing = [...wanted].filter((cellId) => !ground.cells.has(cellId));
  const more = missing.length === 0 ? new Map() : await readCells(db, missing);
  const facts = new Map([...candidates.map(({ good }) => [good.skuId, good] as const), ...ground.facts]);
  return { ...ground, facts, cells: new Map([...ground.cells, ...more]) };
}

/** Null: none of it is left, or the cart holds all that one line may. */
function viewOf(ground: Ground, asked: Asked, { good, from }: Candidate<GoodSeen>, nowMs: number): TopUpView | null {
  const { skuId, productId, name, spec, picture, tint, listFen, categoryId, noPromotion, floorFen, shelfCellId } = good;
  const has = asked.lines.find((line) => line.skuId === skuId)?.quantity ?? 0;
  const most = Math.min((ground.cells.get(shelfCellId)?.left[skuId] ?? 0) - has, MAX_LINE_QUANTITY - has);
  if (most < 1) return null;
  const way = priceOf({ ...ground, goods: [good] }, asked, nowMs).nextStep?.reach ?? null;
  const reaches = way !== null && way.quantity <= Math.min(most, MOST_TOP_UP_UNITS);
  const quantity = reaches ? way.quantity : 1;
  const item = { skuId, categoryId, listUnitFen: listFen, noPromotion, floorUnitFen: floorFen };
  const then = priceOf({ ...ground, goods: [] }, withMore(asked, skuId, quantity), nowMs);
  return {
    ...{ skuId, productId, name, spec, picture, tint, listFen, quantity, reaches, from },
    priceFen: priceNow(item, offersOf(ground, nowMs), residentOf(ground, nowMs), nowMs).unitFen,
    payableFen: then.payableFen,
  };
}

function withMore(asked: Asked, skuId: string, quantity: number): Asked {
  const has = asked.lines.find((line) => line.skuId === skuId);
  const others = asked.lines.filter((line) => line.skuId !== skuId);
  const isIn = has?.selected === true && has.trouble === null;
  const line = { skuId, quantity: quantity + (isIn ? has.quantity : 0), selected: true, trouble: null };
  return { ...asked, lines: [...others, line] };
}
