import * as sdk from 'wx-server-sdk';

/**
 * The parts of wx-server-sdk 4.0.2 that we use, typed by what was seen on the wire: its own typings lack cloudPay and
 * refuse DYNAMIC_CURRENT_ENV (platform.md, traps of the SDK). This folder and db/sdk.ts are its only importers.
 */
export interface Cloud {
  init(config: { env: unknown; timeout?: number }): void;
  readonly DYNAMIC_CURRENT_ENV: unknown;
  getWXContext(): { readonly [key: string]: unknown };
  database(): CloudDatabase;
  readonly cloudPay: CloudPay;
  readonly openapi: OpenApi;
  /** Opens cloudIDs; each item has its `data`, or an `errCode` of its own. */
  getOpenData(request: { readonly list: readonly string[] }): Promise<{ readonly list: readonly OpenedData[] }>;
}

export interface OpenedData {
  readonly data?: { readonly [field: string]: unknown };
  readonly errCode?: number;
}

/** An operator made by the SDK's `command`. */
export interface SdkCommand {
  and(...others: SdkCommand[]): SdkCommand;
}

export interface CloudDatabase {
  readonly command: { readonly [name: string]: (operand?: unknown) => SdkCommand };
  collection(name: string): CloudCollection;
}

export interface CloudQuery {
  orderBy(field: string, direction: 'asc' | 'desc'): CloudQuery;
  limit(count: number): CloudQuery;
  get(): Promise<{ data: unknown[] }>;
  count(): Promise<{ total: number }>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}

export interface CloudCollection {
  where(condition: object): CloudQuery;
  add(options: { data: object }): Promise<{ _id: string }>;
}

/** Answers are camelCased by the SDK; what was not sent is undefined. */
export type PayAnswer = { readonly [field: string]: unknown };

export interface CloudPay {
  unifiedOrder(request: object): Promise<PayAnswer>;
  queryOrder(request: object): Promise<PayAnswer>;
  closeOrder(request: object): Promise<PayAnswer>;
  refund(request: object): Promise<PayAnswer>;
  queryRefund(request: object): Promise<PayAnswer>;
  /** A bill is text in `data`; without one the answer is like the others'. */
  downloadBill(request: object): Promise<PayAnswer>;
}

export interface OpenApi {
  readonly wxacode: { getUnlimited(request: object): Promise<{ buffer: Buffer; contentType: string }> };
  readonly subscribeMessage: { send(request: object): Promise<unknown> };
  readonly security: { msgSecCheck(request: object): Promise<{ result: { suggest: string; label: number } }> };
  readonly updatableMessage: {
    /** `expirationTime` in seconds. */
    createActivityId(request: object): Promise<{ activityId: string; expirationTime: number }>;
    setUpdatableMsg(request: object): Promise<unknown>;
  };
}

let ready: Cloud | undefined;

/** Initialised once a warm function, at its first call. */
export function cloud(): Cloud {
  if (!ready) {
    ready = sdk as unknown as Cloud;
    // The SDK's default, said here because the holds rely on it: a request unanswered for so long counts as unknown.
    ready.init({ env: ready.DYNAMIC_CURRENT_ENV, timeout: 15_000 });
  }
  return ready;
}
