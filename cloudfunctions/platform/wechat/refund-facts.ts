import type { RefundFacts, RefundState } from '../ports';
import type { PayAnswer } from './cloud';
import { PayNoAnswer, text } from './pay-answer';
import { payCodeOf } from './pay-code';
import { parseWechatTime } from './time';

/** refund_status of WeChat Pay v2, in queryRefund and in notices; the bill says FAIL where nothing could be paid out. */
const STATES: ReadonlyMap<string, RefundState> = new Map([
  ['SUCCESS', 'succeeded'],
  ['PROCESSING', 'processing'],
  ['REFUNDCLOSE', 'closed'],
  ['CHANGE', 'abnormal'],
  ['FAIL', 'abnormal'],
]);

export const refundStateOf = (status: string): RefundState | undefined => STATES.get(status);

const UNKNOWN: RefundFacts = { state: 'unknown', amountFen: 0, arrivedAtMs: null };

/**
 * One refund of queryRefund's answer. WeChat counts the rows (`refund_status_0`, which the SDK makes `refundStatus_0`),
 * leaves the count away where one refund is asked for, and the cloud has sent lists (`refundStatusList`) that are empty
 * though `refundCount` is 1 (developers' community, 2023): such a refund exists, and its end is not told.
 */
export function refundFactsOf(answer: PayAnswer, outRefundNo: string): RefundFacts {
  if (answer.resultCode !== 'SUCCESS') {
    const code = payCodeOf(answer);
    if (code === 'REFUNDNOTEXIST' || code === 'ORDERNOTEXIST') return UNKNOWN;
    throw new PayNoAnswer('queryRefund', code ?? text(answer.errCodeDes) ?? 'no code');
  }
  const row = rowOf(answer, outRefundNo);
  const amountFen = Number(row('refundFee') ?? 0);
  const status = text(row('refundStatus'));
  if (status === null) return existsWithoutEnd(answer, amountFen);
  const state = refundStateOf(status);
  if (state === undefined || !Number.isSafeInteger(amountFen)) {
    throw new PayNoAnswer('queryRefund', `status ${status}, fee ${String(row('refundFee'))}`);
  }
  const arrivedAtMs = state === 'succeeded' ? parseWechatTime(text(row('refundSuccessTime'))) : null;
  return { state, amountFen, arrivedAtMs };
}

type Row = (field: string) => unknown;

/** Reads a field of the refund with this number, in whichever of the three shapes it came. */
function rowOf(answer: PayAnswer, outRefundNo: string): Row {
  const listed = (field: string): readonly unknown[] => {
    const list = answer[`${field}List`];
    return Array.isArray(list) ? list : [];
  };
  const counts = Object.keys(answer).filter((key) => /^outRefundNo_\d+$/.test(key));
  const counted = counts.find((key) => answer[key] === outRefundNo);
  if (counted !== undefined) return (field) => answer[`${field}${counted.slice('outRefundNo'.length)}`];
  const index = listed('outRefundNo').indexOf(outRefundNo);
  if (index >= 0) return (field) => listed(field)[index];
  const namesOthers = counts.length > 0 || listed('outRefundNo').length > 0;
  // Without any number in it the answer is to the number that was asked for.
  if (!namesOthers && (answer.outRefundNo ?? outRefundNo) === outRefundNo) return (field) => answer[field];
  throw new PayNoAnswer('queryRefund', 'the answer is of other refunds');
}

function existsWithoutEnd(answer: PayAnswer, amountFen: number): RefundFacts {
  if (!(Number(answer.refundCount) >= 1)) throw new PayNoAnswer('queryRefund', 'no refund in the answer');
  return { state: 'processing', amountFen: Number.isSafeInteger(amountFen) ? amountFen : 0, arrivedAtMs: null };
}
