import { DAY_MS } from '../../../../kernel/period';
import { type Chance, emptyWallet, type Wallet } from '../../../../kernel/wallet';
import type { Draw, DrawPrize, PrizeStock } from '../draw';

/** 2026-11-22 10:00 in Shanghai. */
export const NOW_MS = Date.UTC(2026, 10, 22, 2);

export const aStock = (change: Partial<PrizeStock> = {}): PrizeStock => ({
  count: 3,
  cellCount: 1,
  burst: 3,
  perDay: null,
  ...change,
});

export type PrizeChange = Partial<Omit<DrawPrize, 'kind'>>;

const aBase = (drawPrizeId: string) => ({
  drawPrizeId,
  title: drawPrizeId,
  unit: '份',
  tier: null,
  picture: `${drawPrizeId}.png`,
  valueFen: 1_000,
  oddsPpm: 0,
  stock: null,
  perResident: null,
  claimDays: 30,
  consolation: false,
});

export const aProduct = (change: PrizeChange = {}): DrawPrize => ({
  ...aBase('kettle'),
  stock: aStock(),
  ...change,
  kind: 'product',
});

export const aPointsPrize = (change: PrizeChange = {}, points = 20): DrawPrize => ({
  ...aBase('points'),
  valueFen: 20,
  ...change,
  kind: 'points',
  points,
});

export const aCouponPrize = (templateId: string, change: PrizeChange = {}): DrawPrize => ({
  ...aBase('coupon'),
  stock: aStock(),
  ...change,
  kind: 'coupon',
  templateId,
});

export const aConsolation = (change: PrizeChange = {}): DrawPrize =>
  aPointsPrize({ drawPrizeId: 'thanks', title: '参与奖', consolation: true, ...change }, 5);

/** Every spin draws the kettle (3 of them, all free at once); else 5 points. Runs for 10 days, 1 of them gone. */
export function aDraw(change: Partial<Draw> = {}): Draw {
  return {
    _id: 'draw_1_1',
    drawId: 'draw_1',
    oddsVersion: 1,
    campaignId: null,
    title: '开业抽奖',
    headline: '收到一单，抽一次',
    layout: 'wheel',
    chanceSale: null,
    asideFen: 0,
    asideOp: '',
    organiser: '邻礼便利店',
    rules: ['每笔签收的订单得一次机会'],
    startsAtMs: NOW_MS - DAY_MS,
    endsAtMs: NOW_MS + 9 * DAY_MS,
    seedHash: '',
    chancesPerOrder: 1,
    prizes: [aProduct({ oddsPpm: 1_000_000 }), aConsolation()],
    ...change,
  };
}

export const aChance = (change: Partial<Extract<Chance, { state: 'open' }>> = {}): Chance => ({
  state: 'open',
  drawId: 'draw_1',
  at: NOW_MS - 1_000,
  orderId: 'o1',
  expiresAtMs: NOW_MS + 5 * DAY_MS,
  ...change,
});

export function aWallet(change: Partial<Wallet> = {}): Wallet {
  return { ...emptyWallet('r_test'), ...change };
}
