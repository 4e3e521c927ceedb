import type { PayOutcome, PayTicket, ReturnTo } from './types';

export type { PayOutcome, PayTicket, ReturnTo } from './types';

/** Goes to the embedded cloud's cashier, which plays WeChat Pay; it comes back to a page of this app. */
export async function pay(ticket: PayTicket, returnTo: ReturnTo): Promise<PayOutcome> {
  const { origin, pathname } = window.location;
  const query = new URLSearchParams({
    prepay_id: ticket.package.replace(/^prepay_id=/, ''),
    return: `${origin}${pathname}#${returnTo.paid}`,
    cancelled: `${origin}${pathname}#${returnTo.cancelled}`,
  });
  window.location.href = `/cashier?${query.toString()}`;
  return 'left';
}
