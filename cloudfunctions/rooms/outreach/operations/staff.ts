import type { OutputOf, ParsedInputOf } from '../../../contract';
import { yyyymmdd } from '../../../kernel/period';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { StaffContext } from '../../../platform/context';
import { logStaffAction } from '../../../platform/staff';
import type { FlyerView, staffOutreachContract } from '../contract';
import { type Flyer, MOVES, refusalOf, standingOf } from '../domain/flyer';
import { changeFlyer, findFlyer, flyersOf, type StaffChange } from '../store';

type ActivateInput = ParsedInputOf<(typeof staffOutreachContract)['outreach.activateFlyer']>;
type Mine = OutputOf<(typeof staffOutreachContract)['outreach.myFlyers']>;
type Scene = { readonly scene: string };

/** Two staff at one flyer at once is as bad as it gets. */
const MOST_ROUNDS = 4;

/** What staff see before they put it up. Refused: FLYER_UNKNOWN. */
export async function flyerForStaff(context: StaffContext, { scene }: Scene): Promise<Result<FlyerView>> {
  const flyer = await findFlyer(context.db, scene);
  return flyer ? ok(flyerView(flyer, context.nowMs)) : refuse('FLYER_UNKNOWN', {});
}

/**
 * Puts a flyer on a place and on one's name; putting an active one elsewhere moves it. Refused: FLYER_UNKNOWN,
 * FLYER_RETIRED, FLYER_EXPIRED.
 */
export function activateFlyer(
  context: StaffContext,
  { scene, place, note }: ActivateInput,
): Promise<Result<FlyerView>> {
  const { staffId, staffName, nowMs } = context;
  return change(context, scene, 'outreach.activateFlyer', (flyer) => {
    const words = note ?? '';
    const isSame = flyer.state === 'active' && flyer.place === place && flyer.note === words;
    if (isSame && flyer.promoterId === staffId) return null;
    return { state: 'active', place, note: words, promoterId: staffId, promoterName: staffName, activatedAtMs: nowMs };
  });
}

/** Takes a flyer out of use for good. Refused: FLYER_UNKNOWN. Retiring a retired one is no error. */
export function retireFlyer(context: StaffContext, { scene }: Scene): Promise<Result<FlyerView>> {
  return change(context, scene, 'outreach.retireFlyer', (flyer) =>
    flyer.state === 'retired' ? null : { state: 'retired' },
  );
}

/** `decide`: the change, or null where it is so already. Logged with before and after. */
async function change(
  context: StaffContext,
  scene: string,
  operation: string,
  decide: (flyer: Flyer) => StaffChange | null,
): Promise<Result<FlyerView>> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const flyer = await findFlyer(context.db, scene);
    if (!flyer) return refuse('FLYER_UNKNOWN', {});
    const wanted = decide(flyer);
    if (wanted === null) return ok(flyerView(flyer, context.nowMs));
    const standing = standingOf(flyer, context.nowMs);
    const isBarred =
      !MOVES[flyer.state].includes(wanted.state) || (wanted.state === 'active' && standing === 'expired');
    if (isBarred) return refusalOf(standing) ?? refuse('FLYER_RETIRED', {});
    if (!(await changeFlyer(context.db, flyer, wanted))) continue;
    await logStaffAction(context, {
      operation,
      target: flyer._id,
      before: trace(flyer),
      after: trace({ ...flyer, ...wanted }),
    });
    return ok(flyerView({ ...flyer, ...wanted }, context.nowMs));
  }
  return refuse('BUSY', {});
}

const trace = ({ state, place, note, promoterId }: Flyer) => ({ state, place, note, promoterId });

/** Flyers on one's name, newest first, and what they brought today. */
export async function myFlyers(context: StaffContext): Promise<Result<Mine>> {
  const { db, staffId, nowMs } = context;
  const flyers = await flyersOf(db, staffId);
  const today = yyyymmdd(nowMs);
  const sum = (what: 'scanned' | 'claimed') =>
    flyers.reduce((total, { days }) => total + (days[today]?.[what] ?? 0), 0);
  return ok({
    flyers: flyers.map((flyer) => flyerView(flyer, nowMs)),
    today: { scanned: sum('scanned'), claimed: sum('claimed') },
  });
}

function flyerView(flyer: Flyer, nowMs: number): FlyerView {
  const { _id, rev: _rev, state: _state, days: _days, templateId: _template, campaignId: _campaign, ...shown } = flyer;
  const { promoterId: _promoter, estateId: _estate, ...rest } = shown;
  return { ...rest, flyerId: _id, state: standingOf(flyer, nowMs) };
}
