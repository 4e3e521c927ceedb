/* Runs in the inspector page. Everything shown is written as text, never as markup. */
(() => {
  const byId = (id) => document.getElementById(id);
  const view = byId('view');
  let tab = location.hash.slice(1) || 'people';
  let collection = '';
  let page = 0;

  /** el('b', {class: 'x'}, child, …): an element with attributes, handlers (on…) and children (text or elements). */
  function el(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
      else if (value === true) element.setAttribute(name, '');
      else if (value !== undefined && value !== false) element.setAttribute(name, value);
    }
    element.append(...children.flat().filter((child) => child !== undefined && child !== ''));
    return element;
  }

  const yuan = (fen) => `¥${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
  const time = (ms) => new Date(ms + 8 * 3600000).toISOString().slice(0, 19).replace('T', ' ');
  const tag = (text, kind) => el('span', { class: `tag ${kind ?? ''}` }, text);
  const json = (value) => el('pre', {}, JSON.stringify(value, null, 2));
  const action = (label, id, run) => el('button', { class: 'act', id, onclick: run }, label);

  async function api(path, body) {
    const options = body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const response = await fetch(`/inspector/api/${path}`, options);
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.errMsg);
    return answer;
  }

  async function attempt(work) {
    byId('oops').hidden = true;
    try {
      await work();
    } catch (error) {
      byId('oops').textContent = error.message;
      byId('oops').hidden = false;
    }
  }

  const table = (heads, rows) =>
    el(
      'table',
      {},
      el(
        'tr',
        {},
        heads.map((head) => el('th', {}, head)),
      ),
      rows.map((cells) =>
        el(
          'tr',
          {},
          cells.map((cell) => el('td', {}, cell)),
        ),
      ),
    );
  const card = (...children) => el('div', { class: 'card' }, ...children);
  const nothing = (text) => card(el('p', { class: 'muted' }, text));

  const views = {
    async people() {
      const { people, timers } = await api('overview');
      const cards = people.map((person) =>
        el(
          'a',
          { class: 'card person', href: `/?as=${encodeURIComponent(person.openid)}`, 'data-openid': person.openid },
          el('div', {}, el('b', {}, person.name), person.role ? tag(person.role, 'gift') : ''),
          el('div', {}, person.note),
          el('div', { class: 'muted' }, person.openid),
        ),
      );
      const fresh = `o_${Math.random().toString(36).slice(2, 12)}`;
      cards.push(
        el(
          'a',
          { class: 'card person', href: `/?as=${fresh}` },
          el('b', {}, '一位新邻居'),
          el('div', {}, '谁也不认识的新访客'),
          el('div', { class: 'muted' }, fresh),
        ),
      );
      const plan = timers.map((timer) => [
        timer.functionName,
        timer.triggerName,
        timer.nextAtMs === undefined ? '不再触发' : time(timer.nextAtMs),
      ]);
      return [
        el('div', { class: 'grid' }, cards),
        plan.length ? card(el('h2', {}, '定时任务'), table(['函数', '触发器', '下一次'], plan)) : '',
      ];
    },

    async payments() {
      const { payments } = await api('payments');
      return payments.length ? payments.map(payment) : nothing('还没有付款。下一单，就会在这里看到。');
    },

    async messages() {
      const { messages, codes } = await api('messages');
      const lines = (data) =>
        Object.entries(data)
          .map(([key, entry]) => `${key}：${entry.value}`)
          .join('　');
      return [
        card(
          el('h2', {}, '发出的订阅消息'),
          messages.length
            ? table(
                ['时间', '给谁', '模板', '内容', '点开到'],
                messages.map((m) => [time(m.sentAtMs), m.openid, m.templateId, lines(m.data), m.page]),
              )
            : el('p', { class: 'muted' }, '还没有发过。'),
        ),
        card(
          el('h2', {}, '做好的小程序码'),
          codes.length
            ? table(
                ['时间', '场景值', '网址'],
                codes.map((c) => [time(c.madeAtMs), c.scene, el('a', { href: c.url }, c.url)]),
              )
            : el('p', { class: 'muted' }, '还没有做过。'),
        ),
      ];
    },

    async collections() {
      const { collections } = await api('collections');
      if (collections.length === 0) return nothing('还没有集合。');
      if (!collections.some(({ name }) => name === collection)) collection = collections[0].name;
      const list = collections.map(({ name, count }) =>
        el(
          'li',
          {},
          el(
            'button',
            { 'aria-current': String(name === collection), onclick: () => open(name, 0) },
            el('span', {}, name),
            el('span', { class: 'num' }, String(count)),
          ),
        ),
      );
      return el('div', { class: 'split' }, card(el('ul', {}, list)), el('div', {}, await documents()));
    },

    async invocations() {
      const { invocations } = await api('invocations');
      return invocations.length ? card(invocations.map(invocation)) : nothing('还没有调用。');
    },
  };

  function payment(p) {
    const states = { NOTPAY: ['等付款', ''], SUCCESS: ['已付', 'ok'], CLOSED: ['已关', 'bad'] };
    const [label, kind] = states[p.state.name];
    const notices = p.notices.map((n) => {
      const what = { due: '待通知', accepted: '店家收到了', 'given up': '放弃了' }[n.state.name];
      return [
        n.event.outRefundNo ? '退款通知' : '付款通知',
        n.functionName,
        `${what}，${time(n.state.atMs)}`,
        `${n.attempts} 次`,
        n.lastAnswer ?? '',
      ];
    });
    const refunds = p.refunds.map((r) => [
      r._id,
      yuan(r.refundFen),
      r.status === 'SUCCESS' ? '已到账' : '处理中',
      time(r.acceptedAtMs),
      r.reason,
    ]);
    const run = (path) => () =>
      attempt(async () => {
        await api(path, { outTradeNo: p._id });
        await show();
      });
    return el(
      'div',
      { class: 'card', 'data-payment': p._id },
      el(
        'div',
        {},
        el('b', { class: 'num' }, yuan(p.terms.totalFen)),
        tag(label, kind),
        p.refunds.length ? tag('有退款', 'gift') : '',
        ' ',
        p.terms.body,
      ),
      el('div', { class: 'muted' }, `${p._id}　付款人 ${p.terms.payer}　下单 ${time(p.prepaidAtMs)}`),
      el(
        'div',
        {},
        p.state.name === 'NOTPAY' ? action('替他付款', undefined, run('pay')) : '',
        p.state.name === 'SUCCESS' ? action('再通知一次', undefined, run('callback')) : '',
      ),
      notices.length ? table(['通知', '函数', '状态', '发过', '店家答'], notices) : '',
      refunds.length ? table(['退款单号', '金额', '状态', '时间', '原因'], refunds) : '',
    );
  }

  async function documents() {
    const data = await api(`documents?collection=${encodeURIComponent(collection)}&page=${page}`);
    const last = Math.max(0, Math.ceil(data.total / data.pageSize) - 1);
    const items = data.documents.map((doc) =>
      el('details', { class: 'card' }, el('summary', {}, String(doc._id)), json(doc)),
    );
    const turn = (label, to, off) =>
      el('button', { class: 'act', disabled: off, onclick: () => open(collection, to) }, label);
    const pager = el(
      'p',
      {},
      turn('上一页', page - 1, page <= 0),
      turn('下一页', page + 1, page >= last),
      `第 ${page + 1} 页，共 ${last + 1} 页，${data.total} 条`,
    );
    return [pager, items];
  }

  function invocation(i) {
    const outcome = { running: ['在跑', 'gift'], done: ['好了', 'ok'], failed: ['失败', 'bad'] }[i.outcome.state];
    const cost = i.cost ? `　请求 ${i.cost.requests} 次，依次往返 ${i.cost.sequential} 趟，写 ${i.cost.writes} 次` : '';
    const took = i.endedAtMs === undefined ? '' : `　${i.endedAtMs - i.startedAtMs} 毫秒`;
    const logs = i.logs.map((line) => `${time(line.atMs)} ${line.level} ${line.text}`).join('\n');
    return el(
      'details',
      { 'data-invocation': i.id },
      el(
        'summary',
        {},
        `${time(i.startedAtMs)}　`,
        el('b', {}, i.functionName),
        tag(outcome[0], outcome[1]),
        tag(i.source),
        el('span', { class: 'muted' }, `　${i.openid ?? ''}${cost}${took}`),
      ),
      el(
        'pre',
        {},
        [i.eventPreview, i.outcome.state === 'failed' ? `${i.outcome.errCode} ${i.outcome.message}` : '', logs]
          .filter(Boolean)
          .join('\n'),
      ),
    );
  }

  async function open(name, toPage) {
    collection = name;
    page = toPage;
    await show();
  }

  async function show() {
    for (const button of document.querySelectorAll('nav button'))
      button.setAttribute('aria-selected', String(button.dataset.tab === tab));
    await attempt(async () => view.replaceChildren(...[await views[tab]()].flat(3).filter(Boolean)));
  }

  async function showClock() {
    const { clock } = await api('overview');
    byId('now').textContent = time(clock.nowMs);
    const hours = Math.round(clock.offsetMs / 360000) / 10;
    byId('offset').hidden = hours === 0;
    byId('offset').textContent = `比真实时间快 ${hours} 小时`;
  }

  const moved = async () => {
    await showClock();
    await show();
  };
  for (const button of document.querySelectorAll('[data-advance]')) {
    button.onclick = () =>
      attempt(async () => {
        await api('clock', { advanceMs: Number(button.dataset.advance) });
        await moved();
      });
  }
  byId('clock-set').onclick = () =>
    attempt(async () => {
      await api('clock', { toMs: Date.parse(`${byId('clock-to').value}+08:00`) });
      await moved();
    });
  byId('fire').onclick = () =>
    attempt(async () => {
      await api('timers', {});
      await show();
    });
  for (const button of document.querySelectorAll('nav button')) {
    button.onclick = () => {
      tab = button.dataset.tab;
      location.hash = tab;
      void show();
    };
  }
  if (!(tab in views)) tab = 'people';
  void attempt(moved);
  setInterval(() => void showClock().catch(() => undefined), 1000);
})();
