import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Localcloud, startLocalcloud } from '../../localcloud';

const fixtures = path.join(__dirname, 'fixtures');
const ORDER = {
  outTradeNo: 'G1',
  body: '大米 <5kg>',
  spbillCreateIp: '127.0.0.1',
  subMchId: '1900000109',
  totalFee: 7980,
  envId: 'local-env',
  functionName: 'paid',
};

let staticDir: string;
let cloud: Localcloud;

beforeAll(async () => {
  staticDir = mkdtempSync(path.join(tmpdir(), 'localcloud-h5-'));
  mkdirSync(path.join(staticDir, 'js'));
  writeFileSync(path.join(staticDir, 'index.html'), '<!doctype html><title>邻礼</title>');
  writeFileSync(path.join(staticDir, 'js', 'app.0123abcd.js'), `console.log("${'x'.repeat(4096)}")`);
  writeFileSync(path.join(path.dirname(staticDir), 'outside.txt'), 'secret');
  cloud = await startLocalcloud({
    functionsDir: path.join(fixtures, 'functions'),
    databaseFile: path.join(fixtures, 'database.json'),
    staticDir,
    people: [{ openid: 'o_anna', name: '安娜', note: '老邻居', role: '居民' }],
    workers: 2,
    merchant: '邻礼 <测试店>',
  });
});
afterAll(async () => {
  await cloud.stop();
  rmSync(staticDir, { recursive: true });
});

const post = (pathname: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(cloud.url + pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const as = (openid: string) => ({ 'x-local-openid': openid });
const json = async (response: Response) => ({
  status: response.status,
  body: (await response.json()) as Record<string, unknown>,
});

/** A request that `fetch` would tidy up first. */
function raw(pathname: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port: cloud.port, path: pathname, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
    });
    request.on('error', reject);
  });
}

describe('POST /call/<function>', () => {
  it('answers what the function returned, for a seeded person and for a new one', async () => {
    for (const openid of ['o_anna', 'o_brand-new_1']) {
      const { status, body } = await json(await post('/call/probe4', { operation: 'who' }, as(openid)));
      expect(status).toBe(200);
      expect(body.result).toMatchObject({ OPENID: openid, SOURCE: 'wx_client' });
    }
  });

  it.each(['', 'anna', 'o_', 'o_ab', '123456', 'o_anna space'])('is refused to %p with 401', async (openid) => {
    expect((await json(await post('/call/probe4', {}, as(openid)))).status).toBe(401);
  });

  it('answers 500 with the number of the failure', async () => {
    const missing = await json(await post('/call/nobody', {}, as('o_anna')));
    expect(missing).toMatchObject({ status: 500, body: { errCode: -501000 } });
    const denied = await json(await post('/call/paid', {}, as('o_anna')));
    expect(denied).toMatchObject({ status: 500, body: { errMsg: expect.stringContaining('PERMISSION_DENIED') } });
  });

  it('refuses what is no JSON with 400, GET with 405', async () => {
    expect((await json(await post('/call/probe4', '{', as('o_anna')))).status).toBe(400);
    expect((await fetch(`${cloud.url}/call/probe4`)).status).toBe(405);
  });
});

describe('the server', () => {
  it('answers no other site and no other host name', async () => {
    expect((await post('/cashier/pay', {}, { origin: 'http://evil.example' })).status).toBe(403);
    expect((await raw('/local/people', { host: 'evil.example' })).status).toBe(403);
    expect((await raw('/local/people', { host: `localhost:${cloud.port}` })).status).toBe(200);
  });

  it('serves nobody at /admin who has not this boot’s credential', async () => {
    const { status, body } = await json(
      await post('/admin', { action: 'database.getDocument', collectionName: 'things' }),
    );
    expect({ status, code: body.code }).toEqual({ status: 200, code: 'SIGN_PARAM_INVALID' });
  });

  it('lists the people', async () => {
    const { body } = await json(await fetch(`${cloud.url}/local/people`));
    expect(body.people).toEqual([{ openid: 'o_anna', name: '安娜', note: '老邻居', role: '居民' }]);
  });
});

describe('the browser client', () => {
  it('gets its page fresh each time, and hashed files for a year, gzipped', async () => {
    const page = await fetch(`${cloud.url}/?as=o_anna`);
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(await page.text()).toContain('邻礼');
    const script = await fetch(`${cloud.url}/js/app.0123abcd.js`);
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('content-encoding')).toBe('gzip');
    expect((await script.text()).length).toBeGreaterThan(4096);
  });

  it('gets 304 for what it has', async () => {
    const etag = (await fetch(`${cloud.url}/`)).headers.get('etag') ?? '';
    expect((await raw('/', { 'if-none-match': etag })).status).toBe(304);
  });

  it.each(['/../outside.txt', '/%2e%2e/outside.txt', '/js/..%2f..%2foutside.txt', '/js', '/none.js', '/%', '/a%00b'])(
    'gets nothing from %p',
    async (pathname) => {
      const { status, body } = await raw(pathname);
      expect([status, body.includes('secret')]).toEqual([404, false]);
    },
  );

  it('uploads a picture and reads it by its fileID', async () => {
    const form = new FormData();
    form.append('file', new Blob([Buffer.from([1, 2, 3])]), 'door.png');
    const response = await fetch(`${cloud.url}/local/upload`, { method: 'POST', headers: as('o_anna'), body: form });
    const { fileID } = (await response.json()) as { fileID: string };
    expect(fileID).toMatch(/^cloud:\/\/local-env\.[^/]+\/uploads\/o_anna\/[-0-9a-f]{36}\.png$/);
    const picture = await fetch(`${cloud.url}/files/by-id?fileID=${encodeURIComponent(fileID)}`);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect([...new Uint8Array(await picture.arrayBuffer())]).toEqual([1, 2, 3]);
  });
});

describe('the cashier', () => {
  const place = async (outTradeNo: string): Promise<string> => {
    const event = { operation: 'pay', api: 'unifiedOrder', data: { ...ORDER, outTradeNo } };
    return ((await cloud.invoke('probe4', event, { openid: 'o_anna' })) as { prepayId: string }).prepayId;
  };
  const callbacks = (outTradeNo: string) =>
    cloud.store.dump('callbacks').filter((doc) => JSON.stringify(doc).includes(`"${outTradeNo}"`)).length;

  it('shows merchant, goods and amount as text, and leads back on this origin only', async () => {
    const prepayId = await place('G2');
    const show = async (back: string) =>
      (await fetch(`${cloud.url}/cashier?prepay_id=${prepayId}&return=${encodeURIComponent(back)}`)).text();
    const page = await show(`${cloud.url}/#/packages/order/pages/result/index?id=1`);
    expect(page).toContain('邻礼 &lt;测试店&gt;');
    expect(page).toContain('大米 &lt;5kg&gt;');
    expect(page).toContain('aria-label="79.80 元"');
    expect(page).toContain('"returnTo":"/#/packages/order/pages/result/index?id=1"');
    for (const evil of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])
      expect(await show(evil)).toContain('"returnTo":"/"');
    expect(await show('/</script><script>alert(1)</script>')).not.toContain('<script>alert(1)');
  });

  it('takes the money, tells the shop, and takes no money twice', async () => {
    const prepayId = await place('G3');
    expect((await json(await post('/cashier/pay', { prepayId }))).body).toEqual({ ok: true });
    const deadline = Date.now() + 5_000;
    while (callbacks('G3') === 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(callbacks('G3')).toBe(1);
    expect((await json(await post('/cashier/pay', { prepayId }))).body).toMatchObject({
      ok: false,
      message: '这单已经付过了，没有再扣钱。',
    });
    expect(await (await fetch(`${cloud.url}/cashier?prepay_id=${prepayId}`)).text()).toContain('这单已经付过了');
  });

  it('sends the callback twice, late, or not at first, as ticked', async () => {
    const late = await place('G4');
    await post('/cashier/pay', { prepayId: late, faults: { lateSeconds: 60, twice: true } });
    const lost = await place('G5');
    await post('/cashier/pay', { prepayId: lost, faults: { lost: true } });
    await cloud.pay.deliverDue();
    expect([callbacks('G4'), callbacks('G5')]).toEqual([0, 0]);
    cloud.clock.advance(60_000);
    await cloud.pay.deliverDue();
    expect([callbacks('G4'), callbacks('G5')]).toEqual([2, 1]);
  });

  it('knows no other prepay_id', async () => {
    expect((await fetch(`${cloud.url}/cashier?prepay_id=wx1`)).status).toBe(404);
    expect((await json(await post('/cashier/pay', { prepayId: 'wx1' }))).status).toBe(404);
  });

  it('closes 2 hours after the order was placed', async () => {
    const prepayId = await place('G6');
    cloud.clock.advance(2 * 3_600_000);
    expect((await json(await post('/cashier/pay', { prepayId }))).body).toMatchObject({ ok: false });
    expect(cloud.pay.find('G6')?.state.name).toBe('NOTPAY');
  });
});

describe('the inspector', () => {
  const look = async (what: string) => (await json(await fetch(`${cloud.url}/inspector/api/${what}`))).body;

  it('shows people, clock and timers; moves the clock forward only', async () => {
    expect(await look('overview')).toMatchObject({
      people: [{ openid: 'o_anna' }],
      timers: [{ functionName: 'ticker' }],
    });
    const before = cloud.clock.nowMs();
    await post('/inspector/api/clock', { advanceMs: 3_600_000 });
    expect(cloud.clock.nowMs()).toBeGreaterThanOrEqual(before + 3_600_000);
    expect((await post('/inspector/api/clock', { toMs: before })).status).toBe(400);
    expect((await post('/inspector/api/clock', { advanceMs: -1 })).status).toBe(400);
  });

  it('pages through documents, 20 at a time, and hides the cloud’s own', async () => {
    cloud.store.insertNow(
      'things',
      Array.from({ length: 25 }, (_, n) => ({ _id: `i${String(n).padStart(2, '0')}` })),
    );
    const second = await look('documents?collection=things&page=1');
    expect(second).toMatchObject({ total: 25, page: 1, pageSize: 20 });
    expect(second.documents).toHaveLength(5);
    const { collections } = await look('collections');
    expect(JSON.stringify(collections)).not.toContain('_local_');
    expect((await fetch(`${cloud.url}/inspector/api/documents?collection=_local_payments`)).status).toBe(404);
  });

  it('shows invocations with their round trips and payments with their callbacks', async () => {
    const { invocations } = await look('invocations');
    const called = (invocations as { functionName: string; cost: object }[]).find((one) => one.functionName === 'paid');
    expect(called?.cost).toMatchObject({ requests: 1, sequential: 1, writes: 1 });
    const { payments } = await look('payments');
    expect((payments as { notices: unknown[] }[]).some(({ notices }) => notices.length === 2)).toBe(true);
  });

  it('is one page', async () => {
    const page = await fetch(`${cloud.url}/inspector`);
    expect([page.status, (await page.text()).includes('本地云后台')]).toEqual([200, true]);
  });
});

describe('starting', () => {
  const options = {
    functionsDir: path.join(fixtures, 'functions'),
    databaseFile: path.join(fixtures, 'database.json'),
    workers: 1,
  };

  it('on a taken port fails with EADDRINUSE', async () => {
    await expect(startLocalcloud({ ...options, port: cloud.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('with a trigger that the platform would refuse fails, naming it', async () => {
    const functionsDir = mkdtempSync(path.join(tmpdir(), 'localcloud-bad-'));
    mkdirSync(path.join(functionsDir, 'tick'));
    writeFileSync(path.join(functionsDir, 'tick', 'index.js'), '');
    const config = { triggers: [{ name: 'often', type: 'timer', config: '* * * *' }] };
    writeFileSync(path.join(functionsDir, 'tick', 'config.json'), JSON.stringify(config));
    await expect(startLocalcloud({ ...options, functionsDir })).rejects.toThrow('cron "* * * *": 7 fields');
    rmSync(functionsDir, { recursive: true });
  });

  it('with limits refuses database requests above them, and counts what the free plan would', async () => {
    cloud.traffic.limits = { requestsPerSecond: 0, atOnce: 1 };
    const event = { operation: 'get', collection: 'things', id: 'x' };
    const answer = await cloud.invoke('probe4', event, { openid: 'o_anna' });
    cloud.traffic.limits = undefined;
    expect(JSON.stringify(answer)).toContain('LimitExceeded');
  });
});
