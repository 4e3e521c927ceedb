import path from 'node:path';
import { type LaunchOptions, launchWeapp, type Weapp } from '.';

const dist = path.join(__dirname, 'fixture');
const LIST = 'packages/order/pages/list/index';
const open: Weapp[] = [];

async function launch(options: Partial<LaunchOptions> = {}): Promise<Weapp> {
  const app = await launchWeapp({ dist, call: async () => null, ...options });
  open.push(app);
  return app;
}

afterEach(() => {
  for (const app of open.splice(0)) app.close();
});

describe('a page', () => {
  test('is rendered with its data, and again after a tap', async () => {
    const app = await launch();
    expect(app.text).toContain('count 0');
    await app.tap('#plus');
    expect(app.$('#count').dom.textContent).toBe('count 1');
  });

  test('is tapped by the text it shows, through the node around that text', async () => {
    const app = await launch();
    await app.tapText('plus');
    expect(app.text).toContain('count 1');
  });

  test('leaves a disabled button alone', async () => {
    const app = await launch();
    await app.tap('#closed');
    expect(app.text).toContain('count 0');
  });

  test('takes input and shows it in the built-in component', async () => {
    const app = await launch();
    await app.input('#name', '小明');
    expect(app.attribute('#name', 'value')).toBe('小明');
  });

  test('is found through components: class and tag, one inside the other', async () => {
    const app = await launch();
    expect(app.$$('#home .stamp')).toHaveLength(1);
    expect(app.$$('view.stamp')).toHaveLength(1);
    expect(app.$$('button .stamp')).toHaveLength(0);
    await app.tap('.stamp');
    expect(app.text).toContain('pressed 1');
    expect(app.text).toContain('stamped 1');
  });

  test('names what is on screen when a node is missing', async () => {
    const app = await launch();
    expect(() => app.$('#nobody')).toThrow(/no node #nobody on pages\/home\/index, which shows: .*count 0/s);
    expect(() => app.byText('nowhere')).toThrow('nothing shows "nowhere"');
  });

  test('refreshes, reaches its bottom and is shared', async () => {
    const app = await launch();
    await app.pullDown();
    expect(app.text).toContain('refreshed');
    await app.reachBottom();
    expect(app.text).toContain('bottom');
    expect(app.share()).toEqual({ title: 'shared from menu' });
  });

  test('has a size: nodes and depth', async () => {
    const app = await launch();
    expect(app.size.nodes).toBe(18);
    expect(app.size.depth).toBe(4);
  });
});

describe('the cloud', () => {
  test('is called with JSON and answers with JSON', async () => {
    const app = await launch({ call: async (name, data) => ({ name, data, gone: undefined }) });
    await app.input('#name', 'hi');
    await app.tap('#ask');
    const data = { text: 'hi', at: '1970-01-01T00:00:00.000Z' };
    expect(app.calls).toEqual([{ name: 'echo', data }]);
    expect(app.$('#reply').dom.textContent).toBe(JSON.stringify({ name: 'echo', data }));
  });

  test('fails as an errMsg that the page can catch', async () => {
    const app = await launch({
      call: async () => {
        throw new Error('timeout');
      },
    });
    await app.tap('#ask');
    expect(app.$('#reply').dom.textContent).toBe('callFunction:fail timeout');
  });
});

describe('what WeChat asks', () => {
  test('a payment nobody makes is cancelled; one that is answered succeeds', async () => {
    const app = await launch();
    await app.tap('#pay');
    expect(app.$('#reply').dom.textContent).toBe('requestPayment:fail cancel');
    app.answers.requestPayment = ({ package: prepay }) => expect(prepay).toBe('prepay_id=1');
    await app.tap('#pay');
    expect(app.$('#reply').dom.textContent).toBe('paid');
    expect(app.used.map(({ api }) => api)).toEqual(['requestPayment', 'requestPayment']);
  });
});

describe('the logic thread', () => {
  test('has no browser and no Node', async () => {
    const app = await launch();
    await app.tap('#browser');
    expect(app.$('#reply').dom.textContent).toBe('undefined undefined undefined undefined');
  });

  test('gets a fresh flat wx at each launch', async () => {
    const [first, second] = [await launch(), await launch()];
    first.wx.showToast = 'changed';
    expect(typeof second.wx.showToast).toBe('function');
    expect(Object.keys(second.wx)).toContain('navigateTo');
  });

  test('a launch keeps no storage of another unless it is handed on', async () => {
    const first = await launch({ storage: { person: { name: '小明' } } });
    expect(first.storage).toEqual({ person: { name: '小明' } });
    expect((await launch()).storage).toEqual({});
  });
});

describe('navigation', () => {
  test('pushes a page with its query undecoded, and comes back', async () => {
    const app = await launch();
    await app.tap('#go');
    expect(app.routes).toEqual(['pages/home/index', LIST]);
    expect(app.text).toBe('order 7 %E9%82%BB');
    await app.back();
    expect(app.routes).toEqual(['pages/home/index']);
    expect(app.text).toContain('shown 2');
  });

  test('keeps tab pages alive behind each other, and closes the pages above them', async () => {
    const app = await launch();
    await app.tap('#plus');
    await app.tap('#go');
    await app.switchTab('pages/me/index');
    expect(app.routes).toEqual(['pages/me/index']);
    expect(app.text).toBe('me 1');
    await app.switchTab('pages/home/index');
    expect(app.text).toContain('count 1');
    expect(app.text).toContain('shown 2');
  });

  test.each([
    ['navigateTo', '/pages/me/index', 'navigateTo:fail can not navigateTo a tabbar page'],
    ['navigateTo', '/pages/nowhere', 'navigateTo:fail page "pages/nowhere" is not found'],
    ['switchTab', `/${LIST}`, 'switchTab:fail can not switch to no-tabBar page'],
    ['redirectTo', '/pages/me/index', 'redirectTo:fail can not redirectTo a tabbar page'],
  ])('%s %s is refused as on a phone', async (api, url, errMsg) => {
    const app = await launch();
    const navigate = app.wx[api] as (options: { url: string }) => Promise<unknown>;
    await expect(navigate({ url })).rejects.toEqual({ errMsg });
  });

  test('refuses the 11th page', async () => {
    const app = await launch();
    const navigateTo = app.wx.navigateTo as (options: { url: string }) => Promise<unknown>;
    for (let pages = 2; pages <= 10; pages += 1) await navigateTo({ url: `/${LIST}` });
    await expect(navigateTo({ url: `/${LIST}` })).rejects.toEqual({
      errMsg: 'navigateTo:fail webview count limit exceed',
    });
  });

  test('a launch opens the page that a scanned code names', async () => {
    const app = await launch({ route: LIST, query: { id: '9', name: 'x' }, scene: 1047 });
    expect(app.text).toBe('order 9 x');
    const options = app.wx.getLaunchOptionsSync as () => unknown;
    expect(options()).toMatchObject({ path: LIST, query: { id: '9' }, scene: 1047 });
  });
});

describe('cost', () => {
  test('one tap: one setData, its bytes as JSON without what JSON drops', async () => {
    const app = await launch();
    const cost = await app.measure(() => app.tap('#plus'));
    expect(cost).toMatchObject({ calls: 1, bytes: '{"count":1}'.length });
    expect(cost.largest[0]).toMatchObject({ where: 'pages/home/index', keys: ['count'] });
  });
});

describe('waiting', () => {
  test('a wait of 300 ms is a person’s: settle does not sit it out, until does', async () => {
    const app = await launch();
    await app.tap('#later');
    expect(app.text).not.toContain('later ');
    await app.until(() => app.$('#reply').dom.textContent === 'later');
  });
});
