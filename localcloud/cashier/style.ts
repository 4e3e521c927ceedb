/** The pay sheet's own look, over the theme; drawn for 390 × 844. */
export const CASHIER_CSS = `
body{min-height:100vh;display:flex;flex-direction:column;max-width:480px;margin:0 auto}
main{flex:1;padding:32px 16px 16px}
header{display:flex;flex-direction:column;align-items:center}
.mark{width:52px;height:52px;border-radius:50%;background:var(--accent);color:var(--on-accent);font-size:24px;font-weight:600;line-height:52px;text-align:center}
h1{margin:12px 0 0;font-size:16px;line-height:24px;font-weight:600}
.amount{margin:16px 0 24px;text-align:center;font-size:44px;line-height:52px;color:var(--ink)}.amount small{font-size:28px}
dl{margin:0;background:var(--card);border-radius:12px;box-shadow:var(--rest);padding:4px 16px}
dl div{display:flex;justify-content:space-between;align-items:flex-start;padding:12px 0;border-top:1px solid var(--line)}dl div:first-child{border-top:0}
dt{flex:none;margin-right:16px;color:var(--ink-2)}dd{margin:0;text-align:right;overflow-wrap:anywhere}
dd small{display:block;font-size:12px;line-height:18px;color:var(--ink-3)}.no{font-size:13px;line-height:22px}
.closed,.message{margin:16px 0 0;padding:12px 16px;border-radius:12px;background:var(--honey-soft);color:var(--ink-2)}
.message{background:var(--danger-soft);color:var(--danger)}
details{margin-top:16px;background:var(--card);border-radius:12px;box-shadow:var(--rest);padding:0 16px}
summary{line-height:48px;color:var(--ink-2);cursor:pointer}.hint{margin:0 0 4px;font-size:13px;line-height:20px;color:var(--ink-3)}
label{display:flex;align-items:center;min-height:44px;border-top:1px solid var(--line)}
label input[type=checkbox]{width:20px;height:20px;margin:0 12px 0 0;accent-color:var(--accent)}
label input[type=number]{width:72px;height:32px;margin:0 4px;border:1px solid var(--line-strong);border-radius:8px;background:var(--ground);color:var(--ink);text-align:center;font-size:15px}
footer{position:sticky;bottom:0;background:var(--card);box-shadow:var(--float);padding:12px 16px;padding-bottom:calc(12px + env(safe-area-inset-bottom))}
footer button{display:block;width:100%;height:48px;border:0;border-radius:999px;font-size:16px;font-weight:600}
.primary{background:var(--accent);color:var(--on-accent);box-shadow:inset 0 -2px 0 var(--edge);margin-bottom:8px}
.primary:active{background:var(--accent-press);box-shadow:none;transform:translateY(1px)}
.primary:disabled{background:var(--sunk);color:var(--ink-3);box-shadow:none}.primary.done:disabled{background:var(--save-soft);color:var(--save)}
.plain{background:transparent;color:var(--ink-2)}`;
