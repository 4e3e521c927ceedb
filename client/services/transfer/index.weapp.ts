import type { TransferOutcome, TransferTicket } from './types';

export type { TransferOutcome, TransferTicket } from './types';

interface Asked extends TransferTicket {
  success: () => void;
  fail: () => void;
}

/** Base library 2.32.3 and later; Taro has no word of it yet. */
declare const wx: { requestMerchantTransfer?: (asked: Asked) => void };

/** Opens WeChat's sheet, on which the person confirms that they take the money. */
export function takeTransfer(ticket: TransferTicket): Promise<TransferOutcome> {
  const { requestMerchantTransfer } = wx;
  if (!requestMerchantTransfer) return Promise.resolve('too-old');
  return new Promise((resolve) => {
    requestMerchantTransfer({ ...ticket, success: () => resolve('done'), fail: () => resolve('cancelled') });
  });
}
