import { escapeHtml } from '../gateway/http';
import { themeCss } from '../gateway/theme';
import type { Payment } from '../pay/records';
import { CASHIER_CSS } from './style';

export interface CashierView {
  payment: Payment;
  merchant: string;
  returnTo: string;
  /** Where who turns back goes. */
  cancelledTo: string;
  /** Why it cannot be paid any more, or '' when it can. */
  closedBecause: string;
}

/** The pay sheet. Ids #pay, #cancel and #fault-… are stable: browser tests use them. */
export function cashierPage(view: CashierView): string {
  const payable = view.closedBecause === '';
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"><link rel="icon" href="data:,"><title>付款 · ${escapeHtml(view.merchant)}</title>
<style>${themeCss()}${CASHIER_CSS}</style></head><body>
<main>
  <header><span class="mark" aria-hidden="true">${escapeHtml([...view.merchant][0] ?? '店')}</span><h1>${escapeHtml(view.merchant)}</h1></header>
  ${amount(view.payment.terms.totalFen)}
  <dl>
    <div><dt>买的是</dt><dd>${escapeHtml(view.payment.terms.body)}</dd></div>
    <div><dt>订单号</dt><dd class="no">${escapeHtml(view.payment._id)}</dd></div>
    <div><dt>付款方式</dt><dd>零钱 <small>本地演示，不会真的扣钱</small></dd></div>
  </dl>
  ${payable ? '' : `<p id="closed" class="closed">${escapeHtml(view.closedBecause)}</p>`}
  <p id="message" class="message" role="status" hidden></p>
  ${payable ? FAULTS : ''}
</main>
<footer>
  ${payable ? '<button id="pay" class="primary">支付</button>' : ''}
  <button id="cancel" class="plain">${payable ? '取消' : '返回'}</button>
</footer>
<script>${script(view)}</script></body></html>`;
}

function amount(totalFen: number): string {
  const yuan = Math.floor(totalFen / 100);
  const fen = String(totalFen % 100).padStart(2, '0');
  return `<p class="amount num" id="amount" aria-label="${yuan}.${fen} 元"><small>¥</small>${yuan}<small>.${fen}</small></p>`;
}

/** What the pay platform may do wrong, to be tried by hand and in browser tests. */
const FAULTS = `<details id="faults"><summary>故障</summary>
  <p class="hint">付款照常成功，只是通知店家的方式不对劲。</p>
  <label><input type="checkbox" id="fault-twice"><span>同一个付款通知发两次</span></label>
  <label><input type="checkbox" id="fault-late"><span>通知晚到 <input type="number" id="fault-late-seconds" class="num" value="60" min="1" max="172800" inputmode="numeric"> 秒</span></label>
  <label><input type="checkbox" id="fault-lost"><span>第一次通知丢了，15 秒后补发</span></label>
  <label><input type="checkbox" id="fault-answer"><span>店家的应答没传回来，会再通知一遍</span></label>
</details>`;

function script({ payment, returnTo, cancelledTo, closedBecause }: CashierView): string {
  // `<` must not end the script early.
  const turnedBackTo = closedBecause === '' ? cancelledTo : returnTo;
  const data = JSON.stringify({ prepayId: payment.prepayId, returnTo, turnedBackTo }).replace(/</g, '\\u003c');
  return `
const {prepayId,returnTo,turnedBackTo}=${data};
const id=(name)=>document.getElementById(name);
const back=()=>location.replace(returnTo);
id('cancel').onclick=()=>location.replace(turnedBackTo);
const payButton=id('pay');
if(payButton)payButton.onclick=async()=>{
  payButton.disabled=true;payButton.textContent='正在支付';
  const say=(text)=>{const box=id('message');box.hidden=false;box.textContent=text;};
  const faults={twice:id('fault-twice').checked,lost:id('fault-lost').checked,answerLost:id('fault-answer').checked,
    lateSeconds:id('fault-late').checked?Number(id('fault-late-seconds').value):0};
  try{
    const response=await fetch('/cashier/pay',{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify({prepayId,faults})});
    const answer=await response.json();
    if(!answer.ok){say(answer.message);payButton.remove();id('cancel').textContent='返回';id('cancel').onclick=back;return;}
    payButton.textContent='付好了';payButton.classList.add('done');setTimeout(back,400);
  }catch{say('没连上，钱没有扣。再试一次吧。');payButton.disabled=false;payButton.textContent='支付';}
};`;
}
