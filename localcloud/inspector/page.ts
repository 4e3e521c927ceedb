import { themeCss } from '../gateway/theme';
import { INSPECTOR_CSS } from './style';

const TABS = [
  ['people', '谁是谁'],
  ['payments', '付款'],
  ['messages', '消息和码'],
  ['collections', '数据'],
  ['invocations', '调用和日志'],
] as const;

let page: string | undefined;

/** One page without a framework; the modules in browser/ run in it. */
export function inspectorPage(): string {
  page ??= build();
  return page;
}

function build(): string {
  const tabs = TABS.map(([id, label]) => `<button role="tab" id="tab-${id}" data-tab="${id}">${label}</button>`).join(
    '',
  );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="icon" href="data:,"><title>本地云后台</title><style>${themeCss()}${INSPECTOR_CSS}</style></head><body>
<header><h1>本地云后台</h1><span id="now" class="num"></span><span id="offset" class="tag gift" hidden></span>
<span class="push"><button class="act" data-advance="3600000">+1 小时</button><button class="act" data-advance="86400000">+1 天</button>
<input id="clock-to" type="datetime-local" step="1" aria-label="把时钟拨到"><button class="act" id="clock-set">拨到这时</button>
<button class="act" id="fire">跑一遍定时任务</button></span></header>
<nav role="tablist">${tabs}</nav><section id="view"></section><div id="oops" role="alert" hidden></div>
<script type="module" src="/inspector/browser/main.js"></script></body></html>`;
}
