import type { Context } from '../../../platform/context';
import type { BatchView, CountsView, FlyerView, LinkView } from '../contract';
import { type Batch, setOf } from '../domain/batch';
import { codeOf } from '../domain/code';
import { type Flyer, flyerChannelId, standingOf } from '../domain/flyer';
import { type FunnelBy, type FunnelRow, funnelId, NO_COUNTS } from '../domain/funnel';
import { type Link, linkChannelId } from '../domain/link';
import { findFunnels } from '../store';
import { codeKey } from './key';

export const LANDING_PAGE = 'packages/outreach/pages/land/index';

type Rows = ReadonlyMap<string, FunnelRow>;

const countsIn = (rows: Rows, by: FunnelBy, key: string): CountsView => countsOf(rows.get(funnelId(by, key)));

export function countsOf(row: CountsView | undefined): CountsView {
  const { scanned, joined, claimed, paid } = row ?? NO_COUNTS;
  return { scanned, joined, claimed, paid };
}

/** A flyer with the batch that it is of, null where it was printed before batches were kept. */
export interface FlyerOfBatch {
  readonly flyer: Flyer;
  readonly batch: Pick<Batch, 'state'> | null;
}

export async function flyerViews(context: Context, found: readonly FlyerOfBatch[]): Promise<FlyerView[]> {
  const ids = found.map(({ flyer }) => funnelId('channel', flyerChannelId(flyer._id)));
  const rows = await findFunnels(context.db, ids);
  return found.map(({ flyer, batch }) => {
    const { _id, rev: _rev, templateId: _template, campaignId: _campaign, ...shown } = flyer;
    const counts = countsIn(rows, 'channel', flyerChannelId(_id));
    return { ...shown, ...counts, flyerId: _id, state: standingOf(flyer, batch, context.nowMs) };
  });
}

export async function flyerView(context: Context, found: FlyerOfBatch): Promise<FlyerView> {
  const [view] = await flyerViews(context, [found]);
  if (!view) throw new Error('one flyer has one view');
  return view;
}

const stateNow = ({ state, expiresAtMs }: Pick<Batch, 'state' | 'expiresAtMs'>, nowMs: number) =>
  state === 'open' && nowMs >= expiresAtMs ? 'expired' : state;

export async function batchViews(context: Context, batches: readonly Batch[]): Promise<BatchView[]> {
  const rows = await findFunnels(
    context.db,
    batches.map(({ _id }) => funnelId('batch', _id)),
  );
  return batches.map((batch) => {
    const { _id: batchId, title, size, format, estateId, estateName, campaignTitle, templateTitle } = batch;
    const { promoterName, expiresAtMs, madeAtMs } = batch;
    const facts = { batchId, title, size, format, estateId, estateName, campaignTitle, templateTitle, promoterName };
    const counts = countsIn(rows, 'batch', batchId);
    return { ...facts, expiresAtMs, madeAtMs, ...counts, state: stateNow(batch, context.nowMs) };
  });
}

export async function linkViews(context: Context, links: readonly Link[]): Promise<LinkView[]> {
  const ids = links.map(({ _id }) => funnelId('channel', linkChannelId(_id)));
  const [key, rows] = await Promise.all([codeKey(context), findFunnels(context.db, ids)]);
  return links.map((link) => {
    const { _id: linkId, title, medium, campaignTitle, templateTitle, estateName, expiresAtMs, madeAtMs } = link;
    const scene = codeOf(key.secretHex, { set: setOf(linkId), number: 0 });
    return {
      ...{ linkId, title, medium, campaignTitle, templateTitle, estateName, expiresAtMs, madeAtMs, scene },
      ...countsIn(rows, 'channel', linkChannelId(linkId)),
      state: stateNow(link, context.nowMs),
      path: `${LANDING_PAGE}?scene=${scene}`,
    };
  });
}
