import type { Coupon } from '../../cloudfunctions/kernel/coupon';
import { hashOf } from '../../cloudfunctions/kernel/ids';
import { DAY_MS } from '../../cloudfunctions/kernel/period';
import type { JournalEntry, Wallet } from '../../cloudfunctions/kernel/wallet';
import type { Db, Json, Stored } from '../../cloudfunctions/platform/db';
import { capture, credit, release, take } from '../../cloudfunctions/platform/holds/cells';
import { cellsAfter } from '../../cloudfunctions/platform/holds/entries';
import { pruneCell } from '../../cloudfunctions/platform/holds/prune';
import { sweepWallet } from '../../cloudfunctions/platform/holds/sweep-wallets';
import { changeWallet, readWallet } from '../../cloudfunctions/platform/holds/wallets';
import { earnPoints, spendablePoints } from '../../cloudfunctions/rooms/loyalty';
import { moneyOnly } from '../../cloudfunctions/rooms/order/domain/refund/amounts';
import { captureHold, holdForOrder, releaseHold } from '../../cloudfunctions/rooms/order/operations/wallet-hold';
import { type OrderPatch, updateOrder } from '../../cloudfunctions/rooms/order/store';
import type { Dice } from '../simulation/dice';
import { BUDGET, PEOPLE, SHELF, TEMPLATE } from './reckoned-places';
import type { Town } from './reckoned-town';
import { openidOf } from './world';

export type Deed = (db: Db, town: Town, dice: Dice) => Promise<void>;

let count = 0;
const fresh = (): string => {
  count += 1;
  return hashOf('town', count);
};

async function change(db: Db, residentId: string, decide: (wallet: Wallet) => Wallet): Promise<void> {
  for (;;) {
    const changed = await changeWallet(db, residentId, (wallet) => {
      const write = decide(wallet);
      return write === wallet ? { keep: null } : { write, value: null };
    });
    if (changed.ok) return;
  }
}

const journalled = (wallet: Wallet, op: string, entry: JournalEntry): Wallet => ({
  ...wallet,
  journal: { ...wallet.journal, [op]: entry },
});

/** As the order room writes: every update says when. */
const write = (db: Db, { clock }: Town, orderId: string, patch: OrderPatch): Promise<boolean> =>
  updateOrder(db, orderId, {}, { ...patch, touchedAtMs: clock.nowMs });

/** An order: held, then closed, or paid and perhaps given back in part. */
async function order(db: Db, town: Town, dice: Dice): Promise<void> {
  const _id = fresh();
  const residentId = dice.pick(PEOPLE);
  const at = town.clock.nowMs;
  const payableFen = 100 + dice.below(9_000);
  const born = {
    _id,
    state: 'intent',
    at,
    residentId,
    payableFen,
    holds: null,
    effects: {},
    refunds: {},
    refundRev: 0,
  };
  const quote = { funding: { shopFen: 0, merchantsFen: {} } };
  await db.insert('orders', {
    ...born,
    quote,
    timeline: { intent: { atMs: at, by: 'resident', who: null } },
  } as Stored);
  const q = { rice: 1 + dice.below(3), milk: dice.below(2) };
  const cut = dice.below(500);
  const holds = [
    { cellId: SHELF, q },
    { cellId: BUDGET, q: { launch: cut, cut } },
  ];
  for (const { cellId, q: units } of holds) await take(db, { cellId, op: _id, q: units, atMs: at, by: _id });
  await change(db, residentId, (wallet) => {
    const points = dice.below(1 + Math.min(3, spendablePoints(wallet, at)));
    const held = holdForOrder(wallet, { orderId: _id, at, nowMs: at, couponIds: [], points, firstOrder: false });
    return held.ok ? held.data : wallet;
  });
  const step = () => ({ atMs: town.clock.nowMs, by: 'system', who: null }) as const;
  await write(db, town, _id, { state: 'placed', holds, timeline: { placed: step() } });
  const isPaid = dice.chance(0.7);
  if (isPaid) await pays(town, _id, payableFen);
  const patch = isPaid ? { paidAtMs: town.clock.nowMs, timeline: { paid: step() } } : { timeline: { closed: step() } };
  await write(db, town, _id, { state: isPaid ? 'paid' : 'closed', ...patch });
  for (const { cellId } of holds) await (isPaid ? capture : release)(db, cellId, _id, at);
  await change(db, residentId, (wallet) => (isPaid ? captureHold : releaseHold)(wallet, _id, town.clock.nowMs));
  if (isPaid && dice.chance(0.5)) await refund(db, town, { _id, q, payableFen });
}

async function pays({ pay, clock }: Town, orderId: string, totalFeeFen: number): Promise<void> {
  const timeExpireMs = clock.nowMs + DAY_MS;
  await pay.unifiedOrder({ outTradeNo: orderId, totalFeeFen, body: '', openid: openidOf('ann'), timeExpireMs });
  pay.settle(orderId);
}

/** One bag of rice goes back, with its money. */
async function refund(db: Db, town: Town, of: { _id: string; q: object; payableFen: number }): Promise<void> {
  const { _id, payableFen } = of;
  const number = `${_id}-r1`;
  const at = town.clock.nowMs;
  const amountFen = 1 + Math.floor(payableFen / 2);
  const effect = { kind: 'cell.credit', target: SHELF, op: `ret_${_id}_r1`, at, done: false, data: { q: { rice: 1 } } };
  const step = { atMs: at, by: 'system', who: null };
  const due = { cause: 'lines', state: 'due', atMs: at, amounts: moneyOnly(amountFen), timeline: { due: step } };
  await write(db, town, _id, { effects: { ret_r1_0: effect }, refunds: { [number]: due } } as never);
  await credit(db, { cellId: SHELF, op: effect.op, q: { rice: 1 }, atMs: at, by: _id });
  await write(db, town, _id, { effects: { ret_r1_0: { ...effect, done: true } } });
  await town.pay.refund({
    outTradeNo: _id,
    outRefundNo: number,
    totalFeeFen: payableFen,
    refundFeeFen: amountFen,
    reason: '',
  });
  const accepted = {
    ...due,
    state: 'accepted',
    timeline: { due: step, accepted: { ...step, atMs: town.clock.nowMs } },
  };
  await write(db, town, _id, { refunds: { [number]: accepted } } as never);
}

export const aCoupon = (atMs: number): Coupon => ({
  templateId: 'neighbour',
  campaignId: 'launch',
  title: '邻里券',
  terms: { kind: 'fixed', scope: { all: true }, minSpendFen: 0, offFen: 50, group: 'a' },
  claimedAtMs: atMs,
  validFromMs: atMs,
  validUntilMs: atMs + 30 * DAY_MS,
  status: { state: 'usable' },
  source: 'centre',
  reserve: { cellId: BUDGET, q: { launch: 50 } },
});

/** A claim that the wallet grants, or voids and gives back. */
async function claim(db: Db, town: Town, dice: Dice): Promise<void> {
  const op = `cl_${fresh()}`;
  const by = dice.pick(PEOPLE);
  const atMs = town.clock.nowMs;
  const cells = [TEMPLATE, BUDGET];
  const unit = await take(db, { cellId: TEMPLATE, op, q: { n: 1 }, atMs, by });
  const money = await take(db, { cellId: BUDGET, op, q: { launch: 50 }, atMs, by });
  // A cell's horizon may have passed a claim that slept between the two: then it takes nothing there, and is none.
  const isGranted = unit === 'taken' && money === 'taken' && dice.chance(0.8);
  await change(db, by, (wallet) => {
    if (wallet.journal[op]) return wallet;
    const entry: JournalEntry = { at: atMs, s: isGranted ? 'done' : 'void', kind: 'coupon.claim', cells };
    const coupons = isGranted ? { ...wallet.coupons, [op]: aCoupon(atMs) } : wallet.coupons;
    return journalled({ ...wallet, coupons }, op, entry);
  });
  for (const cellId of cells) await (isGranted ? capture : release)(db, cellId, op, atMs);
}

/** Points come, or a lot of them ends. */
async function points(db: Db, town: Town, dice: Dice): Promise<void> {
  const op = `earn_${fresh()}`;
  const atMs = town.clock.nowMs;
  const earned = 1 + dice.below(40);
  const isEnd = dice.chance(0.2);
  await change(db, dice.pick(PEOPLE), (wallet) => {
    if (wallet.journal[op]) return wallet;
    const entry = { at: atMs, s: 'done', kind: isEnd ? 'expired' : 'draw-won' } as const;
    const [lotId, lot] = Object.entries(wallet.lots)[0] ?? [];
    if (isEnd && lotId !== undefined && lot) {
      const { [lotId]: _, ...lots } = wallet.lots;
      return journalled({ ...wallet, lots }, op, { ...entry, points: -lot.points });
    }
    const grown = earnPoints(wallet, { lotId: op, points: earned, atMs, spendableFromMs: atMs, cause: op });
    return journalled(grown, op, { ...entry, points: earned });
  });
}

/** A coupon leaves for the archive, inserted there first. */
async function archive(db: Db, town: Town, dice: Dice): Promise<void> {
  const residentId = dice.pick(PEOPLE);
  const { coupons: owned } = await readWallet(db, residentId);
  const couponId = Object.keys(owned).find((id) => id.length > 32);
  if (couponId === undefined) return;
  const coupon = { ...aCoupon(town.clock.nowMs), status: { state: 'expired' } } as unknown as Json;
  await db.insert('coupons', { _id: `${couponId}:end`, residentId, coupon } as Stored);
  await change(db, residentId, (wallet) => {
    const { [couponId]: gone, ...coupons } = wallet.coupons;
    return gone ? { ...wallet, coupons } : wallet;
  });
}

/** Journals and marks go to the ledger, as the timer makes them. */
export async function prune(db: Db, town: Town): Promise<void> {
  const nowMs = town.clock.nowMs;
  for (const cell of await cellsAfter(db, '', 20)) await pruneCell(db, cell, nowMs);
  for (const person of PEOPLE)
    await sweepWallet({ ...town.night(false), db }, { holds: null, upkeep: [] }, await readWallet(db, person));
}

export const DEEDS: readonly Deed[] = [order, order, order, claim, claim, points, points, archive, prune, prune];
