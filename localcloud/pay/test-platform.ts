import { memoryBackend } from '../records';
import { PayPlatform } from './index';

export const DAY_MS = 86_400_000;
/** The morning of a Saturday in Shanghai. */
export const START_MS = Date.parse('2026-11-21T10:00:00+08:00');
export const ORDER = {
  out_trade_no: 'T1',
  body: '鲜牛奶',
  spbill_create_ip: '127.0.0.1',
  sub_mch_id: '1900000109',
  total_fee: 7980,
  env_id: 'local-env',
  function_name: 'paid',
};

export type Answer = Record<string, unknown>;

/** A platform on a clock of its own, with a shop that answers each callback as `shop.answer` says. */
export async function aPlatform() {
  const clock = { ms: START_MS };
  const shop = { calls: [] as Answer[], answer: (_call: number): unknown => ({ errcode: 0 }) };
  const pay = await PayPlatform.open(memoryBackend(), {
    appid: 'wx01',
    nowMs: () => clock.ms,
    call: async (_name, event) => shop.answer(shop.calls.push(event)),
  });
  const call = async (api: string, values: object) =>
    (await pay.call(api, values as Answer, { openid: 'o_anna' })) as Answer;
  const order = (more: object = {}) => call('unifiedOrder', { ...ORDER, ...more });
  const refund = (no: string, fen: number, more: object = {}) =>
    call('refund', { out_trade_no: 'T1', out_refund_no: no, total_fee: 7980, refund_fee: fen, ...more });
  return { clock, shop, pay, call, order, refund };
}
