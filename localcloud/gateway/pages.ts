import { escapeHtml } from './http';

/** A plain page for a wrong address or a fault, in the voice of the shop. */
export function errorPage(status: number, what: string, detail = ''): string {
  const more = detail === '' ? '' : `<pre>${escapeHtml(detail)}</pre>`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${status} · 邻礼本地云</title><style>
body{margin:0;min-height:100vh;display:grid;place-items:center;background:#fff8f1;color:#2b2320;font:15px/22px -apple-system,"PingFang SC","Noto Sans SC","Noto Sans CJK SC",sans-serif}
main{max-width:360px;padding:24px}h1{font-size:22px;line-height:30px;margin:0 0 8px}p{margin:0 0 16px;color:#5f5149}
pre{white-space:pre-wrap;background:#f7ede2;border-radius:8px;padding:12px;font-size:12px}a{color:#c8380f}
@media (prefers-color-scheme:dark){body{background:#171311;color:#f6ede4}p{color:#cdbfb3}pre{background:#2c2622}a{color:#ff8a63}}
</style></head><body><main><h1>${escapeHtml(what)}</h1>${more}<p>错误码 ${status}</p><p><a href="/">回首页</a>　<a href="/inspector">本地云后台</a></p></main></body></html>`;
}
