import type { PayOutcome, PayTicket } from './types';

export type { PayOutcome, PayTicket } from './types';

/** Goes to the embedded cloud's cashier, which plays WeChat Pay; it comes back to `returnTo`, a page of this app. */
export async function pay(ticket: PayTicket, returnTo: string): Promise<PayOutcome> {
  const prepayId = ticket.package.replace(/^prepay_id=/, '');
  const { origin, pathname } = window.location;
  const query = new URLSearchParams({ prepay_id: prepayId, return: `${origin}${pathname}#${returnTo}` });
  window.location.href = `/cashier?${query.toString()}`;
  return 'left';
}
