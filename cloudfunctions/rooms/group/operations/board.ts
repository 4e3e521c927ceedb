import { yyyymmdd } from '../../../kernel/period';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { Context, ResidentContext } from '../../../platform/context';
import type { Db } from '../../../platform/db';
import { estateFacts } from '../../account';
import { type SkuFacts, skuFacts } from '../../catalog';
import type { BoardGood, GroupBoardView } from '../contract';
import { countDay, LEAST_SHOWN, orderDayId } from '../domain/board';
import { findDay } from '../store';

/** A warm function tells the same numbers this long: cheap, and who watches cannot tell one neighbour's order. */
const REMEMBER_MS = 60_000;

type Told = Pick<GroupBoardView, 'neighbours' | 'goods'>;
interface Remembered {
  readonly told: Told;
  readonly day: string;
  readonly readAtMs: number;
}
const memories = new WeakMap<Db, Map<string, Remembered>>();

/** What neighbours of the estate ordered today: counts only. 2 round trips, 0 when warm. Refused: ESTATE_UNKNOWN. */
export async function board(
  context: ResidentContext,
  { estateId }: { readonly estateId: string },
): Promise<Result<GroupBoardView>> {
  const [told, estate] = await Promise.all([toldToday(context, estateId), estateFacts(context, estateId)]);
  if (!estate) return refuse('ESTATE_UNKNOWN', {});
  return ok({ estateId, estateName: estate.name, ...told, leastShown: LEAST_SHOWN });
}

async function toldToday({ db, nowMs }: Pick<Context, 'db' | 'nowMs'>, estateId: string): Promise<Told> {
  const memory = memories.get(db) ?? new Map<string, Remembered>();
  memories.set(db, memory);
  const day = yyyymmdd(nowMs);
  const known = memory.get(estateId);
  const isFresh = known?.day === day && nowMs >= known.readAtMs && nowMs - known.readAtMs < REMEMBER_MS;
  if (known && isFresh) return known.told;
  const { neighbours, goods } = countDay(await findDay(db, orderDayId(estateId, day)));
  const facts = await skuFacts(
    { db },
    goods.map(({ skuId }) => skuId),
  );
  const told = { neighbours, goods: goods.flatMap((good) => boardGood(facts.get(good.skuId), good.neighbours)) };
  memory.set(estateId, { told, day, readAtMs: nowMs });
  return told;
}

/** What left the catalogue since the morning is not shown. */
function boardGood(facts: SkuFacts | undefined, neighbours: number): BoardGood[] {
  if (!facts?.onSale) return [];
  const { skuId, productId, name, spec, picture, tint } = facts;
  return [{ skuId, productId, name, spec, picture, tint, neighbours }];
}
