import type { Room } from '../platform/room';
import { assemble } from '../platform/serve/assembly';
import { makeAccountRoom } from './account';
import { budgetRoom } from './budget';
import { campaignRoom } from './campaign';
import { catalogRoom } from './catalog';
import { couponRoom } from './coupon';
import { drawRoom } from './draw';
import { eventReminder, eventRoom } from './event';
import { groupRoom } from './group';
import { loyaltyRoom } from './loyalty';
import { makeNoticeRoom } from './notice';
import { cartCount, orderRoom } from './order';
import { outreachRoom } from './outreach';
import { referralRoom } from './referral';
import { reportRoom } from './report';
import { rewardRoom } from './reward';

/** Every room of the house; the doors offer what these offer. */
export const rooms: readonly Room[] = [
  makeAccountRoom({ cartCount }),
  campaignRoom,
  budgetRoom,
  catalogRoom,
  couponRoom,
  loyaltyRoom,
  drawRoom,
  rewardRoom,
  outreachRoom,
  makeNoticeRoom({ eventReminder }),
  groupRoom,
  eventRoom,
  orderRoom,
  referralRoom,
  reportRoom,
];

export const assembly = assemble(rooms);
