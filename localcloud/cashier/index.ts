import { type Exchange, header, readBody, sendJson, sendPage } from '../gateway/http';
import { errorPage } from '../gateway/pages';
import type { PayOptions, PayPlatform } from '../pay';
import type { Payment } from '../pay/records';
import { PayRefusal } from '../pay/reply';
import { cashierPage } from './page';
import { safeReturn } from './return-path';

const MAX_BODY_BYTES = 4_096;
/** Callbacks are repeated for two days at most; later than that is never. */
const MAX_LATE_S = 172_800;

/** Why an order is not to be paid, and what that means for the payer's money. */
const WORDS: Readonly<Record<string, string>> = {
  ORDERPAID: '这单已经付过了，没有再扣钱。',
  ORDERCLOSED: '这单已经关了，没有扣钱。',
  ORDEREXPIRED: '付款时间过了，没有扣钱。回去再下一单吧。',
};

/** GET /cashier?prepay_id=…&return=…&cancelled=… and what its button posts. */
export class Cashier {
  constructor(
    private readonly pay: PayPlatform,
    private readonly merchant: string,
  ) {}

  async handle(exchange: Exchange): Promise<void> {
    const { method, url, response } = exchange;
    if (method === 'GET' && url.pathname === '/cashier') this.show(exchange);
    else if (method === 'POST' && url.pathname === '/cashier/pay') await this.confirm(exchange);
    else sendPage(response, 404, errorPage(404, '收银台没有这个地址。'));
  }

  private show({ url, request, response }: Exchange): void {
    const payment = this.pay.findByPrepayId(url.searchParams.get('prepay_id') ?? '');
    if (payment === undefined) {
      sendPage(response, 404, errorPage(404, '没有这笔待付款。', '回到订单页，再点一次付款。'));
      return;
    }
    const host = header(request, 'host');
    const returnTo = safeReturn(url.searchParams.get('return') ?? '/', host);
    const cancelledTo = safeReturn(url.searchParams.get('cancelled') ?? returnTo, host);
    const closedBecause = this.whyNotPayable(payment);
    sendPage(response, 200, cashierPage({ payment, merchant: this.merchant, returnTo, cancelledTo, closedBecause }));
  }

  private async confirm({ request, response }: Exchange): Promise<void> {
    const body = JSON.parse((await readBody(request, MAX_BODY_BYTES)).toString()) as Record<string, unknown>;
    const payment = this.pay.findByPrepayId(String(body.prepayId));
    if (payment === undefined) {
      sendJson(response, 404, { ok: false, message: '没有这笔待付款，钱没有扣。' });
      return;
    }
    try {
      await this.pay.confirm(payment._id, optionsFrom(body.faults));
    } catch (error) {
      if (!(error instanceof PayRefusal)) throw error;
      sendJson(response, 200, { ok: false, message: WORDS[error.errCode] ?? `${error.description}，没有扣钱。` });
      return;
    }
    // As with WeChat, the payer is told at once; the shop hears of it on its own way.
    sendJson(response, 200, { ok: true });
    await this.pay.deliverDue();
  }

  private whyNotPayable({ state, _id }: Payment): string {
    const code = { SUCCESS: 'ORDERPAID', CLOSED: 'ORDERCLOSED', NOTPAY: this.pay.isExpired(_id) ? 'ORDEREXPIRED' : '' };
    return WORDS[code[state.name]] ?? '';
  }
}

function optionsFrom(faults: unknown): PayOptions {
  if (typeof faults !== 'object' || faults === null) return {};
  const { twice, lost, answerLost, lateSeconds } = faults as Record<string, unknown>;
  const lateS = typeof lateSeconds === 'number' && lateSeconds > 0 ? Math.min(Math.round(lateSeconds), MAX_LATE_S) : 0;
  return { times: twice === true ? 2 : 1, lost: lost === true, answerLost: answerLost === true, delayMs: lateS * 1000 };
}
