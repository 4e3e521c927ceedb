import type { Payment, Refund } from './records';
import { APPID, MCH_ID, PayRefusal } from './reply';
import { formatShanghai, parseShanghai } from './shanghai-time';

const HEAD =
  '交易时间,公众账号ID,商户号,特约商户号,微信订单号,商户订单号,用户标识,交易状态,应结订单金额,微信退款单号,商户退款单号,退款金额';
const DAY_MS = 86_400_000;
/** A day's bill is ready at 10:00 the next morning. */
const READY_MS = DAY_MS + 10 * 3_600_000;

/** downloadBill, bill_type ALL: one line a payment and one a refund of that Shanghai day, every cell led by a backquote. */
export function billOf(date: string, payments: readonly Payment[], refunds: readonly Refund[], nowMs: number): string {
  const startMs = parseShanghai(`${date}000000`);
  if (startMs === undefined) throw new PayRefusal('PARAM_ERROR', 'bill_date格式应为yyyyMMdd');
  if (nowMs < startMs + READY_MS) throw new PayRefusal('NO_BILL_EXIST', '账单不存在');
  const onThatDay = (atMs: number) => atMs >= startMs && atMs < startMs + DAY_MS;
  const byId = new Map(payments.map((payment) => [payment._id, payment]));
  const lines = [
    ...payments.flatMap((payment) =>
      payment.state.name === 'SUCCESS' && onThatDay(payment.state.paidAtMs)
        ? [line(payment.state.paidAtMs, payment)]
        : [],
    ),
    ...refunds.flatMap((refund) => {
      const payment = byId.get(refund.outTradeNo);
      return payment !== undefined && onThatDay(refund.acceptedAtMs)
        ? [line(refund.acceptedAtMs, payment, refund)]
        : [];
    }),
  ];
  return [HEAD, ...lines.sort()].join('\r\n');
}

function line(atMs: number, payment: Payment, refund?: Refund): string {
  const { terms, state } = payment;
  const paid = state.name === 'SUCCESS' ? state : undefined;
  const cells = [
    formatShanghai(atMs),
    APPID,
    MCH_ID,
    terms.subMchId,
    paid?.transactionId ?? '',
    payment._id,
    paid?.payer ?? '',
    refund === undefined ? 'SUCCESS' : 'REFUND',
    refund === undefined ? yuan(terms.totalFen) : '0.00',
    refund?.refundId ?? '',
    refund?._id ?? '',
    yuan(refund?.refundFen ?? 0),
  ];
  return cells.map((cell) => `\`${cell}`).join(',');
}

function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}
