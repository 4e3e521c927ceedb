import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Linli's tokens for the local cloud's own pages (light and dark), and the face of its digits (Rubik, OFL). */
const TOKENS = `
:root{color-scheme:light dark;--ground:#fff8f1;--card:#fff;--sunk:#f7ede2;--line:#f0e6db;--line-strong:#dccdbf;--ink:#2b2320;--ink-2:#5f5149;--ink-3:#75665c;
--accent:#c8380f;--accent-press:#a52c0a;--accent-ink:#c8380f;--accent-soft:#ffefe6;--on-accent:#fff;--save:#23704a;--save-soft:#e9f4ec;
--honey:#8a5600;--honey-soft:#fff1d3;--danger:#a3231d;--danger-soft:#fcebe8;--edge:rgba(90,20,0,.32);
--rest:0 1px 2px rgba(86,52,28,.05),0 4px 14px rgba(86,52,28,.05);--float:0 -1px 0 rgba(86,52,28,.06),0 -8px 24px rgba(86,52,28,.08)}
@media (prefers-color-scheme:dark){:root{--ground:#171311;--card:#221d1a;--sunk:#2c2622;--line:#332c27;--line-strong:#4b413a;--ink:#f6ede4;
--ink-2:#cdbfb3;--ink-3:#a89a90;--accent-press:#d9481d;--accent-ink:#ff8a63;--accent-soft:#3b241b;--save:#7ccb9b;--save-soft:#1e2e25;
--honey:#f0be62;--honey-soft:#362a17;--danger:#ff9a8f;--danger-soft:#3b1f1c;--rest:none;--float:none}}
*{box-sizing:border-box}[hidden]{display:none!important}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/22px -apple-system,"PingFang SC","HarmonyOS Sans SC","MiSans","Noto Sans SC","Noto Sans CJK SC",sans-serif;-webkit-text-size-adjust:100%}
button{font:inherit;cursor:pointer}a{color:var(--accent-ink)}
.num{font-family:LinliNum,-apple-system,"Helvetica Neue",sans-serif;font-weight:600;letter-spacing:-.2px}`;

let css: string | undefined;

export function themeCss(): string {
  css ??= `${fontFace()}${TOKENS}`;
  return css;
}

function fontFace(): string {
  const font = readFileSync(path.join(__dirname, '..', 'fonts', 'linli-num.woff2')).toString('base64');
  return `@font-face{font-family:LinliNum;font-weight:600;src:url(data:font/woff2;base64,${font}) format("woff2")}`;
}
