import { payCodeOf } from './pay-code';

describe('WeChat Pay’s code, which the SDK hides behind its own errCode 0', () => {
  it.each([
    ['该订单已支付', 'ORDERPAID'],
    ['订单已支付，不能发起关单', 'ORDERPAID'],
    ['订单已关闭，无法重复关闭', 'ORDERCLOSED'],
    ['该订单已关闭', 'ORDERCLOSED'],
    ['order closed', 'ORDERCLOSED'],
    ['订单不存在', 'ORDERNOTEXIST'],
    ['order not exist', 'ORDERNOTEXIST'],
    ['此交易订单号不存在', 'ORDERNOTEXIST'],
    ['退款订单查询失败', 'REFUNDNOTEXIST'],
    ['refund not exist', 'REFUNDNOTEXIST'],
    ['订单已经超过退款期限', 'TRADE_OVERDUE'],
    ['退款请求失败，用户帐号注销', 'USER_ACCOUNT_ABNORMAL'],
    ['无效transaction_id', 'INVALID_TRANSACTIONID'],
    ['无效请求过多', 'INVALID_REQ_TOO_MUCH'],
    ['订单处理中，暂时无法退款，请稍后再试', 'ORDER_NOT_READY'],
    ['订单金额或退款金额与之前请求不一致，请核实后再试', 'REFUND_FEE_MISMATCH'],
    ['订单未支付，不能退款', 'TRADE_STATE_ERROR'],
    ['累计退款金额大于支付金额', 'INVALID_REQUEST'],
    ['单笔订单退款次数不能超过50次', 'INVALID_REQUEST'],
    ['订单已全额退款', 'INVALID_REQUEST'],
    ['系统异常', 'SYSTEMERROR'],
    ['系统超时', 'SYSTEMERROR'],
    ['退款业务流程错误，需要商户触发重试来解决', 'BIZERR_NEED_RETRY'],
    ['频率限制', 'FREQUENCY_LIMITED'],
    ['商户可用退款余额不足', 'NOTENOUGH'],
  ])('%s means %s', (errCodeDes, code) => {
    expect(payCodeOf({ resultCode: 'FAIL', errCode: 0, errCodeDes })).toBe(code);
  });

  it('is taken as it is where it survives', () => {
    expect(payCodeOf({ errCode: 'NOTENOUGH', errCodeDes: '余额不足' })).toBe('NOTENOUGH');
  });

  it('is null when nothing tells', () => {
    expect(payCodeOf({ errCode: 0, errCodeDes: '业务错误' })).toBeNull();
    expect(payCodeOf({ errCode: 0 })).toBeNull();
  });
});
