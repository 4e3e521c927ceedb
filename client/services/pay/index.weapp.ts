import Taro from '@tarojs/taro';
import type { PayOutcome, PayTicket, ReturnTo } from './types';

export type { PayOutcome, PayTicket, ReturnTo } from './types';

/** Opens WeChat Pay. `returnTo` is for the browser's cashier alone. */
export async function pay(ticket: PayTicket, _returnTo: ReturnTo): Promise<PayOutcome> {
  try {
    await Taro.requestPayment(ticket);
    return 'done';
  } catch (error) {
    const message = (error as { errMsg?: string }).errMsg ?? '';
    return message.includes('cancel') ? 'cancelled' : 'failed';
  }
}
