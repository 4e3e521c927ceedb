/** Small helpers of the inspector page. Everything shown is written as text, never as markup. */

/** el('b', {class: 'x'}, child, …): an element with attributes, handlers (on…) and children (text, elements, lists of them). */
export function el(tagName, attributes, ...children) {
  const element = document.createElement(tagName);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.flat(Number.POSITIVE_INFINITY).filter((child) => child !== undefined && child !== ''));
  return element;
}

export const yuan = (fen) => `¥${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
/** Shanghai wall time of an epoch ms. */
export const time = (ms) => new Date(ms + 8 * 3600000).toISOString().slice(0, 19).replace('T', ' ');
export const tag = (text, kind) => el('span', { class: `tag ${kind ?? ''}` }, text);
export const json = (value) => el('pre', {}, JSON.stringify(value, null, 2));
export const action = (label, onclick, disabled) => el('button', { class: 'act', onclick, disabled }, label);
export const card = (...children) => el('div', { class: 'card' }, ...children);
export const muted = (text) => el('p', { class: 'muted' }, text);

const row = (cellName, cells) => cells.map((cell) => el(cellName, {}, cell));
export const table = (heads, rows) =>
  el(
    'table',
    {},
    el('tr', {}, row('th', heads)),
    rows.map((cells) => el('tr', {}, row('td', cells))),
  );

/** @throws Error with the server's words */
export async function api(path, body) {
  const headers = { 'content-type': 'application/json' };
  const options = body && { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await fetch(`/inspector/api/${path}`, options);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.errMsg);
  return answer;
}
