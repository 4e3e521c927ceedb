import type { CouponPromise } from '../../../kernel/coupon';
import type { Context } from '../../../platform/context';
import type { CouponChannel } from '../domain/template';
import { templateOf } from './templates';

/**
 * Templates as coupons that may be promised through a channel (an add-on of an offer, a neighbour's card), by id. Missing: those that there are not, that end by a date (the promise
 * is kept on receipt, whenever that is), and that are not meant for it.
 */
export async function couponPromises(
  context: Pick<Context, 'db' | 'nowMs'>,
  templateIds: readonly string[],
  channel: CouponChannel = 'add-on',
): Promise<Map<string, CouponPromise>> {
  const templates = await Promise.all(templateIds.map((id) => templateOf(context, id)));
  return new Map(
    templates.flatMap((template): [string, CouponPromise][] => {
      if (!template || !('days' in template.validity) || !template.channels.includes(channel)) return [];
      const { _id: templateId, title, terms, validity } = template;
      return [[templateId, { templateId, title, terms, days: validity.days }]];
    }),
  );
}
