import { type Refusal, refuse } from '../../../../kernel/result';
import { type Exchanges, exchangesOf } from '../exchange/record';
import type { Refunds } from './record';

/** As the page of after-sales names what it uploads: 24 letters that nobody guesses (client/services/upload). */
const UPLOADED = /^cloud:\/\/([a-z0-9-]+)\.[a-z0-9-]+\/aftersales\/[a-z0-9]{24}\.jpg$/;

/**
 * A picture makes money instant, so it is a file that was uploaded for this: INVALID_INPUT {field} for one of another
 * environment or folder, for one twice, and for one that any refund or exchange of the order has, whatever became of that.
 * Whose upload it is stands in no file id.
 */
export function refusalByPictures(
  order: { readonly refunds: Refunds; readonly exchanges?: Exchanges },
  pictures: readonly string[],
  envId: string,
): Refusal | null {
  const records = [...Object.values(order.refunds), ...Object.values(exchangesOf(order))];
  const used = new Set(records.flatMap((record) => record.pictures));
  const index = pictures.findIndex(
    (picture, n) => UPLOADED.exec(picture)?.[1] !== envId || used.has(picture) || pictures.indexOf(picture) < n,
  );
  return index < 0
    ? null
    : refuse('INVALID_INPUT', { field: `pictures.${index}`, reason: 'a new picture of this order' });
}
