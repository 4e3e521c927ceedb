import * as v from 'valibot';
import { changes, cursor, id, nothing, optionalText, type Page, reads, text } from '../../contract';
import { MOST_OF_HOUSEHOLD, MOST_SEATS } from './domain/event';
import type { CheckedInView, EventView, GuestView, MySignUp, StaffEventView } from './domain/faces';
import type { PartyReply } from './domain/party';

export type { PartyReply, PartyState } from './domain/party';
export type { CheckedInView, EventView, GuestView, MySignUp, StaffEventView };

const wholeNumber = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(least), v.maxValue(most));
/** Up to the year 2100. */
const moment = () => wholeNumber(0, 4_102_444_800_000);
const word = () => v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,30}$/, 'the name of a picture or tint'));

export const eventContract = {
  /** The event asked for, or the next one, and the others that are coming. */
  'event.view': reads(v.strictObject({ eventId: v.optional(id()) }))<{
    readonly event: EventView | null;
    readonly others: readonly EventView[];
  }>(),
  /**
   * "We come as `seats`": signs up, joins the line where it is full, changes the number, or takes an offered seat up.
   * Costs nothing and needs no order.
   */
  'event.signUp': changes(v.strictObject({ eventId: id(), seats: wholeNumber(1, MOST_OF_HOUSEHOLD) }))<PartyReply>(),
  'event.cancel': changes(v.strictObject({ eventId: id() }))<PartyReply>(),
};

const plan = () => ({
  title: text(20),
  line: text(40),
  estateId: id(),
  place: text(40),
  placeNote: optionalText(40),
  startsAtMs: moment(),
  endsAtMs: moment(),
  weatherNote: optionalText(40),
  pictures: v.pipe(v.array(word()), v.maxLength(5)),
  tint: v.picklist(['peach', 'sage', 'honey', 'rose', 'sky', 'oat']),
  capacity: wholeNumber(1, MOST_SEATS),
  perHousehold: wholeNumber(1, MOST_OF_HOUSEHOLD),
  host: text(20),
  contact: text(20),
  thanksTemplateId: v.optional(id()),
});

export const staffEventContract = {
  'event.board': reads(v.strictObject({ cursor: cursor() }))<Page<StaffEventView>>(),
  'event.guests': reads(v.strictObject({ eventId: id() }))<{
    readonly event: StaffEventView;
    readonly guests: readonly GuestView[];
  }>(),
  /** Without eventId a new draft. Of a published one words, time and place may change, and seats be added. */
  'event.save': changes(v.strictObject({ eventId: v.optional(id()), ...plan() }))<StaffEventView>(),
  /** Sets the thank-you coupons' money aside and shows the event. Refused: EVENT_UNSOUND {problems}, BUDGET_GONE. */
  'event.publish': changes(v.strictObject({ eventId: id() }))<StaffEventView>(),
  'event.callOff': reads(v.strictObject({ eventId: id(), why: text(60) }))<StaffEventView>(),
  /** `code`: the 20 characters of a scanned code, or the 8 digits. */
  'event.checkIn': reads(
    v.strictObject({
      eventId: id(),
      code: v.pipe(v.string(), v.regex(/^([0-9a-f]{20}|[0-9]{8})$/, 'a code of an event')),
    }),
  )<CheckedInView>(),
  /** Events that check in about now, for the scanner. */
  'event.today': reads(nothing())<{ readonly events: readonly StaffEventView[] }>(),
};
