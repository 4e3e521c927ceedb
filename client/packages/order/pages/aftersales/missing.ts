import { afterSalesWords as words } from '@/text/areas/aftersales';
import type { Claim } from './claim';
import type { Asked } from './useClaim';
import type { Pictures } from './usePictures';

/** What is still to be done before it can be sent; null: nothing. */
export function missingWord(asked: Asked | null, { reason }: Claim, { shots }: Pictures): string | null {
  if (asked === null) return words.needUnits;
  if (reason === null) return words.needReason;
  if (shots.some(({ state }) => state === 'failed')) return words.failedPictures;
  return shots.some(({ state }) => state === 'sending') ? words.needPictures : null;
}
