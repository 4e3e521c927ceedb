import type { OutputOf, ParsedInputOf } from '../../../contract';
import { yyyymmdd } from '../../../kernel/period';
import { ok, type Result, refuse } from '../../../kernel/result';
import { eachAtOnce } from '../../../platform/at-once';
import type { StaffContext } from '../../../platform/context';
import { countVisits, promoters, STAGES } from '../../account';
import type { FlyerView, staffOutreachContract } from '../contract';
import { setOf } from '../domain/batch';
import { codeOf } from '../domain/code';
import type { Flyer } from '../domain/flyer';
import { findBatches, flyersOf } from '../store';
import { changeAsStaff, findForStaff } from './change';
import { codeKey } from './key';
import { tally } from './tally';
import { flyerView, flyerViews } from './views';

type ActivateInput = ParsedInputOf<(typeof staffOutreachContract)['outreach.activateFlyer']>;
type ReassignInput = ParsedInputOf<(typeof staffOutreachContract)['outreach.reassignFlyer']>;
type Mine = OutputOf<(typeof staffOutreachContract)['outreach.myFlyers']>;
type Scene = { readonly scene: string };

/** What staff see before they put it up. Refused: FLYER_UNKNOWN. */
export async function flyerForStaff(context: StaffContext, { scene }: Scene): Promise<Result<FlyerView>> {
  const found = await findForStaff(context, scene);
  return found ? ok(await flyerView(context, found)) : refuse('FLYER_UNKNOWN', {});
}

/**
 * Puts a flyer on a place and on one's name; putting an active one elsewhere moves it. `inRow`: those that follow it in its
 * batch too, as far as they still sleep; done again it does the same. Refused, all by the first one: FLYER_UNKNOWN,
 * FLYER_RETIRED, FLYER_EXPIRED, FLYER_MISPLACED where it was printed for another estate, FLYER_NOT_YOURS where it hangs on
 * another promoter's name.
 */
export async function activateFlyer(context: StaffContext, input: ActivateInput): Promise<Result<FlyerView>> {
  const { scene, inRow = 1, estateId } = input;
  const found = await findForStaff(context, scene);
  if (!found) return refuse('FLYER_UNKNOWN', {});
  if (estateId !== undefined && estateId !== found.flyer.estateId)
    return refuse('FLYER_MISPLACED', { name: found.flyer.estateName });
  if (isAnothers(context, found.flyer)) return refuse('FLYER_NOT_YOURS', {});
  const first = await activateOne(context, input);
  if (!first.ok || inRow === 1 || !found.batch) return first;
  const { batchId, number, batchSize } = found.flyer;
  const { secretHex } = await codeKey(context);
  const last = Math.min(batchSize, number + inRow - 1);
  const following = Array.from({ length: last - number }, (_, index) =>
    codeOf(secretHex, { set: setOf(batchId), number: number + 1 + index }),
  );
  await eachAtOnce(following, (each) => activateOne(context, { ...input, scene: each, onlyAsleep: true }));
  return first;
}

/** It hangs on a name that is not this promoter's; the shop's other staff may move every one. */
const isAnothers = ({ roles, staffId }: StaffContext, { state, promoterId }: Flyer): boolean =>
  state === 'active' && promoterId !== staffId && roles.every((role) => role === 'promoter');

type One = Pick<ActivateInput, 'scene' | 'place' | 'note'> & { readonly onlyAsleep?: true };

function activateOne(context: StaffContext, { scene, place, note = '', onlyAsleep }: One): Promise<Result<FlyerView>> {
  const { staffId, staffName, nowMs } = context;
  return changeAsStaff(context, scene, 'outreach.activateFlyer', (flyer) => {
    if ((onlyAsleep && flyer.state !== 'printed') || isAnothers(context, flyer)) return null;
    const isSame = flyer.state === 'active' && flyer.place === place && flyer.note === note;
    if (isSame && flyer.promoterId === staffId) return null;
    return { state: 'active', place, note, promoterId: staffId, promoterName: staffName, activatedAtMs: nowMs };
  });
}

/**
 * Gives a flyer that hangs to another promoter: what it brings from now on is theirs. Promoters give away their own alone.
 * Refused: PROMOTER_UNKNOWN, FLYER_NOT_YOURS, FLYER_UNKNOWN, FLYER_SLEEPING, FLYER_RETIRED, FLYER_EXPIRED.
 */
export async function reassignFlyer(
  context: StaffContext,
  { scene, promoterId }: ReassignInput,
): Promise<Result<FlyerView>> {
  const [found, known] = await Promise.all([findForStaff(context, scene), promoters(context.db)]);
  const to = known.find(({ _id }) => _id === promoterId);
  if (!to) return refuse('PROMOTER_UNKNOWN', {});
  if (!found) return refuse('FLYER_UNKNOWN', {});
  if (found.flyer.state === 'printed') return refuse('FLYER_SLEEPING', {});
  if (isAnothers(context, found.flyer)) return refuse('FLYER_NOT_YOURS', {});
  return changeAsStaff(context, scene, 'outreach.reassignFlyer', (flyer) =>
    flyer.promoterId === promoterId ? null : { state: flyer.state, promoterId, promoterName: to.name },
  );
}

/** Takes a flyer out of use for good. Refused: FLYER_UNKNOWN. Retiring a retired one is no error. */
export function retireFlyer(context: StaffContext, { scene }: Scene): Promise<Result<FlyerView>> {
  return changeAsStaff(context, scene, 'outreach.retireFlyer', (flyer) =>
    flyer.state === 'retired' ? null : { state: 'retired' },
  );
}

/** Flyers on one's name, newest first, and the people they brought for the first time today. */
export async function myFlyers(context: StaffContext): Promise<Result<Mine>> {
  const { db, staffId, nowMs } = context;
  await tally(context);
  const flyers = await flyersOf(db, staffId);
  const day = yyyymmdd(nowMs);
  const [batches, [scanned = 0, joined = 0, claimed = 0, paid = 0]] = await Promise.all([
    findBatches(db, [...new Set(flyers.map(({ batchId }) => batchId))]),
    Promise.all(STAGES.map((stage) => countVisits(db, { promoterId: staffId, day }, stage))),
  ]);
  const found = flyers.map((flyer) => ({ flyer, batch: batches.get(flyer.batchId) ?? null }));
  return ok({ flyers: await flyerViews(context, found), today: { scanned, joined, claimed, paid } });
}

export async function promotersForStaff(
  context: StaffContext,
): Promise<Result<OutputOf<(typeof staffOutreachContract)['outreach.promoters']>>> {
  const known = await promoters(context.db);
  return ok({ promoters: known.map(({ _id, name }) => ({ staffId: _id, name })) });
}
