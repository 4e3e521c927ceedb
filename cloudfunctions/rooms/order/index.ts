import { MINUTE_MS } from '../../kernel/period';
import { walletEffect } from '../../platform/effects';
import { outboxJob } from '../../platform/outbox/outbox';
import { operation, type Room, staffOperation } from '../../platform/room';
import { orderContract, staffOrderContract } from './contract';
import { abortStaleIntents } from './operations/abort';
import { onPaymentCallback } from './operations/callback';
import { cancel, cancelByShop } from './operations/cancel';
import { cart, saveCart } from './operations/cart';
import { closeOverdue } from './operations/close';
import { RETURN } from './operations/effects/kinds';
import { BRING, bringEffect } from './operations/effects/prizes';
import { askExchange } from './operations/exchange/ask';
import { decideExchange } from './operations/exchange/decide';
import { exchangeGoods, moveExchange } from './operations/exchange/hand-over';
import { alertStillExchanging } from './operations/exchange/overdue';
import { FRESH_PREFIX } from './operations/exchange/records';
import { settleFreshMark } from './operations/exchange/settle';
import { exchanges } from './operations/exchange/staff-list';
import { withdrawExchange } from './operations/exchange/withdraw';
import { find } from './operations/find';
import { detail, list } from './operations/list';
import { orderOutbox } from './operations/outbox';
import { pay } from './operations/pay';
import { place } from './operations/place';
import { quote } from './operations/quote';
import { receive, receiveOverdue } from './operations/receive';
import { askRefund } from './operations/refund/ask';
import { askBankOfDue, onRefundNotice } from './operations/refund/bank';
import { cancelLinesByShop } from './operations/refund/by-shop';
import { giftBack, mendRefund } from './operations/refund/mend';
import { myRefunds } from './operations/refund/my-refunds';
import { openRefund, previewOpened } from './operations/refund/open';
import { alertUndecided } from './operations/refund/overdue';
import { refundPreview } from './operations/refund/preview';
import { decideRefund, goodsBack } from './operations/refund/staff';
import { refunds } from './operations/refund/staff-list';
import { withdrawRefund } from './operations/refund/withdraw';
import { writeOffGift } from './operations/refund/write-off';
import { DESK, EXCHANGERS, OPENERS } from './operations/roles';
import { orderHolds, settleOrderMark } from './operations/settlers';
import { board, move } from './operations/staff';
import { topUps } from './operations/top-ups';
import { heldPoints, type ReturnData, returnHeld } from './operations/wallet-hold';

export type { Order } from './document';
export { type OrderState, TRANSITIONS } from './domain/states';
export { cartCount } from './operations/cart';
export { endRefundByBill, type OrderReckoning, reckonOrders, touchedOrders } from './operations/reckon';
export { hasReceivedBefore, oftenBought, type ReferralOrder, referralOrders } from './operations/referrals';

export const orderRoom: Room = {
  resident: {
    'order.cart': operation(orderContract['order.cart'], cart),
    'order.saveCart': operation(orderContract['order.saveCart'], saveCart),
    'order.quote': operation(orderContract['order.quote'], quote),
    'order.place': operation(orderContract['order.place'], place),
    'order.pay': operation(orderContract['order.pay'], pay),
    'order.list': operation(orderContract['order.list'], list),
    'order.detail': operation(orderContract['order.detail'], detail),
    'order.cancel': operation(orderContract['order.cancel'], cancel),
    'order.receive': operation(orderContract['order.receive'], receive),
    'order.topUps': operation(orderContract['order.topUps'], topUps),
    'order.refundPreview': operation(orderContract['order.refundPreview'], refundPreview),
    'order.askRefund': operation(orderContract['order.askRefund'], askRefund),
    'order.askExchange': operation(orderContract['order.askExchange'], askExchange),
    'order.withdrawExchange': operation(orderContract['order.withdrawExchange'], withdrawExchange),
    'order.withdrawRefund': operation(orderContract['order.withdrawRefund'], withdrawRefund),
    'order.myRefunds': operation(orderContract['order.myRefunds'], myRefunds),
  },
  staff: {
    'order.board': staffOperation(staffOrderContract['order.board'], ['shop', 'courier', 'operator', 'owner'], board),
    'order.move': staffOperation(staffOrderContract['order.move'], ['shop', 'courier', 'owner'], move),
    'order.cancelByShop': staffOperation(staffOrderContract['order.cancelByShop'], ['shop', 'owner'], cancelByShop),
    'order.cancelLinesByShop': staffOperation(
      staffOrderContract['order.cancelLinesByShop'],
      ['shop', 'owner'],
      cancelLinesByShop,
    ),
    'order.refunds': staffOperation(staffOrderContract['order.refunds'], DESK, refunds),
    'order.decideRefund': staffOperation(staffOrderContract['order.decideRefund'], DESK, decideRefund),
    'order.goodsBack': staffOperation(staffOrderContract['order.goodsBack'], DESK, goodsBack),
    'order.previewRefund': staffOperation(staffOrderContract['order.previewRefund'], OPENERS, previewOpened),
    'order.openRefund': staffOperation(staffOrderContract['order.openRefund'], OPENERS, openRefund),
    'order.exchanges': staffOperation(staffOrderContract['order.exchanges'], EXCHANGERS, exchanges),
    'order.decideExchange': staffOperation(staffOrderContract['order.decideExchange'], DESK, decideExchange),
    'order.moveExchange': staffOperation(staffOrderContract['order.moveExchange'], EXCHANGERS, moveExchange),
    'order.exchangeGoods': staffOperation(staffOrderContract['order.exchangeGoods'], EXCHANGERS, exchangeGoods),
    'order.find': staffOperation(staffOrderContract['order.find'], OPENERS, find),
    'order.giftBack': staffOperation(staffOrderContract['order.giftBack'], DESK, giftBack),
    'order.writeOffGift': staffOperation(staffOrderContract['order.writeOffGift'], DESK, writeOffGift),
    'order.mendRefund': staffOperation(staffOrderContract['order.mendRefund'], DESK, mendRefund),
  },
  effects: {
    [RETURN]: walletEffect<ReturnData>((wallet, data, { causeId, nowMs }) => {
      const points = heldPoints(data);
      const after = returnHeld(wallet, causeId, data, nowMs);
      return { wallet: after, kind: 'order-returned', ...(points === 0 ? {} : { points }) };
    }),
    [BRING]: bringEffect,
  },
  settlers: { order: settleOrderMark, [FRESH_PREFIX]: settleFreshMark },
  holds: orderHolds,
  outboxes: [orderOutbox],
  jobs: {
    'order.abortStale': { everyMs: MINUTE_MS, run: abortStaleIntents },
    'order.close': { everyMs: MINUTE_MS, run: closeOverdue },
    'order.receive': { everyMs: MINUTE_MS, run: receiveOverdue },
    'order.outbox': outboxJob(orderOutbox),
    'order.refunds': { everyMs: MINUTE_MS, run: askBankOfDue },
    'order.exchanging': { everyMs: 10 * MINUTE_MS, run: alertStillExchanging },
    'order.undecided': { everyMs: 10 * MINUTE_MS, run: alertUndecided },
  },
  payment: onPaymentCallback,
  refundNotice: onRefundNotice,
};
