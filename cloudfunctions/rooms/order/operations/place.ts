import { orderId as orderIdOf } from '../../../kernel/ids';
import { MAX_OPEN_ORDERS } from '../../../kernel/limits';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/result';
import { refusalByJournal, type Wallet } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import { NoAnswer } from '../../../platform/db';
import { orUnknown } from '../../../platform/holds/answers';
import type { Call } from '../../../platform/room';
import { type Head, running, serviceWidenedUntilMs } from '../../campaign';
import type { Order, OrderAddress } from '../document';
import { findOrder, insertOrder } from '../store';
import { stockLeft } from './cart-lines';
import { type Ground, readGround } from './ground';
import { holdAll } from './hold-all';
import { intentOf, type PlaceInput, type Placing } from './intent';
import { offersOf, priceOf } from './price';
import { askedOf, couponRefusal, expressRefusal, quoteView } from './quote';
import { type PlaceReply, replyOf } from './reply';

/**
 * Places an order: 4 round trips in a warm function (protocol-of-holds.md, Place). The same key gets the same reply, in
 * whatever state the order is by then; an intent that is found is helped on.
 */
export async function place(context: ResidentContext, input: PlaceInput, call: Call): Promise<Result<PlaceReply>> {
  const orderId = orderIdOf(context.residentId, call.requestKey);
  const skuIds = input.lines.map(({ skuId }) => skuId);
  const [found, ground] = await Promise.all([
    findOrder(context.db, orderId),
    readGround(context, { skuIds, addressId: input.addressId, needsCells: false }),
  ]);
  if (found) return resume(context, found, call.inputHash);
  const { ground: known, checked } = await checkWell(context, ground, input, skuIds);
  if (!checked.ok) return checked;
  const intent = intentOf(context, { ...checked.data, orderId, inputHash: call.inputHash, input, ground: known });
  const inserted = await orUnknown(insertOrder(context.db, intent));
  if (inserted === 'inserted') return holdAll(context, intent, known.wallet);
  const theirs = await findOrder(context.db, orderId);
  if (!theirs) throw new NoAnswer(`insert of order ${orderId}`);
  return resume(context, theirs, call.inputHash);
}

/** What was inserted under this key decides: another input is refused, an intent is helped, else the stored reply. */
function resume(context: ResidentContext, order: Order, inputHash: string): Promise<Result<PlaceReply>> {
  if (order.inputHash !== inputHash) return Promise.resolve(refuse('REQUEST_KEY_REUSED'));
  return order.state === 'intent' ? holdAll(context, order) : Promise.resolve(replyOf(order));
}

type Checked = Pick<Placing, 'lines' | 'quote' | 'address'>;

/**
 * A function that is cold has not read these shelves and budgets, and reckons as if they were full. That is enough to go
 * on, for the takes decide; it is not enough to refuse, and to say what is left and what it costs now: then they are read.
 */
async function checkWell(
  context: ResidentContext,
  ground: Ground,
  input: PlaceInput,
  skuIds: readonly string[],
): Promise<{ readonly ground: Ground; readonly checked: Result<Checked> }> {
  const checked = check(context, ground, input);
  if (checked.ok || ground.knowsCells) return { ground, checked };
  const better = await readGround(context, { skuIds, addressId: input.addressId, needsCells: true });
  return { ground: better, checked: check(context, better, input) };
}

/** Refusals before the intent: nothing was written, nothing is stored. */
function check(context: ResidentContext, ground: Ground, input: PlaceInput): Result<Checked> {
  const many = refusalByJournal(ground.wallet) ?? refusalByOpenOrders(ground.wallet);
  if (many) return many;
  const address = addressOf(ground, input.addressId);
  if (!address) return refuse('ADDRESS_UNKNOWN');
  if (!isServed(ground, address.estateId, context.nowMs))
    return refuse('ESTATE_NOT_SERVED', { estateId: address.estateId });
  const unfit = couponRefusal(ground.wallet, input.couponIds) ?? expressRefusal(ground, input);
  if (unfit) return unfit;
  const asked = askedOf(ground, input);
  const wanted = asked.lines.filter(({ selected }) => selected);
  if (wanted.length === 0) return refuse('CART_EMPTY');
  const quote = priceOf(ground, asked, context.nowMs);
  const fresh = () => quoteView(ground, asked, quote, context.nowMs);
  const troubled = wanted.find(({ trouble }) => trouble !== null);
  if (troubled?.trouble) {
    const { skuId } = troubled;
    const left = stockLeft(ground, skuId) ?? 0;
    return refuse(troubled.trouble, { skuId, name: ground.facts.get(skuId)?.name ?? '', left, fresh: fresh() });
  }
  if (quote.fingerprint === input.fingerprint) return ok({ lines: asked.lines, quote, address });
  const paused = pausedCampaigns(ground, asked, context.nowMs, input.fingerprint);
  return paused
    ? refuse('CAMPAIGN_PAUSED', { campaignIds: paused, fresh: fresh() })
    : refuse('QUOTE_CHANGED', { fresh: fresh() });
}

/** Goods that are held and not paid are goods that a neighbour cannot have. */
function refusalByOpenOrders({ holds }: Wallet): Refusal | null {
  return Object.keys(holds).length < MAX_OPEN_ORDERS ? null : refuse('TOO_MANY_UNPAID', { most: MAX_OPEN_ORDERS });
}

function addressOf({ resident }: Ground, addressId: string): OrderAddress | null {
  const address = resident?.addresses[addressId];
  if (!address) return null;
  const { estateId, estateName, building, room, contactName, phone } = address;
  return { addressId, estateId, estateName, building, room, contactName, phone };
}

function isServed({ head, campaigns, estate }: Ground, estateId: string, nowMs: number): boolean {
  if (!estate) return false;
  return estate.served || serviceWidenedUntilMs(running(head, campaigns, nowMs), estateId) !== null;
}

/**
 * Campaigns whose pause is why the price changed: without the pause it would be the price that was agreed to. Null: the
 * change has another cause.
 */
function pausedCampaigns(
  ground: Ground,
  asked: ReturnType<typeof askedOf>,
  nowMs: number,
  fingerprint: string,
): string[] | null {
  const paused = offersOf(ground, nowMs).filter((offer) => offer.paused);
  if (paused.length === 0) return null;
  // Draw chances too: a paused campaign brings none.
  const open = { ...ground, head: withoutPauses(ground.head) };
  const offers = offersOf(open, nowMs).map((offer) => ({ ...offer, paused: false }));
  if (priceOf(open, asked, nowMs, offers).fingerprint !== fingerprint) return null;
  return [...new Set(paused.flatMap(({ campaignId }) => campaignId ?? []))];
}

function withoutPauses(head: Head): Head {
  const campaigns = Object.entries(head.campaigns).map(
    ([id, here]) => [id, { ...here, paused: false, pausedOffers: {} }] as const,
  );
  return { ...head, stopped: false, campaigns: Object.fromEntries(campaigns) };
}
