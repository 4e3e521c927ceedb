import Taro from '@tarojs/taro';
import type { PayOutcome, PayTicket } from './types';

export type { PayOutcome, PayTicket } from './types';

/** Opens WeChat Pay. `returnTo` is for the browser's cashier alone. */
export async function pay(ticket: PayTicket, _returnTo: string): Promise<PayOutcome> {
  try {
    await Taro.requestPayment(ticket);
    return 'done';
  } catch (error) {
    const message = (error as { errMsg?: string }).errMsg ?? '';
    return message.includes('cancel') ? 'cancelled' : 'failed';
  }
}
