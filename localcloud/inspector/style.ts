/** The inspector's look, over the theme. */
export const INSPECTOR_CSS = `
body{max-width:1120px;margin:0 auto;padding:0 16px 48px}
header{display:flex;flex-wrap:wrap;align-items:center;padding:20px 0 12px}
h1{margin:0 16px 0 0;font-size:22px;line-height:30px}h2{margin:0 0 8px;font-size:16px;line-height:24px}
#now{font-size:18px;line-height:26px}summary{padding:2px 0}header .push{margin-left:auto}
nav{display:flex;flex-wrap:wrap;border-bottom:1px solid var(--line);margin-bottom:16px}
nav button{border:0;background:none;color:var(--ink-2);padding:0 14px;height:44px;border-bottom:3px solid transparent}
nav button[aria-selected=true]{color:var(--accent-ink);border-color:var(--accent-ink);font-weight:600}
.card{background:var(--card);border-radius:12px;box-shadow:var(--rest);padding:16px;margin-bottom:12px}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(230px,1fr));grid-gap:12px}
.grid{margin-bottom:12px}.grid .card{margin:0}.person{display:block;text-decoration:none;color:inherit}.person b{font-size:16px}.person:hover{outline:2px solid var(--accent-ink)}
.muted{margin:0;color:var(--ink-3);font-size:13px;line-height:20px}.tag{display:inline-block;border-radius:4px;padding:0 6px;font-size:12px;line-height:20px;background:var(--sunk);color:var(--ink-2);margin-left:6px}
.tag.ok{background:var(--save-soft);color:var(--save)}.tag.bad{background:var(--danger-soft);color:var(--danger)}.tag.gift{background:var(--honey-soft);color:var(--honey)}
.act{border:0;border-radius:999px;height:32px;padding:0 14px;background:var(--accent-soft);color:var(--accent-ink);margin:0 8px 4px 0}
.act:disabled{background:var(--sunk);color:var(--ink-3)}
input{height:32px;border:1px solid var(--line-strong);border-radius:8px;background:var(--card);color:var(--ink);padding:0 8px;font:inherit;font-size:13px}
table{width:100%;border-collapse:collapse;font-size:13px;line-height:20px}th{text-align:left;font-weight:400;color:var(--ink-3)}
th,td{padding:6px 8px 6px 0;border-top:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}tr:first-child th{border-top:0}td.right,th.right{text-align:right}
pre{margin:8px 0 0;background:var(--sunk);border-radius:8px;padding:12px;overflow:auto;max-height:420px;font:12px/18px ui-monospace,Menlo,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
summary{cursor:pointer;overflow-wrap:anywhere}.split{display:grid;grid-template-columns:220px 1fr;grid-gap:16px}
.split ul{list-style:none;margin:0;padding:0}.split li button{width:100%;text-align:left;border:0;background:none;color:inherit;padding:6px 8px;border-radius:8px;display:flex;justify-content:space-between}
.split li button[aria-current=true]{background:var(--accent-soft);color:var(--accent-ink)}
#oops{position:fixed;left:16px;right:16px;bottom:16px;max-width:560px;margin:0 auto;background:var(--danger-soft);color:var(--danger);border-radius:12px;padding:12px 16px}
@media(max-width:640px){.split{grid-template-columns:1fr}}`;
