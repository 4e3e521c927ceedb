import { action, api, card, el, muted, table, tag, time, yuan } from './dom.js';

const STATES = { NOTPAY: ['等付款', ''], SUCCESS: ['已付', 'ok'], CLOSED: ['已关', 'bad'] };
const NOTICE_STATES = { due: '待通知', accepted: '店家收到了', 'given up': '放弃了' };

export async function payments({ act }) {
  const { payments: list } = await api('payments');
  return list.length > 0 ? list.map((one) => payment(one, act)) : card(muted('还没有付款。下一单，就会在这里看到。'));
}

function payment(one, act) {
  const [label, kind] = STATES[one.state.name];
  const run = (path) => () => act(() => api(path, { outTradeNo: one._id }));
  return el(
    'div',
    { class: 'card', 'data-payment': one._id },
    el(
      'div',
      {},
      el('b', { class: 'num' }, yuan(one.terms.totalFen)),
      tag(label, kind),
      refundTag(one),
      ` ${one.terms.body}`,
    ),
    muted(`${one._id}　付款人 ${one.terms.payer}　下单 ${time(one.prepaidAtMs)}`),
    one.state.name === 'NOTPAY' ? action('替他付款', run('pay')) : '',
    one.state.name === 'SUCCESS' ? action('再通知一次', run('callback')) : '',
    one.notices.length > 0 ? table(['通知', '函数', '状态', '发过', '店家答'], one.notices.map(notice)) : '',
    one.refunds.length > 0 ? table(['退款单号', '金额', '状态', '时间', '原因'], one.refunds.map(refund)) : '',
  );
}

const refundTag = ({ refunds }) => (refunds.length > 0 ? tag('有退款', 'gift') : '');

function notice({ event, functionName, state, attempts, lastAnswer }) {
  const kind = event.outRefundNo ? '退款通知' : '付款通知';
  return [kind, functionName, `${NOTICE_STATES[state.name]}，${time(state.atMs)}`, `${attempts} 次`, lastAnswer ?? ''];
}

const REFUND_WORDS = { PROCESSING: '处理中', SUCCESS: '已到账', REFUNDCLOSE: '已关闭', CHANGE: '退不到账，需人工处理' };

function refund({ _id, refundFen, status, acceptedAtMs, reason }) {
  return [_id, yuan(refundFen), REFUND_WORDS[status], time(acceptedAtMs), reason];
}
