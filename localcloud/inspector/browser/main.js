import { api, time } from './dom.js';
import { views } from './views.js';

const byId = (id) => document.getElementById(id);
const tabs = [...document.querySelectorAll('nav button')];
let tab = location.hash.slice(1) in views ? location.hash.slice(1) : 'people';

/** Runs work; a failure is shown at the foot of the page. */
async function attempt(work) {
  byId('oops').hidden = true;
  try {
    await work();
  } catch (error) {
    byId('oops').textContent = error.message;
    byId('oops').hidden = false;
  }
}

async function show() {
  for (const button of tabs) button.setAttribute('aria-selected', String(button.dataset.tab === tab));
  const elements = [await views[tab]({ act })].flat(Number.POSITIVE_INFINITY).filter(Boolean);
  byId('view').replaceChildren(...elements);
}

/** A change, then everything anew. */
function act(change) {
  return attempt(async () => {
    await change();
    await showClock();
    await show();
  });
}

async function showClock() {
  const { clock } = await api('overview');
  const tenthsOfHours = Math.round(clock.offsetMs / 360000);
  byId('now').textContent = time(clock.nowMs);
  byId('offset').hidden = tenthsOfHours === 0;
  byId('offset').textContent = `比真实时间快 ${tenthsOfHours / 10} 小时`;
}

for (const button of document.querySelectorAll('[data-advance]'))
  button.onclick = () => act(() => api('clock', { advanceMs: Number(button.dataset.advance) }));
byId('clock-set').onclick = () => act(() => api('clock', { toMs: Date.parse(`${byId('clock-to').value}+08:00`) }));
byId('fire').onclick = () => act(() => api('timers', {}));
for (const button of tabs)
  button.onclick = () => {
    tab = button.dataset.tab;
    location.hash = tab;
    void attempt(show);
  };

void act(() => undefined);
setInterval(() => void showClock().catch(() => undefined), 1000);
