import { eachAtOnce } from '../../../platform/at-once';
import type { Context } from '../../../platform/context';
import { credit } from '../../../platform/holds/cells';
import type { PrizeNote } from '../domain/notes';
import { setUnitBack, unitsDue } from '../store';

/** Notes of one run, ten at a time some seconds of its minute. */
const JOB_ROWS = 300;

/**
 * Job: units of prizes that nobody has any more go back to their cells, under the op of the wallet's entry that ended them.
 * Prize cells keep every mark, so no birth is too old and giving back twice is once.
 */
export async function giveUnitsBack(context: Context): Promise<void> {
  await eachAtOnce(await unitsDue(context.db, context.nowMs, JOB_ROWS), (note) => giveBack(context, note));
}

async function giveBack({ db, log }: Context, { _id, unit, residentId }: PrizeNote): Promise<void> {
  try {
    if (unit) await credit(db, { ...unit, q: { n: 1 }, by: residentId });
    await setUnitBack(db, _id);
  } catch (error) {
    log.error('prize-unit-later', { noteId: _id, why: String(error) });
  }
}
