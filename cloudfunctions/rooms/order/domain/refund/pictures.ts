import { type Refusal, refuse } from '../../../../kernel/result';
import type { Refunds } from './record';

/** As the page of after-sales names what it uploads: 24 letters that nobody guesses (client/services/upload). */
const UPLOADED = /^cloud:\/\/([a-z0-9-]+)\.[a-z0-9-]+\/aftersales\/[a-z0-9]{24}\.jpg$/;

/**
 * A picture makes money instant, so it is a file that was uploaded for this: INVALID_INPUT {field} for one of another
 * environment or folder, for one twice, and for one that any refund of the order has, whatever became of that.
 * Whose upload it is stands in no file id.
 */
export function refusalByPictures(refunds: Refunds, pictures: readonly string[], envId: string): Refusal | null {
  const used = new Set(Object.values(refunds).flatMap((refund) => refund.pictures));
  const index = pictures.findIndex(
    (picture, n) => UPLOADED.exec(picture)?.[1] !== envId || used.has(picture) || pictures.indexOf(picture) < n,
  );
  return index < 0
    ? null
    : refuse('INVALID_INPUT', { field: `pictures.${index}`, reason: 'a new picture of this order' });
}
