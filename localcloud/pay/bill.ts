import type { Payment, Refund } from './records';
import { statusAt } from './refunds';
import { APPID, MCH_ID, type PayReply, withoutBill } from './reply';
import { formatShanghaiLong, parseShanghai } from './shanghai-time';

/** Of bill_type ALL, for merchants that joined since 2018 (pay.weixin.qq.com/doc/v2/merchant/4011935219). */
const COLUMNS =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,' +
  '应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,' +
  '手续费,费率,订单金额,申请退款金额,费率备注';
const TOTALS = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** WeChat makes a day's bill from 9:00 the next morning on and advises to ask after 10:00. */
const STARTED_MS = DAY_MS + 9 * HOUR_MS;
const READY_MS = DAY_MS + 10 * HOUR_MS;
/** 0.60 % of a fen is 6 units of the fee's five decimals of a yuan: no rounding. */
const FEE_UNITS_PER_FEN = 6;

interface Asked {
  date: string;
  /** Empty: all of the provider's merchants. */
  subMchId: string;
}

/** downloadBill: a line for each payment and for each accepted refund of that Shanghai day, then the totals. */
export function billOf(
  { date, subMchId }: Asked,
  payments: readonly Payment[],
  refunds: readonly Refund[],
  nowMs: number,
): string | PayReply {
  const startMs = parseShanghai(`${date}000000`);
  if (startMs === undefined) return withoutBill('20001', 'invalid bill_date');
  if (nowMs >= startMs + STARTED_MS && nowMs < startMs + READY_MS) return withoutBill('20003', 'Bill Creating');
  const isOfDay = (atMs: number) => atMs >= startMs && atMs < startMs + DAY_MS;
  const asked = payments.filter(({ terms }) => subMchId === '' || terms.subMchId === subMchId);
  const lines = [
    ...asked.flatMap((payment) => paymentLine(payment, isOfDay)),
    ...asked.flatMap((payment) =>
      refunds
        .filter(({ outTradeNo, acceptedAtMs }) => outTradeNo === payment._id && isOfDay(acceptedAtMs))
        .map((refund) => refundLine(payment, refund, startMs + READY_MS)),
    ),
  ];
  if (nowMs < startMs + STARTED_MS || lines.length === 0) return withoutBill('20002', 'No Bill Exist');
  lines.sort((a, b) => a.atMs - b.atMs);
  return [COLUMNS, ...lines.map((line) => row(line.cells)), TOTALS, row(totals(lines)), ''].join('\r\n');
}

interface Line {
  atMs: number;
  paidFen: number;
  refundedFen: number;
  feeUnits: number;
  cells: string[];
}

function paymentLine(payment: Payment, isOfDay: (atMs: number) => boolean): Line[] {
  const { state, terms } = payment;
  if (state.name !== 'SUCCESS' || !isOfDay(state.paidAtMs)) return [];
  const money = { atMs: state.paidAtMs, paidFen: terms.totalFen, refundedFen: 0 };
  return [lineOf(payment, money, { state: 'SUCCESS', numbers: ['0', '0'], kind: '', status: '' })];
}

/** With its status of when the bill was made: WeChat does not change it afterwards. */
function refundLine(payment: Payment, refund: Refund, madeAtMs: number): Line {
  const money = { atMs: refund.acceptedAtMs, paidFen: 0, refundedFen: refund.refundFen };
  const numbers: [string, string] = [refund.refundId, refund._id];
  const status = statusAt(refund, madeAtMs);
  return lineOf(payment, money, { state: 'REFUND', numbers, kind: 'ORIGINAL', status: BILLED_STATUS[status] });
}

const BILLED_STATUS = { PROCESSING: 'PROCESSING', SUCCESS: 'SUCCESS', REFUNDCLOSE: 'REFUNDCLOSE', CHANGE: 'FAIL' };

interface Deed {
  state: 'SUCCESS' | 'REFUND';
  numbers: [refundId: string, outRefundNo: string];
  kind: string;
  status: string;
}

function lineOf({ _id, terms, state }: Payment, money: Omit<Line, 'feeUnits' | 'cells'>, deed: Deed): Line {
  const { atMs, paidFen, refundedFen } = money;
  const paid = state.name === 'SUCCESS' ? state : { transactionId: '', payer: '' };
  const feeUnits = (paidFen - refundedFen) * FEE_UNITS_PER_FEN;
  const who = [formatShanghaiLong(atMs), APPID, MCH_ID, terms.subMchId, '', paid.transactionId, _id, paid.payer];
  const order = ['JSAPI', deed.state, 'OTHERS', 'CNY', yuan(paidFen), '0.00'];
  const refund = [...deed.numbers, yuan(refundedFen), '0.00', deed.kind, deed.status];
  const rest = [terms.body, terms.attach, fee(feeUnits), '0.60%', yuan(paidFen), yuan(refundedFen), ''];
  return { ...money, feeUnits, cells: [...who, ...order, ...refund, ...rest] };
}

function totals(lines: readonly Line[]): string[] {
  const sum = (part: 'paidFen' | 'refundedFen' | 'feeUnits') => lines.reduce((total, line) => total + line[part], 0);
  const [paid, refunded] = [yuan(sum('paidFen')), yuan(sum('refundedFen'))];
  return [String(lines.length), paid, refunded, '0.00', fee(sum('feeUnits')), paid, refunded];
}

const row = (cells: readonly string[]): string => cells.map((cell) => `\`${cell}`).join(',');

const yuan = (fen: number): string => decimal(fen, 2);
const fee = (units: number): string => decimal(units, 5);

function decimal(units: number, places: number): string {
  const digits = String(Math.abs(units)).padStart(places + 1, '0');
  return `${units < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
