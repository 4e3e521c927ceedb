import { budgetCellId, type Quantities } from '../../../kernel/cell';
import { largestReductionFen } from '../../../kernel/coupon';
import { seedHash } from '../../../kernel/fairness';
import { hashOf } from '../../../kernel/ids';
import { isInPeriod } from '../../../kernel/period';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { Context } from '../../../platform/context';
import { capture, readCell, release, take } from '../../../platform/holds/cells';
import type { Settler } from '../../../platform/holds/marks';
import { openCell } from '../../../platform/holds/open-cell';
import {
  type Campaign,
  CHANCE_LIFE_MS,
  campaignsByHead,
  chancesByDraw,
  type Head,
  pointHeadToDraw,
  readHead,
} from '../../campaign';
import { templateOf, validUntilMs } from '../../coupon';
import { type Draw, type DrawPrize, dayKeys, drawVersionId, prizeCellId } from '../domain/draw';
import { problemsOfDraw } from '../domain/problems';
import { lotsOf, setAsideFen, unitsOfCell } from '../domain/stock';
import { findVersion, insertVersion, keepSeed } from '../store';

export type DrawDraft = Omit<Draw, '_id' | 'oddsVersion' | 'seedHash' | 'asideFen' | 'asideOp'>;

/**
 * Publishes the first version of a draw: its prizes' cost is set aside in the campaign's budget, the cells are opened,
 * the seed is made and its hash published, then the head names it. Doing it again changes nothing, so a crash anywhere is
 * mended by doing it again. Refused: DRAW_UNSOUND {problems}, BUDGET_GONE.
 */
export async function publishDraw(
  context: Pick<Context, 'db' | 'nowMs' | 'random'>,
  draft: DrawDraft,
): Promise<Result<Draw>> {
  const { db, random } = context;
  const _id = drawVersionId(draft.drawId, 1);
  const head = await readHead(db);
  const present = await findVersion(db, _id);
  if (present && head.drawVersions[draft.drawId] !== undefined) return ok(present);
  const unsealed: Draw = { ...draft, _id, oddsVersion: 1, seedHash: '', ...asideOf(_id, draft) };
  const [ofCoupons, ofTime] = await Promise.all([
    problemsOfCoupons(context, draft),
    problemsOfChances(context, head, draft),
  ]);
  const problems = [...problemsOfDraw(unsealed), ...ofCoupons, ...ofTime];
  if (problems.length > 0) return refuse('DRAW_UNSOUND', { problems });
  // A stored version was paid for before it was stored: its mark may have gone to the ledger since.
  const aside = present ? PAID_FOR : await setAside(context, unsealed);
  if (!aside) return refuse('BUDGET_GONE', {});
  const seedHex = await keepSeed(db, draft.drawId, Buffer.from(random.bytes(32)).toString('hex'));
  const draw: Draw = { ...unsealed, seedHash: seedHash(seedHex) };
  await Promise.all(draw.prizes.flatMap((prize) => openPrizeCells(context, draw, prize)));
  await insertVersion(db, draw);
  await aside.capture();
  await pointHeadToDraw(db, draw.drawId, draw.oddsVersion);
  return ok((await findVersion(db, _id)) ?? draw);
}

const asideOf = (versionId: string, draft: DrawDraft): Pick<Draw, 'asideFen' | 'asideOp'> => ({
  asideFen: setAsideFen(draft),
  asideOp: firstAsideOp(versionId),
});

/** One publishes the first version of a draw, however often it is tried. */
const firstAsideOp = (versionId: string): string => `dr_${hashOf(versionId)}`;

/**
 * An order of its campaign's last moment still finds the draw running when it is received; and no order gets more chances, of all
 * campaigns that run together, than the law's sum of prizes is made with (problems.ts).
 */
async function problemsOfChances(
  context: Pick<Context, 'db'>,
  head: Head,
  { drawId, endsAtMs, chancesPerOrder }: DrawDraft,
): Promise<string[]> {
  const ofOrder = (campaign: Campaign) => chancesByDraw(campaign).get(drawId) ?? 0;
  const givers = (await campaignsByHead(context, head)).filter((campaign) => ofOrder(campaign) > 0);
  const mostAt = (nowMs: number) =>
    givers
      .filter(({ startsAtMs: startMs, endsAtMs: endMs }) => isInPeriod({ startMs, endMs }, nowMs))
      .reduce((sum, campaign) => sum + ofOrder(campaign), 0);
  return [
    ...givers
      .filter((campaign) => endsAtMs < campaign.endsAtMs + CHANCE_LIFE_MS)
      .map(({ campaignId }) => `ENDS_BEFORE_CHANCES:${campaignId}`),
    ...givers
      .filter(({ startsAtMs }) => mostAt(startsAtMs) > chancesPerOrder)
      .map(({ campaignId }) => `MORE_CHANCES_THAN_STATED:${campaignId}`),
  ];
}

/** What is set aside for a coupon must be the most that it can take off, and the last winner must find it valid. */
export async function problemsOfCoupons(
  context: Pick<Context, 'db' | 'nowMs'>,
  { prizes, endsAtMs }: Pick<DrawDraft, 'prizes' | 'endsAtMs'>,
): Promise<string[]> {
  const found = await Promise.all(
    prizes.map(async (prize): Promise<string[]> => {
      if (prize.kind !== 'coupon') return [];
      const template = await templateOf(context, prize.templateId);
      if (!template) return [`UNKNOWN_TEMPLATE:${prize.drawPrizeId}`];
      return [
        ...(largestReductionFen(template.terms) > prize.valueFen ? [`COUPON_VALUE:${prize.drawPrizeId}`] : []),
        ...(validUntilMs(template.validity, endsAtMs) <= endsAtMs ? [`COUPON_OVER:${prize.drawPrizeId}`] : []),
      ];
    }),
  );
  return found.flat();
}

/** Each lot's cells; those that are open stay as they are. */
export function openPrizeCells(
  { db }: Pick<Context, 'db'>,
  draw: Draw,
  { stock, drawPrizeId }: DrawPrize,
): Promise<unknown>[] {
  if (!stock) return [];
  return lotsOf(draw, stock).flatMap((lot) => {
    const { perDay } = lot;
    const days = perDay === null ? [] : dayKeys(lot.period).map((key) => [key, perDay] as const);
    return Array.from({ length: lot.cellCount }, (_, index) => {
      const units: Quantities = { n: unitsOfCell(lot.count, index, lot.cellCount), ...Object.fromEntries(days) };
      return openCell(db, prizeCellId(draw.drawId, drawPrizeId, lot.firstCell + index), units);
    });
  });
}

interface Aside {
  capture(): Promise<unknown>;
  release(): Promise<unknown>;
}

const PAID_FOR: Aside = { capture: async () => undefined, release: async () => undefined };

/** Null: the campaign's budget does not hold what the prizes cost. */
export async function setAside({ db, nowMs }: Pick<Context, 'db' | 'nowMs'>, draw: Draw): Promise<Aside | null> {
  const { campaignId, asideFen: fen, asideOp: op } = draw;
  if (campaignId === null || fen === 0) return PAID_FOR;
  const cellId = budgetCellId(campaignId);
  const answer = await take(db, { cellId, op, q: { [campaignId]: fen }, atMs: nowMs, by: draw._id });
  if (answer !== 'taken') return null;
  const atMs = async () => (await readCell(db, cellId)).held[op]?.at ?? nowMs;
  return {
    capture: async () => capture(db, cellId, op, await atMs()),
    release: async () => release(db, cellId, op, await atMs()),
  };
}

/**
 * Only a stored draw says that the money is spent, and for whom: of two improvements at once one is stored. The first version
 * that stopped half-way is published again by its operator; an improvement that did is forgotten, and may be made anew.
 */
export const settleSetAside: Settler = async ({ db }, { mark, op }) => {
  const draw = await findVersion(db, mark.by);
  if (draw) return draw.asideOp === op ? 'capture' : 'release';
  return op === firstAsideOp(mark.by) ? 'leave' : 'release';
};
