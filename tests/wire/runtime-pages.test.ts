import path from 'node:path';
import { type Localcloud, startLocalcloud } from '../../localcloud';
import { openPhone, type Phone } from '../support/browser';

const fixtures = path.join(__dirname, 'fixtures');
const PEOPLE = [
  { openid: 'o_zhou', name: '周女士', note: '3 号楼 1203', role: '居民' },
  { openid: 'o_chen', name: '小陈', note: '配送员', role: '店员' },
];
const ORDER = {
  body: '五常大米 5kg 等 5 件',
  spbillCreateIp: '127.0.0.1',
  subMchId: '1900000109',
  totalFee: 7980,
  envId: 'local-env',
  functionName: 'paid',
};

let cloud: Localcloud;
let phone: Phone;
beforeAll(async () => {
  cloud = await startLocalcloud({
    functionsDir: path.join(fixtures, 'functions'),
    databaseFile: path.join(fixtures, 'database.json'),
    people: PEOPLE,
    workers: 2,
  });
  phone = await openPhone({ expectedErrors: [/404/, /400/] });
}, 60_000);
afterAll(async () => {
  await phone.close();
  await cloud.stop();
});

async function place(outTradeNo: string): Promise<string> {
  const event = { operation: 'pay', api: 'unifiedOrder', data: { ...ORDER, outTradeNo } };
  const { prepayId } = (await cloud.invoke('probe4', event, { openid: 'o_zhou' })) as { prepayId: string };
  return `${cloud.url}/cashier?prepay_id=${prepayId}&return=${encodeURIComponent('/#/result?id=1')}`;
}

test('the cashier takes the money with two callbacks when ticked, and leads back', async () => {
  const { page } = phone;
  await page.goto(await place('P1'));
  expect(await page.getByLabel('79.80 元').isVisible()).toBe(true);
  await page.click('#faults summary');
  await page.check('#fault-twice');
  await page.click('#pay');
  await page.waitForURL('**/#/result?id=1');
  const deadline = Date.now() + 10_000;
  while (cloud.store.countNow('callbacks') < 2 && Date.now() < deadline)
    await new Promise((done) => setTimeout(done, 50));
  expect(cloud.store.countNow('callbacks')).toBe(2);
}, 60_000);

test('the cashier’s cancel leads back and takes nothing', async () => {
  await phone.page.goto(await place('P2'));
  await phone.page.click('#cancel');
  await phone.page.waitForURL('**/#/result?id=1');
  expect(cloud.pay.find('P2')?.state.name).toBe('NOTPAY');
}, 60_000);

test('who turns back goes where the shop asked for, and only within it; who pays, or is late, goes the other way', async () => {
  const { page } = phone;
  const told = (address: string) => `&cancelled=${encodeURIComponent(address)}`;
  await page.goto((await place('P3')) + told('/#/result?id=1&told=cancelled'));
  await page.click('#cancel');
  await page.waitForURL('**/#/result?id=1&told=cancelled');
  const address = await place('P4');
  await page.goto(address + told('https://elsewhere.example/'));
  await page.click('#cancel');
  await page.waitForURL(`${cloud.url}/`);
  await cloud.pay.pay('P4');
  await page.goto(address + told('/#/result?id=1&told=cancelled'));
  await page.click('#cancel');
  await page.waitForURL('**/#/result?id=1');
}, 60_000);

test('the inspector shows people, payments, documents and invocations, and moves the clock', async () => {
  const { page } = phone;
  await page.goto(`${cloud.url}/inspector`);
  await page.waitForSelector('[data-openid=o_zhou]');
  expect(await page.getAttribute('[data-openid=o_chen]', 'href')).toBe('/?as=o_chen');
  await page.click('#tab-payments');
  await page.waitForSelector('[data-payment=P1]');
  expect(await page.textContent('[data-payment=P1]')).toContain('¥79.80');
  await page.click('[data-payment=P2] button');
  await page.waitForSelector('[data-payment=P2] .tag.ok');
  await page.click('#tab-collections');
  await page.waitForSelector('details.card summary');
  await page.click('#tab-invocations');
  await page.waitForSelector('[data-invocation]');
  const before = cloud.clock.nowMs();
  await page.click('[data-advance="86400000"]');
  await page.waitForSelector('#offset:not([hidden])');
  expect(await page.textContent('#offset')).toContain('24 小时');
  expect(cloud.clock.nowMs()).toBeGreaterThanOrEqual(before + 86_400_000);
  expect(phone.errors).toEqual([]);
}, 60_000);
