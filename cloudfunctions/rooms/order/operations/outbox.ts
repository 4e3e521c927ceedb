import type { Outbox } from '../../../platform/outbox/outbox';
import type { Order } from '../document';
import { ORDERS } from '../store';
import { carryOutEffects } from './effects/carry-out';

/** What orders owe, by their present state. */
export const orderOutbox: Outbox = {
  collection: ORDERS,
  carryOut: (context, order, known) => carryOutEffects(context, order as unknown as Order, known),
};
