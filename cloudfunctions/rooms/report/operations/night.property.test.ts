import { type Dice, diceOf } from '../../../../tests/simulation/dice';
import { aCoupon } from '../../../../tests/support/reckoned-deeds';
import { BUDGET, PEOPLE, SHELF, TEMPLATE } from '../../../../tests/support/reckoned-places';
import { aDay, aTown, type Town } from '../../../../tests/support/reckoned-town';
import { treeSeed } from '../../../../tests/support/tree-seed';
import type { Cell } from '../../../kernel/cell';
import { DAY_MS, yyyymmdd } from '../../../kernel/period';
import type { Wallet } from '../../../kernel/wallet';
import type { Stored } from '../../../platform/db';
import type { DayBill } from '../../../platform/ports';
import type { Difference } from '../domain/difference';
import type { Reconciliation } from '../domain/night';
import { reconcile } from './night';

/** One difference is planted in each, told by the night, and mended. */
/** Some ten a second; more: `LINLI_NIGHTS`. */
const NIGHTS = Number(process.env.LINLI_NIGHTS ?? 600);
const NIGHTS_A_TOWN = 8;

async function nightOf(town: Town, busy: boolean): Promise<Reconciliation> {
  await reconcile(town.night(busy));
  const night = town.engine.dump<Reconciliation>('reconciliations').at(-1);
  if (night?.phase !== null) throw new Error(`the night stands at ${night?.phase}`);
  return night;
}

/** What is planted, and how it must be told: the gap of the two numbers. */
interface Planted extends Pick<Difference, 'counter' | 'target' | 'key'> {
  readonly gap: number;
  mend(): void;
}

const aFen = (dice: Dice): number => (dice.chance(0.5) ? 1 : -1);

/** The document as it is now, changed: what people did to it meanwhile stays. */
function edit<T extends Stored>({ engine }: Town, collection: string, id: string, change: (document: T) => T): void {
  const found = engine.dump<T>(collection).find(({ _id }) => _id === id);
  if (found) engine.put(collection, change(found));
}

function inCell(cellId: string, key: string, counter: Difference['counter']) {
  return (town: Town, dice: Dice): Planted => {
    const gap = aFen(dice);
    const add = (units: number) =>
      edit<Cell>(town, 'cells', cellId, (cell) => {
        return { ...cell, left: { ...cell.left, [key]: (cell.left[key] ?? 0) + units } };
      });
    add(gap);
    return { counter, target: cellId, key, gap, mend: () => add(-gap) };
  };
}

type Written = Wallet & { readonly unreckoned: true };

function write(town: Town, residentId: string, change: (wallet: Wallet) => Partial<Wallet>): void {
  edit<Written>(town, 'wallets', residentId, (wallet) => {
    return { ...wallet, ...change(wallet), rev: wallet.rev + 1, unreckoned: true };
  });
}

/** A point that nobody took. */
function aPoint(town: Town, dice: Dice): Planted {
  const target = dice.pick(PEOPLE);
  const add = (points: number) => write(town, target, ({ pointsDebt }) => ({ pointsDebt: pointsDebt + points }));
  add(1);
  return { counter: 'points', target, key: 'balance', gap: -1, mend: () => add(-1) };
}

function without(wallet: Wallet, couponId: string): Partial<Wallet> {
  const { [couponId]: _, ...coupons } = wallet.coupons;
  return { coupons };
}

function aCouponFromNowhere(town: Town, dice: Dice): Planted {
  const target = dice.pick(PEOPLE);
  const key = 'cl_nowhere';
  write(town, target, ({ coupons }) => ({ coupons: { ...coupons, [key]: aCoupon(town.clock.nowMs) } }));
  const mend = () => write(town, target, (wallet) => without(wallet, key));
  return { counter: 'coupon', target, key, gap: 1, mend };
}

/** A coupon claimed since the last night is gone, and not to the archive. */
function aCouponToNowhere(town: Town, dice: Dice): Planted | null {
  const target = dice.pick(PEOPLE);
  const wallet = town.engine.dump<Wallet>('wallets').find(({ _id }) => _id === target);
  // Somebody may be about to archive the first one, and then it is not lost.
  const [, ...others] = Object.entries(wallet?.coupons ?? {});
  const [key, coupon] = others.find(([couponId]) => wallet?.journal[couponId]?.s === 'done') ?? [];
  if (key === undefined || !coupon) return null;
  write(town, target, (now) => without(now, key));
  const mend = () => write(town, target, ({ coupons }) => ({ coupons: { ...coupons, [key]: coupon } }));
  return { counter: 'coupon', target, key, gap: -1, mend };
}

type Held = Stored & { holds: readonly { q: { rice: number } }[]; state: string; at: number };

/** The order says one unit more than its mark in the shelf. */
function aUnitOfAnOrder(town: Town, dice: Dice): Planted | null {
  const { engine, clock } = town;
  const isOfDay = ({ state, at }: Held) => state === 'paid' && at > clock.nowMs - DAY_MS;
  const paid = engine.dump<Held>('orders').filter(isOfDay);
  if (paid.length === 0) return null;
  const { _id } = dice.pick(paid);
  const add = (units: number) =>
    edit<Held>(town, 'orders', _id, ({ holds: [shelf, ...rest], ...order }) => {
      if (!shelf) throw new Error(`order ${_id} holds nothing`);
      return { ...order, holds: [{ ...shelf, q: { ...shelf.q, rice: shelf.q.rice + units } }, ...rest] };
    });
  add(1);
  return { counter: 'stock', target: SHELF, key: 'rice', gap: 1, mend: () => add(-1) };
}

type Row = { readonly outTradeNo: string; readonly outRefundNo?: string; amountFen: number };

/** A row of the bill of the day: another amount, none, or one more. */
async function aRow({ pay, clock }: Town, dice: Dice): Promise<Planted> {
  const day = yyyymmdd(clock.nowMs - DAY_MS);
  const bill = await pay.dayBill(day);
  const { payments, refunds }: { payments: Row[]; refunds: Row[] } =
    typeof bill === 'object' ? structuredClone(bill as never) : { payments: [], refunds: [] };
  const told = { payments, refunds } as unknown as DayBill;
  const playing = jest.spyOn(pay, 'dayBill').mockResolvedValue(told);
  const mend = () => playing.mockRestore();
  const list = dice.chance(0.5) ? payments : refunds;
  const row = list.length > 0 ? dice.pick(list) : undefined;
  if (!row) {
    const stranger = { outTradeNo: 'f'.repeat(32), amountFen: 100 };
    payments.push(stranger);
    return { counter: 'payment', target: stranger.outTradeNo, key: 'amountFen', gap: -100, mend };
  }
  const what = { counter: list === payments ? 'payment' : 'refund', key: 'amountFen', mend } as const;
  const target = row.outRefundNo ?? row.outTradeNo;
  if (dice.chance(0.5)) {
    row.amountFen += 1;
    return { ...what, target, gap: -1 };
  }
  list.splice(list.indexOf(row), 1);
  return { ...what, target, gap: row.amountFen };
}

type Plant = (town: Town, dice: Dice) => Planted | null | Promise<Planted>;
const PLANTS: readonly Plant[] = [
  inCell(SHELF, 'rice', 'stock'),
  inCell(BUDGET, 'launch', 'budget'),
  inCell(BUDGET, 'cut', 'budget'),
  inCell(TEMPLATE, 'n', 'template'),
  aPoint,
  aCouponFromNowhere,
  aCouponToNowhere,
  aUnitOfAnOrder,
  aRow,
];

interface Told {
  readonly planted: Planted | null;
  readonly differences: readonly Difference[];
}

/** A day, and the night after it while some people are still up; at rest again when it returns. */
async function dayAndNight(town: Town, dice: Dice, plant: Plant | null): Promise<Told> {
  await aDay(town, 1 + dice.below(3), dice.below(4));
  const planted = plant && ((await plant(town, dice)) ?? inCell(SHELF, 'milk', 'stock')(town, dice));
  for (let late = dice.below(3); late > 0; late -= 1) town.begin();
  const { differences } = await nightOf(town, true);
  await town.rest();
  return { planted, differences };
}

const lineOf = ({ counter, target, key, gap }: Omit<Planted, 'mend'>): string => `${counter} ${target}/${key}: ${gap}`;
const gapOf = ({ expected, found }: Difference): number => Number(found) - Number(expected);
/** The same gap may be seen from both its ends. */
const linesOf = (differences: readonly Difference[]): string[] => [
  ...new Set(differences.map((one) => lineOf({ ...one, gap: gapOf(one) }))),
];

test(`${NIGHTS} nights: writes between any two reads make no difference, each planted one is told with both numbers`, async () => {
  const seed = treeSeed();
  const counts = new Map<string, number>();
  for (let n = 0; n < NIGHTS / NIGHTS_A_TOWN; n += 1) {
    const dice = diceOf(seed + n);
    const replay = `LINLI_SEED=${seed + n}`;
    const town = await aTown(dice);
    await reconcile(town.night(false));
    const { differences: none } = await dayAndNight(town, dice, null);
    expect({ replay, told: linesOf(none) }).toEqual({ replay, told: [] });
    for (let night = 0; night < NIGHTS_A_TOWN; night += 1) {
      const { planted, differences } = await dayAndNight(town, dice, dice.pick(PLANTS));
      if (!planted) throw new Error('nothing was planted');
      planted.mend();
      expect({ replay, told: linesOf(differences) }).toEqual({ replay, told: [lineOf(planted)] });
      counts.set(planted.counter, (counts.get(planted.counter) ?? 0) + 1);
    }
  }
  console.info(`from seed ${seed}: ${[...counts].map(([counter, times]) => `${counter} ${times}`).join(', ')}`);
  expect([...counts.keys()].sort()).toEqual(['budget', 'coupon', 'payment', 'points', 'refund', 'stock', 'template']);
}, 400_000);
