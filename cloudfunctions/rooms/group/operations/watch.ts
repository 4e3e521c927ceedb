import { DAY_MS, yyyymmdd } from '../../../kernel/period';
import { eachAtOnce } from '../../../platform/at-once';
import type { Context } from '../../../platform/context';
import { raiseAlert } from '../../../platform/staff';
import { needOf } from '../domain/attention';
import type { Group } from '../domain/group';
import { allGroups, countShows, daysBefore, mendShown, removeDay } from '../store';

/** Job: tells staff before an estate's last group runs out, and reckons the estimates again from who was shown what. */
export async function watchGroups(context: Context): Promise<void> {
  const groups = await allGroups(context.db);
  await eachAtOnce(
    groups.filter(({ isOpen }) => isOpen),
    (group) => mendCount(context, group),
  );
  const estates = new Map<string, Group[]>();
  for (const group of groups) estates.set(group.estateId, [...(estates.get(group.estateId) ?? []), group]);
  await eachAtOnce([...estates], async ([estateId, own]) => {
    const need = needOf(own, context.nowMs);
    if (need) await raiseAlert(context, 'GROUPS_RUN_OUT', need.cause, { estateId, attention: need.attention });
  });
}

async function mendCount({ db }: Context, group: Group): Promise<void> {
  const counted = await countShows(db, group);
  if (counted !== group.shown) await mendShown(db, group, counted);
}

/** The board tells of today alone; a week is kept for who asks why it said what it said. */
const KEEP_DAYS_MS = 7 * DAY_MS;

/** Job: days of the board that nobody asks for any more. */
export async function forgetDays({ db, nowMs }: Context): Promise<void> {
  const days = await daysBefore(db, yyyymmdd(nowMs - KEEP_DAYS_MS));
  await eachAtOnce(days, ({ _id }) => removeDay(db, _id));
}
