import type { CouponPromise } from '../../../kernel/coupon';
import type { Context } from '../../../platform/context';
import { templateOf } from './templates';

/**
 * Templates as coupons that an offer may promise, by id. Missing: those that there are not, that end by a date (the promise
 * is kept on receipt, whenever that is), and that are not meant for it.
 */
export async function couponPromises(
  context: Pick<Context, 'db' | 'nowMs'>,
  templateIds: readonly string[],
): Promise<Map<string, CouponPromise>> {
  const templates = await Promise.all(templateIds.map((id) => templateOf(context, id)));
  return new Map(
    templates.flatMap((template): [string, CouponPromise][] => {
      if (!template || !('days' in template.validity) || !template.channels.includes('add-on')) return [];
      const { _id: templateId, title, terms, validity } = template;
      return [[templateId, { templateId, title, terms, days: validity.days }]];
    }),
  );
}
