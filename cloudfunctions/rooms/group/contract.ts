import * as v from 'valibot';
import { changes, fileId, id, nothing, reads, text } from '../../contract';
import type {
  EstateGroupsView,
  GroupBoardView,
  GroupEnteredView,
  GroupEntryView,
  StaffGroupView,
} from './domain/faces';
import { ORDINARY_SEATS } from './domain/group';

export type * from './domain/faces';

/** As `wx.getGroupEnterInfo` gave it to the page; WeChat alone can open it. */
const cloudId = () => v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/=_-]{8,400}$/, 'a cloudID of WeChat'));
const wholeNumber = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(least), v.maxValue(most));
/** A WeCom customer group's join way opens up to five rooms of 200, one after the other. */
const MOST_SEATS = 5 * ORDINARY_SEATS;

export const groupContract = {
  /** `not`: the group whose code did not open, another one is wanted. */
  'group.entry': reads(v.strictObject({ estateId: id(), not: v.optional(id()) }))<GroupEntryView>(),
  'group.board': reads(v.strictObject({ estateId: id() }))<GroupBoardView>(),
  /** A card of ours was opened in a chat: keeps it as the channel, and the chat's estate where none was chosen. */
  'group.enter': reads(v.strictObject({ cloudId: cloudId() }))<GroupEnteredView>(),
  /** The code does not open: staff is told, once for each code and resident. */
  'group.tell': reads(v.strictObject({ groupId: id() }))<{ readonly told: true }>(),
};

export const staffGroupContract = {
  /** Estates whose groups need somebody come first. */
  'group.list': reads(nothing())<{ readonly estates: readonly EstateGroupsView[] }>(),
  'group.make': changes(
    v.strictObject({
      estateId: id(),
      name: text(30),
      keeper: text(20),
      kind: v.picklist(['ordinary', 'wecom']),
      seats: wholeNumber(1, MOST_SEATS),
      /** WeCom's id of the way to join (config_id). */
      joinWayId: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'an id of WeCom'))),
    }),
  )<StaffGroupView>(),
  /** `livesDays`: as WeChat prints under the code; an ordinary group's lives 7 days at most. */
  'group.picture': reads(
    v.strictObject({ groupId: id(), picture: fileId(), livesDays: v.optional(wholeNumber(1, 7)) }),
  )<StaffGroupView>(),
  'group.count': reads(v.strictObject({ groupId: id(), members: wholeNumber(0, MOST_SEATS) }))<StaffGroupView>(),
  'group.open': reads(v.strictObject({ groupId: id(), open: v.boolean() }))<StaffGroupView>(),
  /** Staff opened a card in the group's chat. */
  'group.link': reads(v.strictObject({ groupId: id(), cloudId: cloudId() }))<StaffGroupView>(),
};
