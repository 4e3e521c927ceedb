import { residentId } from '../../cloudfunctions/kernel/ids';
import type { StaffContext } from '../../cloudfunctions/platform/context';
import type { Db } from '../../cloudfunctions/platform/db';
import { outreachRoom } from '../../cloudfunctions/rooms/outreach';
import type { Localcloud } from '../../localcloud';
import type { RunTime } from './data/campaign';
import { type DemoStaff, OWNER, PEOPLE, PROMOTER } from './data/people';
import { openNeighbourhood } from './neighbourhood';
import { publish, runTimeAround } from './publish';
import { seededRandom } from './random';
import { storeDb } from './store-db';

export { LAUNCH, LAUNCH_DRAW, OFFERS } from './data/campaign';
export { CAMPAIGNS, MERCHANTS, MORE_OFFERS } from './data/campaigns';
export { REDEEM_CODE, TEMPLATES } from './data/coupons';
export { LAKESIDE, OSMANTHUS } from './data/estates';
export * from './data/people';

/** 2026-11-22 10:24 in Shanghai: the morning market is open until 11. Start the clock of a test here. */
export const TEST_NOW_MS = Date.UTC(2026, 10, 22, 2, 24);
/** The embedded cloud's mini-program (localcloud/index.ts). */
export const LOCAL_APPID = 'wx00000000local001';

export interface BaseHighlights {
  readonly people: typeof PEOPLE;
  readonly flyers: {
    /** On the wall of building 3's lift in 桂花里小区, with the ¥8 coupon. */
    readonly active: string;
    /** Printed, on nobody's name yet. */
    readonly sleeping: string;
    readonly retired: string;
    /** The other estate's. */
    readonly lakeside: string;
  };
  /** Tomorrow's market, the tasting of 6 seats, the dumplings. */
  readonly events: readonly string[];
}

export interface BaseOptions {
  readonly appid?: string;
  readonly nowMs?: number;
  /** When the launch runs; default: from 31 days before now to 14 days after. */
  readonly time?: RunTime;
  /** Same number, same flyer codes and same draw. */
  readonly seed?: number;
}

/**
 * The shop as it is on its first morning: everything published, four flyers put up by real operations and one of them
 * retired again, no resident and no order. Fixed ids; for tests, start the clock at TEST_NOW_MS.
 */
export async function seedForTests(target: Localcloud | Db, options: BaseOptions = {}): Promise<BaseHighlights> {
  const { appid = LOCAL_APPID, nowMs = TEST_NOW_MS, seed = 1 } = options;
  const db = isCloud(target) ? storeDb(target.store) : target;
  const context = { db, nowMs, random: seededRandom(seed) };
  const time = options.time ?? runTimeAround(nowMs);
  const { scenes } = await publish(context, appid, time);
  const [active = '', sleeping = '', retired = '', stall = ''] = scenes.osmanthus;
  const [lakeside = ''] = scenes.lakeside;
  const as = ({ openid, name, roles }: DemoStaff): StaffContext => ({
    ...context,
    ...quiet,
    staffId: residentId(appid, openid),
    staffName: name,
    roles,
  });
  await putUp(as(PROMOTER), active, 'lift', '3 号楼电梯口');
  await putUp(as(PROMOTER), retired, 'gate', '小区东门');
  await putUp(as(PROMOTER), stall, 'stall', '周末市集摊位');
  await putUp(as(PROMOTER), lakeside, 'board', '中心花园布告栏');
  await run(as(OWNER), 'outreach.retireFlyer', { scene: retired });
  const events = await openNeighbourhood(as(OWNER), time);
  return { people: PEOPLE, flyers: { active, sleeping, retired, lakeside }, events };
}

const isCloud = (target: Localcloud | Db): target is Localcloud => 'invoke' in target;

async function putUp(context: StaffContext, scene: string, place: string, note: string): Promise<void> {
  await run(context, 'outreach.activateFlyer', { scene, place, note });
}

async function run(context: StaffContext, operation: string, input: object): Promise<void> {
  const { nowMs } = context;
  const answer = await outreachRoom.staff?.[operation]?.run(context, input, {
    requestKey: '',
    atMs: nowMs,
    inputHash: '',
  });
  if (!answer?.ok) throw new Error(`${operation}: ${answer?.code ?? 'no such operation'}`);
}

/** What staff operations on flyers never use. */
const unused = () => Promise.reject(new Error('not while seeding'));
const noTransfers = { transfer: unused, queryTransfer: unused, merchant: { merchantId: '', appId: '' } };
const quiet = {
  traceId: 'seed',
  effects: {},
  carriers: {},
  outboxes: new Map(),
  log: { info: () => {}, error: () => {} },
  wechat: {
    ...{ codeUnlimited: unused, groupOf: unused, sendSubscribeMessage: unused },
    ...{ checkText: unused, createActivityId: unused, setUpdatableMessage: unused },
  },
  pay: {
    unifiedOrder: unused,
    query: unused,
    close: unused,
    refund: unused,
    queryRefund: unused,
    dayBill: unused,
    ...noTransfers,
  },
};
