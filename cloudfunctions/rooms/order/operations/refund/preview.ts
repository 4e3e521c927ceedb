import type { OutputOf, ParsedInputOf } from '../../../../contract';
import { hashOf } from '../../../../kernel/ids';
import { ok, type Result } from '../../../../kernel/result';
import type { ResidentContext } from '../../../../platform/context';
import { readWallet } from '../../../../platform/holds/wallets';
import type { orderContract, RefundPreview, RefundSums } from '../../contract';
import type { Order } from '../../document';
import { type Draft, draftOf } from '../../domain/refund/draft';
import { DECIDE_WITHIN_MS } from '../../domain/refund/limits';
import type { PaidBy } from '../../domain/refund/platform';
import { hasNoReturn, type Way, wayOf } from '../../domain/refund/way';
import { ownOrder } from '../own-order';
import { linesOf, openChancesOf, sumsOf } from './sums';

type Contract = (typeof orderContract)['order.refundPreview'];

/** What a refund of these units would give back and take back, by what is known now. 1 round trip. */
export async function refundPreview(
  context: ResidentContext,
  { orderId, lines, reason, hasPictures }: ParsedInputOf<Contract>,
): Promise<Result<OutputOf<Contract>>> {
  const [own, wallet] = await Promise.all([ownOrder(context, orderId), readWallet(context.db, context.residentId)]);
  if (!own.ok) return own;
  const draft = draftOf(own.data, { lines, reason: reason ?? null }, context.nowMs);
  if (!draft.ok) return draft;
  const openChances = openChancesOf(wallet, orderId);
  return ok(previewOf(own.data, draft.data, { nowMs: context.nowMs, openChances, hasPictures }));
}

export interface PreviewFacts {
  readonly nowMs: number;
  readonly openChances: number;
  readonly hasPictures: boolean;
}

export function previewOf(order: Order, draft: Draft, facts: PreviewFacts): RefundPreview {
  const sums = sumsOf(order, draft, facts.openChances);
  const lines = linesOf(order, draft);
  const { reason, amounts, units } = draft;
  const request = { reason, amounts, noReturn: hasNoReturn(order, units) };
  const way = wayOf(order, { ...request, hasPictures: facts.hasPictures });
  const pictureHelps = way !== 'instant' && wayOf(order, { ...request, hasPictures: true }) === 'instant';
  const decideByMs = way === 'review' ? facts.nowMs + DECIDE_WITHIN_MS : null;
  return { sums, lines, way, pictureHelps, decideByMs, expected: fingerprint(draft, sums, way) };
}

/** Over all that comes back and goes, and how: the resident agreed to these numbers and to this way. */
export function fingerprint({ cause, units, amounts }: Draft, sums: RefundSums, way: Way | PaidBy): string {
  const { pointsTaken, isLast, couponsBack, chancesTaken } = sums;
  const unitsByLine = Object.entries(units).sort(([a], [b]) => (a < b ? -1 : 1));
  const { amountFen, goodsFen, freightFen, deductedFen, pointsBack, gifts } = amounts;
  const giftsByLine = Object.entries(gifts).sort(([a], [b]) => (a < b ? -1 : 1));
  const money = [amountFen, goodsFen, freightFen, deductedFen];
  const rest = [pointsBack, pointsTaken, isLast, couponsBack, chancesTaken];
  return hashOf('refund/2', JSON.stringify([cause, way, unitsByLine, money, giftsByLine, rest]));
}
