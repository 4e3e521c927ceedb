import type { StaffRole } from '../../../platform/context';
import { maskName, maskPhone } from '../../account';
import type { StaffOrderCard } from '../contract';
import type { Order } from '../document';
import { hasOpenRefund } from '../domain/refund/desk';
import { TRANSITIONS } from '../domain/states';
import { giftViews, packedLine } from './bought';
import { putInPrizes } from './put-in-prizes';
import { orderCard } from './views';

type StaffStep = StaffOrderCard['next'];
const STAFF_STEPS: readonly StaffStep[] = ['picked', 'dispatched', 'delivered'];

/** Who packs a bag or knocks at a door needs the name on it. */
const NAMING_ROLES: readonly StaffRole[] = ['shop', 'courier'];

/** The phone number is masked, it is shown to the courier at the door alone; the name too, for roles that do not deliver. */
export function shownContact({ address }: Order, roles: readonly StaffRole[]) {
  const { estateName, building, room, contactName, phone } = address;
  const isNamed = roles.some((role) => NAMING_ROLES.includes(role));
  return {
    ...{ estateName, building, room },
    contactName: isNamed ? contactName : maskName(contactName),
    maskedPhone: maskPhone(phone),
  };
}

/** For the board. */
export const staffCard = (order: Order, roles: readonly StaffRole[]): StaffOrderCard => ({
  ...orderCard(order),
  ...shownContact(order, roles),
  lines: order.goods.map((good) => packedLine(order, good)),
  isExpress: order.deliveryKind === 'express',
  note: order.note,
  gifts: giftViews(order, { less: true }),
  prizes: putInPrizes(order),
  hasOpenRefund: hasOpenRefund(order.refunds),
  next: STAFF_STEPS.find((step) => step !== null && TRANSITIONS[order.state].includes(step)) ?? null,
});
