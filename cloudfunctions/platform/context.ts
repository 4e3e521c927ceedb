import type { Db } from './db';
import type { CarrierTable, EffectTable } from './effects';
import type { Outbox } from './outbox/outbox';
import type { PayPort, WechatPort } from './ports';

/** What an operation may know of the world: everything is passed in, so tests and simulations play it. */
export interface Context {
  readonly db: Db;
  /** Server time of this invocation, epoch ms; read once, so one operation has one now. */
  readonly nowMs: number;
  readonly random: Random;
  readonly pay: PayPort;
  readonly wechat: WechatPort;
  readonly traceId: string;
  /** Wallet effects of all rooms, so that a room can carry out what it owes to rooms that it does not know. */
  readonly effects: EffectTable;
  /** The same for effects on documents that are no wallets. */
  readonly carriers: CarrierTable;
  /** Collections whose documents owe effects, by name. */
  readonly outboxes: ReadonlyMap<string, Outbox>;
  readonly log: Log;
}

export interface Random {
  /** Cryptographically strong bytes. */
  bytes(count: number): Uint8Array;
  /** Uniform integer in [0, below). */
  below(below: number): number;
}

export interface Log {
  info(event: string, detail?: object): void;
  error(event: string, detail?: object): void;
}

/** Identity comes from WeChat's context alone, never from input. */
export interface ResidentContext extends Context {
  readonly residentId: string;
  readonly openid: string;
  readonly appid: string;
}

export type StaffRole = 'promoter' | 'shop' | 'courier' | 'support' | 'operator' | 'owner';

/** Roles are read from the database on every call. */
export interface StaffContext extends Context {
  readonly staffId: string;
  readonly staffName: string;
  readonly roles: readonly StaffRole[];
}
