import { ok, type Result, refuse } from '../../../kernel/result';
import type { Context, StaffContext } from '../../../platform/context';
import { logStaffAction } from '../../../platform/staff';
import type { FlyerView } from '../contract';
import { type Flyer, MOVES, refusalOf, standingOf } from '../domain/flyer';
import { changeFlyer, insertFlyer, type StaffChange } from '../store';
import { codeKey, mayBeOurs } from './key';
import { type FoundFlyer, findFlyerOf } from './look-up';
import { flyerView } from './views';

/** Two staff at one flyer at once is as bad as it gets. */
const MOST_ROUNDS = 4;

/** Null: no flyer of ours. */
export async function findForStaff(context: Context, scene: string): Promise<FoundFlyer | null> {
  return mayBeOurs(await codeKey(context), scene) ? findFlyerOf(context.db, scene) : null;
}

export type Wanted = StaffChange & Pick<Flyer, 'state'>;

/**
 * Changes a flyer by CAS, or makes its document where nobody has touched it yet. `decide`: the change, or null where it is so
 * already. Logged with before and after. Refused: FLYER_UNKNOWN, and what MOVES and the clock forbid.
 */
export async function changeAsStaff(
  context: StaffContext,
  scene: string,
  operation: string,
  decide: (flyer: Flyer) => Wanted | null,
): Promise<Result<FlyerView>> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const found = await findForStaff(context, scene);
    if (!found) return refuse('FLYER_UNKNOWN', {});
    const { flyer, batch } = found;
    const wanted = decide(flyer);
    if (wanted === null) return ok(await flyerView(context, found));
    const standing = standingOf(flyer, batch, context.nowMs);
    const isOver = standing === 'retired' || standing === 'expired';
    if (!MOVES[flyer.state].includes(wanted.state) || (wanted.state === 'active' && isOver))
      return refusalOf(standing) ?? refuse('FLYER_RETIRED', {});
    const after = { ...flyer, ...wanted };
    if (!(await write(context, found, wanted))) continue;
    await logStaffAction(context, { operation, target: flyer._id, before: trace(flyer), after: trace(after) });
    return ok(await flyerView(context, { flyer: after, batch }));
  }
  return refuse('BUSY', {});
}

async function write({ db }: Context, { flyer, isUnborn }: FoundFlyer, wanted: Wanted): Promise<boolean> {
  return isUnborn ? (await insertFlyer(db, { ...flyer, ...wanted })) === 'inserted' : changeFlyer(db, flyer, wanted);
}

const trace = ({ state, place, note, promoterId }: Flyer) => ({ state, place, note, promoterId });
