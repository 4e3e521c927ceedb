/** Money that a reward brought (product.md E4). What moves it is the only update of its document. */
export type PayoutState =
  /** Waits for an operator. */
  | 'due'
  /** Approved under a recorded legal approval: the resident may take it. Nothing was asked of WeChat yet. */
  | 'confirmed'
  /** WeChat Pay was asked, or will be in a moment; what it answered is not known. */
  | 'sending'
  /** WeChat Pay waits for the resident's tap, 24 hours. */
  | 'waiting'
  | 'paid'
  /** WeChat Pay refused it for good: an operator mends the cause and approves it again, or withholds it. */
  | 'failed'
  /** Not taken in time, or cancelled: the money is the shop's again, and the resident may ask for it anew. */
  | 'returned'
  /** Never paid: its cause was undone, or an operator refused it. */
  | 'withheld';

export const PAYOUT_TRANSITIONS: { readonly [from in PayoutState]: readonly PayoutState[] } = {
  due: ['confirmed', 'withheld'],
  confirmed: ['sending', 'withheld'],
  sending: ['waiting', 'paid', 'failed', 'returned'],
  waiting: ['paid', 'failed', 'returned'],
  failed: ['confirmed', 'withheld'],
  returned: ['sending', 'withheld'],
  paid: [],
  withheld: [],
};

export const PAYOUT_STATES = Object.keys(PAYOUT_TRANSITIONS) as readonly PayoutState[];

export const mayMove = (from: PayoutState, to: PayoutState): boolean => PAYOUT_TRANSITIONS[from].includes(to);

/** How the staff's list is divided. */
export const PAYOUT_TABS = ['to-approve', 'under-way', 'trouble', 'done'] as const;
export type PayoutTab = (typeof PAYOUT_TABS)[number];

export const TAB_OF_PAYOUT: { readonly [state in PayoutState]: PayoutTab } = {
  due: 'to-approve',
  confirmed: 'under-way',
  sending: 'under-way',
  waiting: 'under-way',
  failed: 'trouble',
  returned: 'under-way',
  paid: 'done',
  withheld: 'done',
};
