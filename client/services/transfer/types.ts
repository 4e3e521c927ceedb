/** What the server got from WeChat Pay for this transfer. */
export interface TransferTicket {
  mchId: string;
  appId: string;
  package: string;
}

/** What the phone said. Only the server knows whether money moved: every outcome leads to asking it. */
export type TransferOutcome = 'done' | 'cancelled' | 'too-old';
