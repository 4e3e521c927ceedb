/** WeChat Pay v2 answers: return_code says whether the request was understood, result_code whether it was done. */
export type PayReply = Record<string, unknown>;

export const APPID = 'wx0000000000provider';
export const MCH_ID = '1800008281';

/** Refused by the rules of business; code and text are WeChat Pay's. */
export class PayRefusal extends Error {
  constructor(
    readonly errCode: string,
    readonly description: string,
  ) {
    super(`${errCode}: ${description}`);
  }
}

/** downloadBill without a bill: an error_code of its own, and neither result_code nor the merchant's fields. */
export function withoutBill(errorCode: string, message: string): PayReply {
  return { return_code: 'FAIL', return_msg: message, error_code: errorCode };
}

export function succeeded(subMchId: string, nonce: string, fields: Record<string, unknown>): PayReply {
  return { ...base(subMchId, nonce), result_code: 'SUCCESS', ...fields };
}

export function failed(subMchId: string, nonce: string, refusal: PayRefusal): PayReply {
  return {
    ...base(subMchId, nonce),
    result_code: 'FAIL',
    err_code: refusal.errCode,
    err_code_des: refusal.description,
  };
}

function base(subMchId: string, nonce: string): PayReply {
  return {
    return_code: 'SUCCESS',
    return_msg: 'OK',
    appid: APPID,
    mch_id: MCH_ID,
    sub_mch_id: subMchId,
    nonce_str: nonce,
    sign: nonce.toUpperCase(),
  };
}
