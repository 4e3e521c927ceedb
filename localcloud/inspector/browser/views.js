import { action, api, card, el, json, muted, table, tag, time } from './dom.js';
import { payments } from './payments.js';

/** One function a tab: asks the server, gives elements. `act` runs a change, then shows the tab anew. */
export const views = { people, payments, messages, collections, invocations };

async function people() {
  const { people: known, timers, traffic } = await api('overview');
  const newcomer = {
    openid: `o_${Math.random().toString(36).slice(2, 12)}`,
    name: '一位新邻居',
    note: '谁也不认识的新访客',
  };
  const plan = timers.map(({ functionName, triggerName, nextAtMs }) => [
    functionName,
    triggerName,
    nextAtMs === undefined ? '不再触发' : time(nextAtMs),
  ]);
  return [
    el('div', { class: 'grid' }, [...known, newcomer].map(person)),
    plan.length > 0 ? card(el('h2', {}, '定时任务'), table(['函数', '触发器', '下一次'], plan)) : '',
    card(el('h2', {}, '数据库请求'), table(['一共', '一秒最多', '同时最多', '超出免费版'], [trafficRow(traffic)])),
  ];
}

function trafficRow({ requests, peakPerSecond, peakAtOnce, overFreePlan, freePlan }) {
  return [
    `${requests} 次`,
    `${peakPerSecond} 次（免费版 ${freePlan.requestsPerSecond}）`,
    `${peakAtOnce} 个（免费版 ${freePlan.atOnce}）`,
    `${overFreePlan} 次`,
  ];
}

function person({ openid, name, note, role }) {
  return el(
    'a',
    { class: 'card person', href: `/?as=${encodeURIComponent(openid)}`, 'data-openid': openid },
    el('div', {}, el('b', {}, name), role ? tag(role, 'gift') : ''),
    el('div', {}, note),
    muted(openid),
  );
}

async function messages() {
  const { messages: sent, codes } = await api('messages');
  const lines = (data) =>
    Object.entries(data)
      .map(([key, entry]) => `${key}：${entry.value}`)
      .join('　');
  const sentRows = sent.map((one) => [time(one.sentAtMs), one.openid, one.templateId, lines(one.data), one.page]);
  const codeRows = codes.map((one) => [time(one.madeAtMs), one.scene, el('a', { href: one.url }, one.url)]);
  const tableOr = (heads, rows, words) => (rows.length > 0 ? table(heads, rows) : muted(words));
  return [
    card(el('h2', {}, '发出的订阅消息'), tableOr(['时间', '给谁', '模板', '内容', '点开到'], sentRows, '还没有发过。')),
    card(el('h2', {}, '做好的小程序码'), tableOr(['时间', '场景值', '网址'], codeRows, '还没有做过。')),
  ];
}

const place = { collection: '', page: 0 };

async function collections({ act }) {
  const { collections: list } = await api('collections');
  if (list.length === 0) return card(muted('还没有集合。'));
  if (!list.some(({ name }) => name === place.collection)) Object.assign(place, { collection: list[0].name, page: 0 });
  const items = list.map(({ name, count }) => {
    const attributes = { 'aria-current': String(name === place.collection), onclick: () => act(() => go(name, 0)) };
    return el('li', {}, el('button', attributes, el('span', {}, name), el('span', { class: 'num' }, String(count))));
  });
  return el('div', { class: 'split' }, card(el('ul', {}, items)), el('div', {}, await documents(act)));
}

function go(collection, page) {
  Object.assign(place, { collection, page });
}

async function documents(act) {
  const { collection, page } = place;
  const data = await api(`documents?collection=${encodeURIComponent(collection)}&page=${page}`);
  const pages = Math.max(1, Math.ceil(data.total / data.pageSize));
  return [
    el(
      'p',
      {},
      action('上一页', () => act(() => go(collection, page - 1)), page <= 0),
      action('下一页', () => act(() => go(collection, page + 1)), page >= pages - 1),
      `第 ${page + 1} 页，共 ${pages} 页，${data.total} 条`,
    ),
    data.documents.map((doc) => el('details', { class: 'card' }, el('summary', {}, String(doc._id)), json(doc))),
  ];
}

const OUTCOMES = { running: ['在跑', 'gift'], done: ['好了', 'ok'], failed: ['失败', 'bad'] };

async function invocations() {
  const { invocations: list } = await api('invocations');
  return list.length > 0 ? card(list.map(invocation)) : card(muted('还没有调用。'));
}

function invocation(one) {
  const { cost, outcome } = one;
  const counted = cost ? `　请求 ${cost.requests} 次，依次往返 ${cost.sequential} 趟，写 ${cost.writes} 次` : '';
  const took = one.endedAtMs === undefined ? '' : `　${one.endedAtMs - one.startedAtMs} 毫秒`;
  const logs = one.logs.map((line) => `${time(line.atMs)} ${line.level} ${line.text}`);
  const failure = outcome.state === 'failed' ? [`${outcome.errCode} ${outcome.message}`] : [];
  return el(
    'details',
    { 'data-invocation': one.id },
    el(
      'summary',
      {},
      `${time(one.startedAtMs)}　`,
      el('b', {}, one.functionName),
      tag(...OUTCOMES[outcome.state]),
      tag(one.source),
      el('span', { class: 'muted' }, `　${one.openid ?? ''}${counted}${took}`),
    ),
    el('pre', {}, [one.eventPreview, ...failure, ...logs].join('\n')),
  );
}
