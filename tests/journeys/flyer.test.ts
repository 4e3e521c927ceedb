import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Wallet } from '../../cloudfunctions/kernel/wallet';
import type { FunnelRow } from '../../cloudfunctions/rooms/outreach/domain/funnel';
import type { ReadPage } from '../../tools/flyers/read-back';
import { NEWCOMER, OPERATOR, OSMANTHUS, PROMOTER, TEMPLATES } from '../../tools/seed/base';
import { type House, openHouse } from '../support/house';

const CALM_MS = 120_000;
const ROOT = path.join(__dirname, '../..');
const BATCHES = '/packages/staff/pages/batches/index';
const FLYER = '/packages/staff/pages/flyer/index';
const FUNNEL = '/packages/staff/pages/funnel/index';

/** A program of the house, as it is run in the shop's back room; it asks the cloud that this very process serves. */
async function run(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', ...args], { cwd: ROOT });
  return stdout;
}

describe('a flyer from the printer to the coupon', () => {
  let house: House;
  let folder: string;
  let batchId = '';
  /** What the code on paper says. */
  let printed = '';

  beforeAll(async () => {
    house = await openHouse();
    folder = mkdtempSync(path.join(tmpdir(), 'flyers-'));
  }, CALM_MS);
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await house.close();
  });

  const batches = () => house.dump<{ _id: string; title: string }>('flyerBatches');
  const pagePath = () => `/${printed.split('#/')[1] ?? ''}`;

  test(
    'the operator makes a batch of 20 cards for 桂花里',
    async () => {
      const operator = await house.enter(OPERATOR.openid, BATCHES);
      await operator.tap('make');
      await operator.write('make-title', '东门市集');
      await operator.tap(`pick-${OSMANTHUS}`);
      await operator.tap('pick-size-20');
      await operator.shot('batch-making');
      await operator.tap('make-it');
      await operator.read('做好了');
      await operator.read('东门市集', 'batches');
      batchId = batches().find(({ title }) => title === '东门市集')?._id ?? '';
      await operator.tap(`batch-${batchId}`);
      expect(await operator.see('print-command')).toContain(batchId);
      await operator.tap('see-codes');
      await operator.see('code-1');
      await operator.shot('batch-printing');
      expect(operator.errors).toEqual([]);
    },
    CALM_MS,
  );

  test(
    'the printer gets 3 pages of A4, and every code on them is another flyer',
    async () => {
      const file = path.join(folder, 'sheet.pdf');
      await run('tools/flyers/index.ts', '--batch', batchId, '--out', file, '--at', house.cloud.url);
      const pages = JSON.parse(await run('tools/flyers/read-back.ts', file)) as ReadPage[];
      const codes = pages.flatMap((page) => page.codes);
      expect([pages.length, codes.length, new Set(codes).size]).toEqual([3, 20, 20]);
      expect(pages[0]?.text).toContain('桂花里小区，东门市集，第 001 张');
      printed = codes[6] ?? '';
      expect(printed).toMatch(/scene=[A-Za-z0-9_-]{27}$/);
    },
    CALM_MS,
  );

  test(
    'scanned before it hangs it opens nothing but the shop',
    async () => {
      const passer = await house.enter('o_passer', pagePath());
      await passer.sees('no-offer', 'data-code', 'FLYER_SLEEPING');
      await passer.shot('landing-sleeping');
      expect(passer.errors).toEqual([]);
    },
    CALM_MS,
  );

  test(
    'the promoter scans it, says where it hangs, and puts up the three after it too',
    async () => {
      const promoter = await house.enter(PROMOTER.openid, FLYER);
      await promoter.write('flyer-code', printed);
      await promoter.tap('flyer-look');
      expect(await promoter.see('flyer')).toContain('认出来了：第 007 张');
      await promoter.tap('place-gate');
      await promoter.write('flyer-note', '小区东门');
      for (let n = 0; n < 3; n += 1) await promoter.tap('in-row-more');
      await promoter.shot('flyer-hanging');
      await promoter.tap('activate');
      await promoter.read('启用好了');
      const hung = house.dump<{ batchId: string; number: number }>('flyers').filter((one) => one.batchId === batchId);
      expect(hung.map(({ number }) => number).sort((a, b) => a - b)).toEqual([7, 8, 9, 10]);
      expect(promoter.errors).toEqual([]);
    },
    CALM_MS,
  );

  test(
    'a new neighbour scans it and has the coupon by one tap',
    async () => {
      const neighbour = await house.enter(NEWCOMER.openid, pagePath());
      expect(await neighbour.see('land-place')).toContain('小区东门');
      await neighbour.tap('flyer-claim');
      await neighbour.sees('flyer-coupon', 'data-state', 'claimed');
      const coupons = house.dump<Wallet>('wallets').flatMap((wallet) => Object.values(wallet.coupons));
      expect(coupons.map(({ templateId }) => templateId)).toEqual([TEMPLATES.hello60]);
      expect(neighbour.errors).toEqual([]);
    },
    CALM_MS,
  );

  test(
    'the operator sees one neighbour who scanned, is new and has claimed; the promoter too',
    async () => {
      house.cloud.clock.advance(60_000);
      const operator = await house.enter(OPERATOR.openid, FUNNEL);
      expect(await operator.see('funnel-flyer')).toContain('传单');
      await operator.shot('funnel');
      await operator.tap('tab-batch');
      expect(await operator.see(`funnel-${batchId}`)).toContain('东门市集');
      const row = house.dump<FunnelRow>('funnels').find(({ _id }) => _id === `batch_${batchId}`);
      expect(row).toMatchObject({ scanned: 1, joined: 1, claimed: 1, paid: 0 });
      await operator.open(BATCHES);
      await operator.tap(`batch-${batchId}`);
      await operator.see('batch');
      await operator.shot('batch-counts');
      const promoter = await house.enter(PROMOTER.openid, FLYER);
      await promoter.read('今天带来 1 位扫码，1 位新邻居');
      await promoter.shot('my-flyers');
      expect([...operator.errors, ...promoter.errors]).toEqual([]);
    },
    CALM_MS,
  );
});
