import type { BilledPayment, BilledRefund, DayBill } from '../ports';
import { refundStateOf } from './refund-facts';
import { parseWechatTime } from './time';

/** The text is not WeChat's bill to the last row. Nothing in it counts: a skipped row is a payment nobody looks at. */
export class BillNotRead extends Error {
  constructor(why: string, lineNumber?: number) {
    super(lineNumber === undefined ? why : `${why}, line ${lineNumber}`);
    this.name = 'BillNotRead';
  }
}

/** A row of money in the columns, and its sum in the last line. Names before and since vouchers are billed apart (2018). */
const SUMS: readonly (readonly [column: string, total: string])[] = [
  ['应结订单金额', '应结订单总金额'],
  ['订单金额', '订单总金额'],
  ['总金额', '总交易额'],
  ['申请退款金额', '申请退款总金额'],
  ['退款金额', '退款总金额'],
  ['退款金额', '总退款金额'],
];
const COUNT = '总交易单数';
/** What the payer's order was worth, and what the shop asked to give back: before WeChat's own vouchers. */
const PAID_COLUMNS = ['订单金额', '总金额'];
const REFUNDED_COLUMNS = ['申请退款金额', '退款金额'];

/**
 * WeChat Pay's bill of a day, bill_type ALL: a line of column names, a line for each payment and refund, a line of names
 * of totals, a line of totals. Cells of the two kinds of values are led by a backquote, amounts are yuan with two decimals
 * (pay.weixin.qq.com/doc/v2/merchant/4011935219). @throws BillNotRead
 */
export function readBill(bill: string): DayBill {
  const lines = bill
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  const totalsAt = lines.length - 2;
  const columns = namesOf(lines[0]);
  const totalNames = namesOf(lines[totalsAt]);
  if (totalsAt < 1 || totalNames[0] !== COUNT) throw new BillNotRead('no totals at the end');
  const rows = lines.slice(1, totalsAt).map((line, index) => recordOf(columns, line, index + 2));
  checkTotals(columns, rows, recordOf(totalNames, lines[totalsAt + 1] ?? '', totalsAt + 2));
  const payments: BilledPayment[] = [];
  const refunds: BilledRefund[] = [];
  for (const row of rows) {
    const state = row.get('交易状态');
    if (state === 'SUCCESS') payments.push(paymentOf(columns, row));
    // REVOKED is a payment at a till that was taken back at once: money returned, like a refund.
    else if (state === 'REFUND' || state === 'REVOKED') refunds.push(refundOf(columns, row));
    else throw new BillNotRead(`state ${state ?? 'missing'}`);
  }
  return { payments, refunds };
}

type Cells = ReadonlyMap<string, string>;

const namesOf = (line: string | undefined): string[] => (line ?? '').split(',').map((name) => name.trim());

/** A comma inside a cell is no boundary: only one that a backquote follows is. */
function recordOf(columns: readonly string[], line: string, lineNumber: number): Cells {
  const cells = line.slice(1).split(',`');
  if (!line.startsWith('`') || cells.length !== columns.length) {
    throw new BillNotRead(`${cells.length} cells for ${columns.length} columns`, lineNumber);
  }
  return new Map(columns.map((column, index) => [column, cells[index] ?? '']));
}

function checkTotals(columns: readonly string[], rows: readonly Cells[], totals: Cells): void {
  if (totals.get(COUNT) !== String(rows.length)) {
    throw new BillNotRead(`${rows.length} rows, ${totals.get(COUNT)} by the total`);
  }
  const checked = new Set<string>();
  for (const [column, name] of SUMS) {
    if (!columns.includes(column) || !totals.has(name)) continue;
    const sumFen = rows.reduce((sum, row) => sum + fenOf(row, column), 0);
    const totalFen = fenOf(totals, name);
    if (sumFen !== totalFen) throw new BillNotRead(`${column}: ${sumFen} fen by the rows, ${totalFen} by the total`);
    checked.add(column);
  }
  for (const column of [firstOf(columns, PAID_COLUMNS), firstOf(columns, REFUNDED_COLUMNS)]) {
    if (!checked.has(column)) throw new BillNotRead(`${column} has no total`);
  }
}

function paymentOf(columns: readonly string[], row: Cells): BilledPayment {
  const amountFen = fenOf(row, firstOf(columns, PAID_COLUMNS));
  return { outTradeNo: filled(row, '商户订单号'), amountFen, atMs: timeOf(row) };
}

function refundOf(columns: readonly string[], row: Cells): BilledRefund {
  const state = refundStateOf(filled(row, '退款状态'));
  if (state === undefined) throw new BillNotRead(`refund state ${row.get('退款状态')}`);
  const amountFen = fenOf(row, firstOf(columns, REFUNDED_COLUMNS));
  const numbers = { outTradeNo: filled(row, '商户订单号'), outRefundNo: filled(row, '商户退款单号') };
  return { ...numbers, amountFen, state, atMs: timeOf(row) };
}

function firstOf(columns: readonly string[], names: readonly string[]): string {
  const found = names.find((name) => columns.includes(name));
  if (found === undefined) throw new BillNotRead(`no column ${names.join(' or ')}`);
  return found;
}

function filled(row: Cells, column: string): string {
  const value = row.get(column) ?? '';
  if (value === '') throw new BillNotRead(`${column} is empty`);
  return value;
}

/** Yuan with two decimals, digit by digit: no fraction of a fen can arise. */
function fenOf(row: Cells, column: string): number {
  const value = row.get(column) ?? '';
  const fen = /^\d+\.\d\d$/.test(value) ? Number(value.replace('.', '')) : Number.NaN;
  if (!Number.isSafeInteger(fen)) throw new BillNotRead(`${column} is ${value === '' ? 'empty' : value}`);
  return fen;
}

function timeOf(row: Cells): number {
  const atMs = parseWechatTime(filled(row, '交易时间'));
  if (atMs === null) throw new BillNotRead(`time ${row.get('交易时间')}`);
  return atMs;
}
