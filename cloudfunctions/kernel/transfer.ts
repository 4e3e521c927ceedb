/**
 * unknown: the platform has no such transfer. waiting: for the person's tap. returned: not taken in time, or cancelled. failed:
 * it ends here, `reason` says why. Both leave the money with the shop.
 */
export interface TransferFacts {
  readonly state: 'unknown' | 'processing' | 'waiting' | 'succeeded' | 'failed' | 'returned';
  /** 0 where the platform says nothing of it. */
  readonly amountFen: number;
  readonly packageInfo: string | null;
  /** WeChat's own number. */
  readonly transferNumber: string | null;
  readonly reason: string | null;
}
