import type { OutputOf, ParsedInputOf } from '../../../../contract';
import { hashOf } from '../../../../kernel/ids';
import { ok, type Result } from '../../../../kernel/result';
import type { ResidentContext } from '../../../../platform/context';
import { readWallet } from '../../../../platform/holds/wallets';
import type { orderContract, RefundPreview } from '../../contract';
import type { Order } from '../../document';
import { type Draft, draftOf } from '../../domain/refund/draft';
import { DECIDE_WITHIN_MS } from '../../domain/refund/limits';
import { wayOf } from '../../domain/refund/way';
import { ownOrder } from '../own-order';
import { linesOf, openChancesOf, sumsOf } from './sums';

type Contract = (typeof orderContract)['order.refundPreview'];

/** What a refund of these units would give back and take back, by what is known now. 1 round trip. */
export async function refundPreview(
  context: ResidentContext,
  { orderId, lines, reason }: ParsedInputOf<Contract>,
): Promise<Result<OutputOf<Contract>>> {
  const [own, wallet] = await Promise.all([ownOrder(context, orderId), readWallet(context.db, context.residentId)]);
  if (!own.ok) return own;
  const draft = draftOf(own.data, { lines, reason: reason ?? null }, context.nowMs);
  if (!draft.ok) return draft;
  return ok(previewOf(own.data, draft.data, { nowMs: context.nowMs, openChances: openChancesOf(wallet, orderId) }));
}

export interface PreviewFacts {
  readonly nowMs: number;
  readonly openChances: number;
  /** Before asking it is not known: then as if there were one, for the page asks for it. */
  readonly hasPictures?: boolean;
}

export function previewOf(order: Order, draft: Draft, facts: PreviewFacts): RefundPreview {
  const sums = sumsOf(order, draft, facts.openChances);
  const lines = linesOf(order, draft);
  const { hasPictures = true } = facts;
  const way = wayOf(order, { reason: draft.reason, hasPictures, amountFen: draft.amounts.amountFen });
  const decideByMs = way === 'review' ? facts.nowMs + DECIDE_WITHIN_MS : null;
  return { sums, lines, way, decideByMs, expected: fingerprint(draft, sums) };
}

/** Over all that comes back and goes: the resident agreed to these numbers. */
function fingerprint({ units, amounts }: Draft, sums: RefundPreview['sums']): string {
  const { pointsTaken, isLast, couponsBack, chancesTaken } = sums;
  const unitsByLine = Object.entries(units).sort(([a], [b]) => (a < b ? -1 : 1));
  const { amountFen, goodsFen, freightFen, deductedFen, pointsBack, gifts } = amounts;
  const giftsByLine = Object.entries(gifts).sort(([a], [b]) => (a < b ? -1 : 1));
  const money = [amountFen, goodsFen, freightFen, deductedFen];
  const rest = [pointsBack, pointsTaken, isLast, couponsBack, chancesTaken];
  return hashOf('refund/1', JSON.stringify([unitsByLine, money, giftsByLine, rest]));
}
