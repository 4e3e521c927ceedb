import type { Context } from '../../../platform/context';
import { readWallet } from '../../../platform/holds/wallets';
import type { ReminderKind } from '../domain/message';
import { couponReminder, prizeReminder, type Reminder } from '../domain/reminder';

/** What is still to be reminded of, as it is now; null: nothing any more, or it is not this resident's. */
export type ReminderSource<K extends ReminderKind = ReminderKind> = (
  context: Context,
  residentId: string,
  about: string,
) => Promise<Reminder<K> | null>;

/** What other rooms know, handed in where the rooms are put together. */
export interface NoticeParts {
  readonly eventReminder: ReminderSource<'event-soon'>;
}

export type ReminderSources = { readonly [K in ReminderKind]: ReminderSource<K> };

export const sourcesWith = ({ eventReminder }: NoticeParts): ReminderSources => ({
  'coupon-expiring': async ({ db, nowMs }, residentId, about) =>
    couponReminder(await readWallet(db, residentId), about, nowMs),
  'prize-waiting': async ({ db, nowMs }, residentId, about) =>
    prizeReminder(await readWallet(db, residentId), about, nowMs),
  'event-soon': eventReminder,
});
