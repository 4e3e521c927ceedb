import type { OutputOf, ParsedInputOf } from '../../../contract';
import { PAGE_ROWS, type Page } from '../../../contract';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { Context, StaffContext } from '../../../platform/context';
import type { Call } from '../../../platform/room';
import { logStaffAction } from '../../../platform/staff';
import { allEstates, promoters } from '../../account';
import { templateOf } from '../../coupon';
import { type BatchView, CODES_A_PAGE, type staffOutreachContract } from '../contract';
import { type Batch, type BatchFacts, batchIdOf, listKeyOf, MOST_FLYERS, setOf } from '../domain/batch';
import { codeOf } from '../domain/code';
import { findBatch, insertBatch, newestFirst, placesOfBatch, retire } from '../store';
import { campaignNamed, refusalOfOffer } from './choices';
import { funnelViews } from './funnel';
import { codeKey } from './key';
import { tally } from './tally';
import { batchViews, LANDING_PAGE } from './views';

type Contract = typeof staffOutreachContract;
type MakeInput = ParsedInputOf<Contract['outreach.makeBatch']>;
type BatchId = { readonly batchId: string };

/** Of whoever calls: the same cause is the same batch, with the same flyers. */
export interface Making {
  readonly cause: readonly string[];
  readonly madeBy: string;
  readonly inputHash: string;
}

/** Makes a batch by one write. Refused: BATCH_UNSOUND, REQUEST_KEY_REUSED where the cause has made another. */
export async function printBatch(
  context: Pick<Context, 'db' | 'random' | 'nowMs'>,
  facts: BatchFacts,
  { cause, madeBy, inputHash }: Making,
): Promise<Result<{ readonly batchId: string; readonly scenes: readonly string[] }>> {
  const { db, nowMs } = context;
  const { size, expiresAtMs } = facts;
  if (!Number.isSafeInteger(size) || size < 1 || size > MOST_FLYERS || expiresAtMs <= nowMs)
    return refuse('BATCH_UNSOUND', { field: expiresAtMs <= nowMs ? 'expiresAtMs' : 'size' });
  const _id = batchIdOf(...cause);
  const made = { madeAtMs: nowMs, listKey: listKeyOf(_id, nowMs), madeBy, inputHash };
  const batch: Batch = { _id, rev: 0, ...facts, ...made, state: 'open' };
  const { secretHex } = await codeKey(context);
  if ((await insertBatch(db, batch)) === 'exists' && (await findBatch(db, _id))?.inputHash !== inputHash)
    return refuse('REQUEST_KEY_REUSED', {});
  return ok({ batchId: _id, scenes: scenesOf(secretHex, _id, 1, size) });
}

const scenesOf = (secretHex: string, batchId: string, from: number, to: number): string[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) =>
    codeOf(secretHex, { set: setOf(batchId), number: from + index }),
  );

/**
 * An operator's batch. Refused: BATCH_UNSOUND with the field, ESTATE_UNKNOWN, CAMPAIGN_UNKNOWN, UNKNOWN_COUPON where the
 * template is not of that campaign or not to be claimed by flyer, PROMOTER_UNKNOWN.
 */
export async function makeBatch(
  context: StaffContext,
  input: MakeInput,
  call: Call,
): Promise<Result<OutputOf<Contract['outreach.makeBatch']>>> {
  const { estateId, campaignId, templateId, promoterId, expiresAtMs, title, size, format } = input;
  const [estates, campaign, template, staff] = await Promise.all([
    allEstates(context.db),
    campaignNamed(context, campaignId),
    templateOf(context, templateId),
    promoters(context.db),
  ]);
  const estate = estates.find(({ _id }) => _id === estateId);
  const promoter = staff.find(({ _id }) => _id === promoterId) ?? null;
  if (!estate) return refuse('ESTATE_UNKNOWN', {});
  if (promoterId !== undefined && !promoter) return refuse('PROMOTER_UNKNOWN', {});
  const unfit = refusalOfOffer({ campaign, template, channel: 'flyer', expiresAtMs });
  if (!campaign || !template || unfit) return unfit ?? refuse('CAMPAIGN_UNKNOWN', {});
  const facts: BatchFacts = {
    ...{ title, size, format, estateId, estateName: estate.name, expiresAtMs },
    ...{ campaignId, campaignTitle: campaign.title, templateId, templateTitle: template.title },
    ...{ promoterId: promoter?._id ?? null, promoterName: promoter?.name ?? null },
  };
  const { staffId } = context;
  const making = { cause: [staffId, call.requestKey], madeBy: staffId, inputHash: call.inputHash };
  const printed = await printBatch(context, facts, making);
  if (!printed.ok) return printed;
  const { batchId } = printed.data;
  await logStaffAction(context, {
    operation: 'outreach.makeBatch',
    target: batchId,
    before: null,
    after: { ...facts },
  });
  return ok({ batchId, size });
}

export async function batches(
  context: StaffContext,
  { cursor }: { readonly cursor?: string | undefined },
): Promise<Result<Page<BatchView>>> {
  await tally(context);
  const found = await newestFirst<Batch>(context.db, 'flyerBatches', cursor, PAGE_ROWS + 1);
  const shown = found.slice(0, PAGE_ROWS);
  const next = found.length > PAGE_ROWS ? (shown.at(-1)?.listKey ?? null) : null;
  return ok({ rows: await batchViews(context, shown), next });
}

/** One batch, and which kinds of place bring people. Refused: BATCH_UNKNOWN. */
export async function batchForStaff(
  context: StaffContext,
  { batchId }: BatchId,
): Promise<Result<OutputOf<Contract['outreach.batch']>>> {
  await tally(context);
  const [batch, places] = await Promise.all([findBatch(context.db, batchId), placesOfBatch(context.db, batchId)]);
  const [view] = batch ? await batchViews(context, [batch]) : [];
  return view ? ok({ batch: view, places: await funnelViews(context, places) }) : refuse('BATCH_UNKNOWN', {});
}

/** All its flyers go out of use for good, by one write. Refused: BATCH_UNKNOWN. Retiring it twice is no error. */
export async function retireBatch(context: StaffContext, { batchId }: BatchId): Promise<Result<BatchView>> {
  const isDone = await retire(context.db, 'flyerBatches', batchId);
  const batch = await findBatch(context.db, batchId);
  if (isDone) {
    const states = { before: { state: 'open' }, after: { state: 'retired' } };
    await logStaffAction(context, { operation: 'outreach.retireBatch', target: batchId, ...states });
  }
  const [view] = batch ? await batchViews(context, [batch]) : [];
  return view ? ok(view) : refuse('BATCH_UNKNOWN', {});
}

/** Codes for the printer, as pictures that WeChat draws. Refused: BATCH_UNKNOWN, FLYER_RETIRED where it is out of use. */
export async function sheet(
  context: StaffContext,
  { batchId, from }: ParsedInputOf<Contract['outreach.sheet']>,
): Promise<Result<OutputOf<Contract['outreach.sheet']>>> {
  const [batch, key] = await Promise.all([findBatch(context.db, batchId), codeKey(context)]);
  const [view] = batch ? await batchViews(context, [batch]) : [];
  if (!batch || !view) return refuse('BATCH_UNKNOWN', {});
  if (batch.state === 'retired') return refuse('FLYER_RETIRED', {});
  const scenes = scenesOf(key.secretHex, batchId, from, Math.min(batch.size, from + CODES_A_PAGE - 1));
  const codes = await Promise.all(
    scenes.map(async (scene, index) => {
      const picture = await context.wechat.codeUnlimited({ page: LANDING_PAGE, scene });
      return { number: from + index, scene, picture };
    }),
  );
  return ok({ batch: view, codes });
}
