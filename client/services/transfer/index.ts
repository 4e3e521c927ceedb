import type { TransferOutcome, TransferTicket } from './types';

export type { TransferOutcome, TransferTicket } from './types';

/** The embedded cloud plays WeChat's sheet, tapped at once. */
export async function takeTransfer(ticket: TransferTicket): Promise<TransferOutcome> {
  const answer = await fetch('/local/transfer', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ package: ticket.package }),
  });
  return answer.ok ? 'done' : 'cancelled';
}
