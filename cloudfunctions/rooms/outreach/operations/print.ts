import { ok, type Result, refuse } from '../../../kernel/result';
import type { Context } from '../../../platform/context';
import { type Flyer, flyerId, SCENE_BYTES, sceneOf } from '../domain/flyer';
import { insertFlyer } from '../store';

/** A printing run: what every flyer of it carries. */
export type Batch = Pick<
  Flyer,
  'batchId' | 'batchTitle' | 'batchSize' | 'estateId' | 'estateName' | 'campaignId' | 'templateId' | 'expiresAtMs'
>;

/** One sheet run of a printer; a larger batch is several. */
const MOST_FLYERS = 2_000;
const AT_ONCE = 50;

/** Makes the codes of a batch, all asleep until staff put them up. Refused: BATCH_UNSOUND. */
export async function printBatch(
  { db, random, nowMs }: Pick<Context, 'db' | 'random' | 'nowMs'>,
  batch: Batch,
): Promise<Result<{ readonly scenes: readonly string[] }>> {
  const { batchSize, expiresAtMs } = batch;
  if (!Number.isSafeInteger(batchSize) || batchSize < 1 || batchSize > MOST_FLYERS || expiresAtMs <= nowMs)
    return refuse('BATCH_UNSOUND', { most: MOST_FLYERS });
  const scenes = Array.from({ length: batchSize }, () => sceneOf(random.bytes(SCENE_BYTES)));
  const flyers = scenes.map((scene, index) => printed(batch, scene, index + 1, nowMs));
  for (let i = 0; i < flyers.length; i += AT_ONCE)
    await Promise.all(flyers.slice(i, i + AT_ONCE).map((flyer) => insertFlyer(db, flyer)));
  return ok({ scenes });
}

function printed(batch: Batch, scene: string, number: number, printedAtMs: number): Flyer {
  const asleep = { place: null, note: '', promoterId: null, promoterName: null, activatedAtMs: null } as const;
  const counts = { scanned: 0, claimed: 0, days: {} } as const;
  return { _id: flyerId(scene), rev: 0, scene, number, printedAtMs, state: 'printed', ...batch, ...asleep, ...counts };
}
