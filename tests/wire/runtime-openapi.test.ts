import path from 'node:path';
import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';
import { type Localcloud, startLocalcloud } from '../../localcloud';
import { RISKY_PICTURE_MARKER } from '../../localcloud/openapi/security';

const fixtures = path.join(__dirname, 'fixtures');
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

type Answer = Record<string, unknown> & { failed?: { errCode: number; errMsg: string } };

describe.each(['4', '3'])('open APIs with the genuine SDK, major version %s', (version) => {
  let cloud: Localcloud;
  beforeAll(async () => {
    cloud = await startLocalcloud({
      functionsDir: path.join(fixtures, 'functions'),
      databaseFile: path.join(fixtures, 'database.json'),
      workers: 1,
    });
  });
  afterAll(() => cloud.stop());

  const ask = (event: object, name = `probe${version}`) =>
    cloud.invoke(name, event, { openid: 'o_anna' }) as Promise<Answer>;
  const openapi = (api: string, data: object, name?: string) => ask({ operation: 'openapi', path: api, data }, name);
  const message = {
    touser: 'o_anna',
    templateId: 'T1',
    page: 'pages/home/index',
    data: { thing1: { value: '鲜牛奶到了' } },
  };
  const consent = (templateIds: string[]) =>
    fetch(`${cloud.url}/local/consent`, {
      method: 'POST',
      headers: { 'x-local-openid': 'o_anna', 'content-type': 'application/json' },
      body: JSON.stringify({ templateIds }),
    });

  it('are refused with -604101 when config.json does not list them', async () => {
    const { failed } = await openapi('subscribeMessage.send', message, `bare${version}`);
    expect(failed?.errCode).toBe(-604101);
  });

  it('send one message for one consent, then 43101', async () => {
    expect((await openapi('subscribeMessage.send', message)).failed?.errCode).toBe(43101);
    expect(await (await consent(['T1'])).json()).toEqual({ T1: 'accept' });
    expect(await openapi('subscribeMessage.send', message)).toMatchObject({ errCode: 0 });
    expect((await openapi('subscribeMessage.send', message)).failed?.errCode).toBe(43101);
    expect(cloud.wechat.messages()[0]).toMatchObject({ openid: 'o_anna', templateId: 'T1', data: message.data });
  });

  it('take consent for 5 templates at once, not for 6', async () => {
    expect((await consent(['a', 'b', 'c', 'd', 'e'])).status).toBe(200);
    expect((await consent(['a', 'b', 'c', 'd', 'e', 'f'])).status).toBe(400);
    expect(cloud.wechat.consentsLeft('o_anna', 'f')).toBe(0);
  });

  it('refuse a thing of 21 characters with 47003 and use no consent', async () => {
    await consent(['T2']);
    const long = { ...message, templateId: 'T2', data: { thing1: { value: '很'.repeat(21) } } };
    expect((await openapi('subscribeMessage.send', long)).failed?.errCode).toBe(47003);
    expect(cloud.wechat.consentsLeft('o_anna', 'T2')).toBe(1);
  });

  it('draw a code that opens the page with its scene', async () => {
    const scene = "f=aZ09!#$&'()*+,/:;=?@-._~";
    const answer = await openapi('wxacode.getUnlimited', { scene, page: 'packages/outreach/pages/landing/index' });
    expect(answer.contentType).toBe('image/png');
    const url = `${cloud.url}/#/packages/outreach/pages/landing/index?scene=${encodeURIComponent(scene)}`;
    expect(readQr(Buffer.from(String(answer.buffer), 'base64'), 430)).toBe(url);
    expect(cloud.wechat.codes()[0]).toMatchObject({ scene, url });
  });

  it.each(['', 'x'.repeat(33), '中', 'a b', 'a%b'])('refuse the scene %p', async (scene) => {
    expect((await openapi('wxacode.getUnlimited', { scene, page: 'p' })).failed?.errCode).toBe(40169);
  });

  it('check text: pass, risky, 2,500 characters, scene 1 to 4', async () => {
    const check = (content: string, more: object = {}) =>
      openapi('security.msgSecCheck', { content, version: 2, scene: 1, openid: 'o_anna', ...more });
    expect(await check('牛奶很好喝')).toMatchObject({ errCode: 0, result: { suggest: 'pass', label: 100 } });
    expect(await check('来赌博吧')).toMatchObject({ errCode: 0, result: { suggest: 'risky', label: 20006 } });
    expect(await check('好'.repeat(2500))).toMatchObject({ result: { suggest: 'pass' } });
    expect((await check('好'.repeat(2501))).failed?.errCode).toBe(45002);
    expect((await check('好', { scene: 5 })).failed?.errCode).toBe(40097);
    expect((await check('好', { openid: 'o_absent' })).failed?.errCode).toBe(61010);
  });

  it('keep the text of a message in chats up to date for 24 hours', async () => {
    const made = await openapi('updatableMessage.createActivityId', {});
    expect(made).toMatchObject({ errCode: 0, activityId: expect.any(String) });
    expect(Number(made.expirationTime) * 1_000 - cloud.clock.nowMs()).toBeGreaterThan(24 * 3_600_000 - 1_000);
    const parameterList = [
      { name: 'member_count', value: '12' },
      { name: 'room_limit', value: '50' },
    ];
    const told = { activityId: made.activityId, targetState: 0, templateInfo: { parameterList } };
    const tell = (more: object = {}) => openapi('updatableMessage.setUpdatableMsg', { ...told, ...more });
    expect(await tell()).toMatchObject({ errCode: 0 });
    expect((await tell({ activityId: 'nobody' })).failed?.errCode).toBe(47501);
    expect((await tell({ targetState: 2 })).failed?.errCode).toBe(47502);
    expect((await tell({ templateInfo: { parameterList: [] } })).failed?.errCode).toBe(47503);
    cloud.clock.advance(24 * 3_600_000);
    expect((await tell()).failed?.errCode).toBe(47504);
  });

  it('check pictures: fine, risky, no picture', async () => {
    const check = (bytes: Buffer) => ask({ operation: 'picture', base64: bytes.toString('base64') });
    expect(await check(PNG)).toMatchObject({ errCode: 0 });
    expect((await check(Buffer.concat([PNG, Buffer.from(RISKY_PICTURE_MARKER)]))).failed?.errCode).toBe(87014);
    expect((await check(Buffer.from('hello'))).failed?.errCode).toBe(40137);
  });

  it('open a cloudID for functions, for 5 minutes', async () => {
    const cloudID = cloud.wechat.issueCloudId({ openGId: 'g1' });
    const opened = { cloudID, data: { openGId: 'g1', watermark: { appid: 'wx00000000local001' } } };
    expect((await ask({ operation: 'openData', list: [cloudID] })).list).toMatchObject([opened]);
    expect(await ask({ operation: 'echo', group: { cloudID, data: { openGId: 'forged' } } })).toMatchObject({
      event: { group: opened },
    });
    cloud.clock.advance(5 * 60_000);
    expect((await ask({ operation: 'openData', list: [cloudID] })).list).toMatchObject([{ errCode: -601006 }]);
  });
});

describe.each(['4', '3'])('files with the genuine SDK, major version %s', (version) => {
  let cloud: Localcloud;
  beforeAll(async () => {
    cloud = await startLocalcloud({
      functionsDir: path.join(fixtures, 'functions'),
      databaseFile: path.join(fixtures, 'database.json'),
      workers: 1,
    });
  });
  afterAll(() => cloud.stop());
  const ask = (event: object) => cloud.invoke(`probe${version}`, event, { openid: 'o_anna' });
  const cloudPath = '证明/第 1 张.txt';
  const fileID = `cloud://local-env.6c6f-local-env/${cloudPath}`;

  it('are uploaded, read by a temporary address, downloaded, deleted', async () => {
    expect(await ask({ operation: 'upload', cloudPath, text: '到货了' })).toMatchObject({ fileID });
    expect(await ask({ operation: 'download', fileID })).toBe('到货了');
    const [temp] = (await ask({ operation: 'tempUrls', fileList: [fileID] })) as {
      tempFileURL: string;
      status: number;
    }[];
    expect(temp?.status).toBe(0);
    expect(await (await fetch(temp?.tempFileURL ?? '')).text()).toBe('到货了');
    expect(await ask({ operation: 'remove', fileList: [fileID] })).toMatchObject([{ fileID, status: 0 }]);
    expect((await fetch(temp?.tempFileURL ?? '')).status).toBe(404);
    expect(await ask({ operation: 'remove', fileList: [fileID] })).toMatchObject([{ fileID, status: -503003 }]);
  });

  it('are not given to one who has no signature, a false one, or an old one', async () => {
    await ask({ operation: 'upload', cloudPath: 'a.txt', text: 'a' });
    const fileList = [{ fileID: 'cloud://local-env.6c6f-local-env/a.txt', maxAge: 60 }];
    const [temp] = (await ask({ operation: 'tempUrls', fileList })) as { tempFileURL: string }[];
    const url = temp?.tempFileURL ?? '';
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(url.replace(/\?.*/, ''))).status).toBe(403);
    expect((await fetch(url.replace(/sign=./, 'sign=0').replace(/t=\d/, 't=9'))).status).toBe(403);
    cloud.clock.advance(60_000);
    expect((await fetch(url)).status).toBe(403);
  });

  it('of no existence have no address', async () => {
    const answer = await ask({ operation: 'tempUrls', fileList: ['cloud://local-env.6c6f-local-env/none.txt'] });
    expect(answer).toMatchObject([{ status: -503003, tempFileURL: '' }]);
  });

  it.each(['/a.txt', 'a/../b.txt', 'a//b.txt', './a'])('may not lie at %p', async (cloudPath) => {
    expect(await ask({ operation: 'upload', cloudPath, text: 'x' })).toMatchObject({
      failed: { errCode: expect.any(Number) },
    });
  });
});

/** Reads a QR code out of an 8-bit grey PNG without filters, as ours is. */
function readQr(png: Buffer, width: number): string | undefined {
  const start = png.indexOf('IDAT') + 4;
  const rows = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)));
  const rgba = new Uint8ClampedArray(width * width * 4);
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++)
      rgba.fill(rows[y * (width + 1) + 1 + x] ?? 0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  }
  return jsQR(rgba, width, width)?.data;
}
