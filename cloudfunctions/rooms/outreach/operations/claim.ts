import type { OutputOf, ParsedInputOf } from '../../../contract';
import { claimOp } from '../../../kernel/ids';
import { type Refusal, type Result, refuse } from '../../../kernel/result';
import { isNewResident } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import type { Call } from '../../../platform/room';
import { noteClaim } from '../../account';
import { claimFor } from '../../coupon';
import type { outreachContract } from '../contract';
import { channelOf, originOf, touchOf } from '../domain/entry';
import { looksOurs } from './key';
import { openEntry, type Scanned, scan } from './scan';

type Claim = (typeof outreachContract)['outreach.claim'];

/**
 * The code's own coupon, through the coupon room's claim: its limits, its stock, its budget. A key that has claimed gets its
 * reply again even where the code has been retired since. Told which coupon it is (as landing showed it), a warm function
 * starts the claim beside the look at the code: 2 round trips, else 3. Refused as landing is, and as a claim is;
 * FLYER_EXHAUSTED when the last coupon is gone or there is none, UNKNOWN_COUPON when the code's coupon is another.
 */
export async function claim(
  context: ResidentContext,
  { scene, templateId }: ParsedInputOf<Claim>,
  { requestKey }: Call,
): Promise<Result<OutputOf<Claim>>> {
  const scanning = scan(context, scene);
  if (templateId !== undefined && looksOurs(context.db, scene))
    return claimBeside(context, { scene, templateId, requestKey }, scanning);
  const scanned = await scanning;
  if (!scanned.ok) return scanned;
  const own = scanned.data.entry.templateId;
  if (own === null) return refuse('FLYER_EXHAUSTED', {});
  const op = claimOp(context.residentId, requestKey);
  const refusal = await refusalOf(context, scanned, templateId ?? own, op);
  if (refusal) return refusal;
  return claimBeside(context, { scene, templateId: templateId ?? own, requestKey }, scanning);
}

interface Wanted {
  readonly scene: string;
  readonly templateId: string;
  readonly requestKey: string;
}

/** What the code says stands in the way like a sold-out coupon: units are taken in the same wave, and given back. */
async function claimBeside(
  context: ResidentContext,
  { scene, templateId, requestKey }: Wanted,
  scanning: Promise<Result<Scanned>>,
): Promise<Result<OutputOf<Claim>>> {
  const op = claimOp(context.residentId, requestKey);
  const channel = channelOf(scene);
  const against = scanning.then((scanned) => refusalOf(context, scanned, templateId, op));
  const [claimed] = await Promise.all([
    claimFor(context, templateId, channel.startsWith('link_') ? 'link' : 'flyer', requestKey, channel, against),
    against.then((refusal) => (refusal ? undefined : noteTried(context, scanning, op))),
  ]);
  return !claimed.ok && claimed.code === 'COUPON_GONE' ? refuse('FLYER_EXHAUSTED', {}) : claimed;
}

async function refusalOf(
  context: ResidentContext,
  scanned: Result<Scanned>,
  templateId: string,
  op: string,
): Promise<Refusal | null> {
  if (!scanned.ok) return scanned;
  const { entry, wallet } = scanned.data;
  if (wallet.journal[op] !== undefined) return null;
  const opened = await openEntry(context, scanned.data);
  if (!opened.ok) return opened;
  return entry.templateId === templateId ? null : refuse('UNKNOWN_COUPON', { templateId });
}

/** Beside the wallet's own update; what became of the claim, the funnel asks the wallet. */
async function noteTried(context: ResidentContext, scanning: Promise<Result<Scanned>>, op: string): Promise<void> {
  const scanned = await scanning;
  if (!scanned.ok) return;
  const { entry, wallet, known } = scanned.data;
  const { db, residentId, nowMs } = context;
  const wasNew = isNewResident(wallet);
  const came = { residentId, touch: touchOf(entry, nowMs), origin: originOf(entry), wasNew };
  await noteClaim(db, came, op, known.visit);
}
