import type { ParsedInputOf } from '../../../contract';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/result';
import type { Wallet } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import { spendablePoints } from '../../loyalty';
import { type Quote, shownQuote } from '../../settlement';
import type { orderContract, QuoteView } from '../contract';
import { type AskedLine, askedLines, lineView } from './cart-lines';
import { type Ground, readGround } from './ground';
import { type Asked, priceOf } from './price';
import { waitingPrizes } from './put-in-prizes';

type QuoteInput = ParsedInputOf<(typeof orderContract)['order.quote']>;

/** A price without commitment. Lines in trouble are named and count in nothing. */
export async function quote(context: ResidentContext, input: QuoteInput): Promise<Result<QuoteView>> {
  const skuIds = input.lines.map(({ skuId }) => skuId);
  const ground = await readGround(context, { skuIds, addressId: input.addressId, needsCells: true });
  if (input.addressId !== undefined && !ground.resident?.addresses[input.addressId]) return refuse('ADDRESS_UNKNOWN');
  const refusal = couponRefusal(ground.wallet, input.couponIds) ?? expressRefusal(ground, input);
  if (refusal) return refusal;
  const asked = askedOf(ground, input);
  return ok(quoteView(ground, asked, priceOf(ground, asked, context.nowMs), context.nowMs));
}

export function askedOf(
  ground: Ground,
  input: Pick<QuoteInput, 'lines' | 'couponIds' | 'pointsWish' | 'deliveryKind'>,
): Asked & { readonly lines: readonly AskedLine[] } {
  const { lines, couponIds, pointsWish, deliveryKind } = input;
  return { lines: askedLines(ground, lines), couponIds, pointsWish, deliveryKind };
}

/** Express delivery is an estate's own offer. */
export function expressRefusal({ estate }: Ground, { deliveryKind }: Pick<QuoteInput, 'deliveryKind'>): Refusal | null {
  if (deliveryKind === 'standard' || (estate && estate.rushFeeFen !== null)) return null;
  return refuse('EXPRESS_UNKNOWN', { estateId: estate?.estateId ?? null });
}

/** A coupon that the resident names must be theirs and free. */
export function couponRefusal(wallet: Wallet, couponIds: readonly string[] | undefined): Refusal | null {
  for (const couponId of couponIds ?? []) {
    const coupon = wallet.coupons[couponId];
    if (!coupon) return refuse('UNKNOWN_COUPON', { couponId });
    const { state } = coupon.status;
    if (state !== 'usable' && state !== 'returned') return refuse('COUPON_NOT_USABLE', { couponId, state });
  }
  return null;
}

export function quoteView(ground: Ground, asked: Asked, priced: Quote, nowMs: number): QuoteView {
  const rushFeeFen = ground.estate?.rushFeeFen ?? null;
  return {
    quote: shownQuote(priced),
    lines: asked.lines.map((line) => lineView(ground, line)),
    coupons: couponViews(ground.wallet, priced),
    earns: priced.earns,
    spendablePoints: spendablePoints(ground.wallet, nowMs),
    giftGoods: giftGoodsOf(ground, priced),
    express: rushFeeFen === null ? null : { rushFeeFen },
    prizes: waitingPrizes(ground.wallet, nowMs),
  };
}

/** Of the gifts that come, and of one that the next step would bring. */
function giftGoodsOf({ gifts }: Ground, { gifts: lines, nextStep }: Quote): QuoteView['giftGoods'] {
  const ahead = nextStep?.benefit?.form === 'gift' ? [nextStep.benefit.skuId] : [];
  const skuIds = [...new Set([...lines.map(({ skuId }) => skuId), ...ahead])];
  return skuIds.flatMap((skuId) => gifts.get(skuId) ?? []).map(({ shelfCellId: _, ...good }) => good);
}

function couponViews({ coupons }: Wallet, { coupons: outcome, notApplied }: Quote): QuoteView['coupons'] {
  const free = Object.entries(coupons).filter(([, { status }]) => ['usable', 'returned'].includes(status.state));
  return free.map(([couponId]) => {
    const missed = notApplied.find(({ source, id }) => source === 'coupon' && id === couponId);
    const chosen = outcome.chosenIds.includes(couponId);
    return { couponId, chosen, reason: missed?.reason ?? null, gapFen: missed?.gapFen ?? null };
  });
}
