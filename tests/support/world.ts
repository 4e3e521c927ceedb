import { makeRequestKey, residentId } from '../../cloudfunctions/kernel/ids';
import type { Caller } from '../../cloudfunctions/platform/caller';
import type { Context, Random, ResidentContext, StaffContext, StaffRole } from '../../cloudfunctions/platform/context';
import type { WechatPort } from '../../cloudfunctions/platform/ports';
import type { Room } from '../../cloudfunctions/platform/room';
import { answerPayment, answerTimer } from '../../cloudfunctions/platform/serve/answer';
import { type Assembly, assemble } from '../../cloudfunctions/platform/serve/assembly';
import { type CallDoor, dispatch } from '../../cloudfunctions/platform/serve/dispatch';
import type { Envelope } from '../../cloudfunctions/platform/serve/envelope';
import { type EngineDb, engineDb, type FaultyDb, faultyDb } from './engine-db';
import { PayPlatform } from './pay-platform';
import { type LiveMessages, wechatTexts } from './wechat-port';

/** 2026-11-22 10:00 in Shanghai: a Sunday morning. */
export const START_MS = Date.UTC(2026, 10, 22, 2);
const APPID = 'wx_test';

export interface SentMessage {
  readonly openid: string;
  readonly templateId: string;
}

export interface World {
  /** Arranging and looking: without faults and meter. */
  readonly engine: EngineDb;
  /** What contexts get. */
  readonly db: FaultyDb;
  readonly pay: PayPlatform;
  readonly messages: SentMessage[];
  /** What WeChat does in a test otherwise than on a good day. */
  readonly wechat: { -readonly [Method in keyof WechatPort]?: WechatPort[Method] };
  /** What chats show of updatable messages. */
  live(): LiveMessages;
  /** Moves only forward, and only when told. */
  nowMs: number;
  readonly assembly: Assembly;
  advance(ms: number): void;
  random: Random;
  context(): Context;
  as(name: string): ResidentContext;
  /** Makes the person staff and gives their context. */
  asStaff(name: string, roles?: readonly StaffRole[]): StaffContext;
  residentId(name: string): string;
  /** A fresh request key, born now. */
  key(): string;
  /** Through the door, as a client calls: parse, request key, envelope. */
  call(name: string, operation: string, input: unknown, requestKey?: string): Promise<Envelope>;
  staffCall(name: string, operation: string, input: unknown, requestKey?: string): Promise<Envelope>;
  payCallback(outTradeNo: string, change?: { [field: string]: unknown }): Promise<{ errcode: number }>;
  refundCallback(outRefundNo: string, change?: { [field: string]: unknown }): Promise<{ errcode: number }>;
  /** One firing of the timer at the present moment; names of the jobs that ran. */
  tick(): Promise<readonly string[]>;
}

/** mulberry32: the same seed gives the same world. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (below) => Math.floor(next() * below),
    bytes: (count) => Uint8Array.from({ length: count }, () => Math.floor(next() * 256)),
  };
}

export const openidOf = (name: string): string => `o_${name}`;

const quietLog = { info: () => {}, error: () => {} };

/** A small shop in one process. Rooms: those under test. */
export function aWorld(rooms: readonly Room[], { seed = 1, startAtMs = START_MS } = {}): World {
  const clock = { nowMs: startAtMs };
  const engine = engineDb(() => clock.nowMs);
  const assembly = assemble(rooms);
  const db = faultyDb(engine);
  const pay = new PayPlatform(clock);
  const messages: SentMessage[] = [];
  const texts = wechatTexts(clock);
  const person = (name: string): Caller => ({ source: 'wx_client', openid: openidOf(name), appid: APPID });
  const call = (door: CallDoor) => (name: string, operation: string, input: unknown, requestKey?: string) =>
    dispatch(door, assembly, world.context(), person(name), { operation, requestKey, input });
  const told = (event: unknown) =>
    answerPayment(assembly, world.context(), { source: 'wx_paycallback', openid: null, appid: null }, event);
  const world: World = {
    engine,
    db,
    pay,
    messages,
    wechat: {},
    live: texts.live,
    assembly,
    random: seededRandom(seed),
    get nowMs() {
      return clock.nowMs;
    },
    set nowMs(nowMs: number) {
      if (nowMs < clock.nowMs) throw new Error('the clock never runs backwards');
      clock.nowMs = nowMs;
    },
    advance: (ms) => {
      world.nowMs += ms;
    },
    context: () => ({
      db,
      nowMs: clock.nowMs,
      random: world.random,
      pay,
      wechat: {
        ...texts.port,
        codeUnlimited: async () => 'iVBORw0KGgo=',
        // A ticket of a test names its chat: `chat-mei` opens to `mei`.
        groupOf: async (cloudId) => (cloudId.startsWith('chat-') ? cloudId.slice(5) : null),
        sendSubscribeMessage: async ({ openid, templateId }) => {
          messages.push({ openid, templateId });
          return 'sent';
        },
        ...world.wechat,
      },
      effects: assembly.effects,
      carriers: assembly.carriers,
      outboxes: assembly.outboxes,
      traceId: 'test',
      log: quietLog,
    }),
    as: (name) => ({ ...world.context(), residentId: world.residentId(name), openid: openidOf(name), appid: APPID }),
    asStaff: (name, roles = ['owner']) => {
      engine.put('staff', { _id: world.residentId(name), name, roles, active: true } as never);
      return { ...world.context(), staffId: world.residentId(name), staffName: name, roles };
    },
    residentId: (name) => residentId(APPID, openidOf(name)),
    key: () => makeRequestKey(clock.nowMs, world.random.bytes(16)),
    call: call('resident'),
    staffCall: call('staff'),
    payCallback: (outTradeNo, change) => told(pay.callback(outTradeNo, change)),
    refundCallback: (outRefundNo, change) => told(pay.refundNotice(outRefundNo, change)),
    tick: async () =>
      (await answerTimer(assembly, world.context(), { source: 'wx_trigger', openid: null, appid: null })).ran,
  };
  return world;
}
