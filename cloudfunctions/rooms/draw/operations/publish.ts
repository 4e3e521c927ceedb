import { budgetCellId, type Quantities } from '../../../kernel/cell';
import { largestReductionFen } from '../../../kernel/coupon';
import { seedHash } from '../../../kernel/fairness';
import { hashOf } from '../../../kernel/ids';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { Context } from '../../../platform/context';
import { capture, take } from '../../../platform/holds/cells';
import type { Settler } from '../../../platform/holds/marks';
import { openCell } from '../../../platform/holds/open-cell';
import { CHANCE_LIFE_MS, campaignsByHead, type Head, pointHeadToDraw, readHead } from '../../campaign';
import { templateOf, validUntilMs } from '../../coupon';
import { type Draw, type DrawPrize, dayKeys, drawVersionId, prizeCellId } from '../domain/draw';
import { problemsOfDraw } from '../domain/problems';
import { lotsOf, setAsideFen, unitsOfCell } from '../domain/stock';
import { findVersion, insertVersion, keepSeed } from '../store';

export type DrawDraft = Omit<Draw, '_id' | 'oddsVersion' | 'seedHash' | 'asideFen'>;

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
  const unsealed: Draw = { ...draft, _id, oddsVersion: 1, seedHash: '', asideFen: setAsideFen(draft) };
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

/** An order of its campaign's last moment still finds the draw running when it is received. */
async function problemsOfChances(
  context: Pick<Context, 'db'>,
  head: Head,
  { drawId, endsAtMs }: DrawDraft,
): Promise<string[]> {
  const givers = (await campaignsByHead(context, head)).filter(({ draw }) => draw?.drawId === drawId);
  return givers
    .filter((campaign) => endsAtMs < campaign.endsAtMs + CHANCE_LIFE_MS)
    .map(({ campaignId }) => `ENDS_BEFORE_CHANCES:${campaignId}`);
}

/** What is set aside for a coupon must be the most that it can take off, and the last winner must find it valid. */
async function problemsOfCoupons(
  context: Pick<Context, 'db' | 'nowMs'>,
  { prizes, endsAtMs }: DrawDraft,
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
function openPrizeCells(
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
}

const PAID_FOR: Aside = { capture: async () => undefined };

/** Null: the campaign's budget does not hold what the prizes cost. */
async function setAside({ db, nowMs }: Pick<Context, 'db' | 'nowMs'>, draw: Draw): Promise<Aside | null> {
  const fen = draw.asideFen;
  if (draw.campaignId === null || fen === 0) return PAID_FOR;
  const cellId = budgetCellId(draw.campaignId);
  const op = `dr_${hashOf(draw._id)}`;
  const answer = await take(db, { cellId, op, q: { [draw.campaignId]: fen }, atMs: nowMs, by: draw._id });
  return answer === 'taken' ? { capture: () => capture(db, cellId, op, nowMs) } : null;
}

/** A publishing that stopped half-way is done again by its operator; only a stored draw says that the money is spent. */
export const settleSetAside: Settler = async ({ db }, { mark }) =>
  (await findVersion(db, mark.by)) ? 'capture' : 'leave';
