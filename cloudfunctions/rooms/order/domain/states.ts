/** `intent`, `aborted`, `closing` and `closed` are of the protocol of holds; the rest is what people see. */
export type OrderState =
  | 'intent'
  | 'aborted'
  | 'placed'
  | 'closing'
  | 'closed'
  | 'paid'
  | 'picked'
  | 'dispatched'
  | 'delivered'
  | 'received'
  | 'cancelled';

/** Tabs of "my orders"; `none`: never shown. */
export type OrderTab = 'none' | 'to-pay' | 'under-way' | 'done';

/** From where to where an order may go (protocol-of-holds.md, Order). Each arrow is one CAS. */
export const TRANSITIONS: { readonly [from in OrderState]: readonly OrderState[] } = {
  intent: ['placed', 'paid', 'aborted'],
  aborted: [],
  placed: ['closing', 'paid'],
  closing: ['closed', 'paid'],
  closed: [],
  paid: ['picked', 'cancelled'],
  picked: ['dispatched', 'cancelled'],
  dispatched: ['delivered'],
  delivered: ['received'],
  received: [],
  cancelled: [],
};

export const TAB_OF: { readonly [state in OrderState]: OrderTab } = {
  intent: 'none',
  aborted: 'none',
  placed: 'to-pay',
  closing: 'to-pay',
  closed: 'done',
  paid: 'under-way',
  picked: 'under-way',
  dispatched: 'under-way',
  delivered: 'under-way',
  received: 'done',
  cancelled: 'done',
};

export const ORDER_STATES = Object.keys(TRANSITIONS) as readonly OrderState[];

/** States from which `to` is reached. */
export const sourcesOf = (to: OrderState): OrderState[] =>
  ORDER_STATES.filter((from) => TRANSITIONS[from].includes(to));

/** What the marks of an order in this state are to become. */
export function verdictOf(state: OrderState): 'capture' | 'release' | 'wait' {
  if (state === 'aborted' || state === 'closed') return 'release';
  return state === 'intent' || state === 'placed' || state === 'closing' ? 'wait' : 'capture';
}

/** What the resident and the staff see as one way: later states lie further on. */
const WAY: readonly OrderState[] = ['paid', 'picked', 'dispatched', 'delivered', 'received'];

/** True where the order has been through `step` already: doing it again is no error. */
export function isPast(state: OrderState, step: OrderState): boolean {
  return WAY.includes(state) && WAY.indexOf(state) >= WAY.indexOf(step);
}
