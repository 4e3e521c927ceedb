import { issueCoupon } from '../../coupon';
import { earnPoints } from '../../loyalty';
import type { Givers } from '../domain/spin';
import type { KnownDraw } from './draws';

/** Points won can be spent at once; a coupon won was paid for when the draw was published. */
export function giversOf({ templates }: Pick<KnownDraw, 'templates'>): Givers {
  return {
    coupon(wallet, { templateId, op, atMs }) {
      const template = templates.get(templateId);
      if (!template) throw new Error(`prize template ${templateId} is not there`);
      return issueCoupon(wallet, template, { op, atMs, source: 'draw', cost: 'set-aside' });
    },
    points(wallet, { points, op, atMs, cause }) {
      return earnPoints(wallet, { lotId: op, points, atMs, spendableFromMs: atMs, cause });
    },
  };
}
