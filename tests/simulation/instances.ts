import { type Db, NoAnswer, type Query, type Stored, type Update, type Where } from '../../cloudfunctions/platform/db';
import type { PayPort } from '../../cloudfunctions/platform/ports';
import { PayNoAnswer } from '../../cloudfunctions/platform/wechat/pay';
import type { Process, Request, Scheduler } from './scheduler';

type ById = Where & { readonly _id: string };

/** A warm function: its caches hang on its Db. It serves one process at a time, and is gone when that dies. */
export interface Instance {
  readonly db: Db;
  readonly pay: PayPort;
  process: Process;
}

/** What a rule that is switched off puts between the rooms and the scheduler. */
export type DbWrapper = (db: Db) => Db;

export interface World {
  readonly db: Db;
  readonly pay: PayPort;
}

/** The data layer and the pay platform as one instance sees them: each request waits for the scheduler. */
export function anInstance(scheduler: Scheduler, world: World, process: Process, wrap: DbWrapper): Instance {
  const ask = <T>(writes: Request['writes'], carryOut: () => Promise<T>, silence: () => Error): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const answer = resolve as (value: unknown) => void;
      scheduler.send({ process: instance.process, writes, carryOut, answer, fail: reject, silence });
    });
  const asked = <T>(what: string, writes: Request['writes'], carryOut: () => Promise<T>): Promise<T> =>
    ask(writes, carryOut, () => new NoAnswer(what));
  const paying = <T>(api: string, carryOut: () => Promise<T>): Promise<T> =>
    ask(null, carryOut, () => new PayNoAnswer(api, 'silent'));
  const { db, pay } = world;
  const scheduled: Db = {
    get: <T extends Stored>(collection: string, id: string) =>
      asked(`get ${collection}`, null, () => db.get<T>(collection, id)),
    getMany: <T extends Stored>(collection: string, ids: readonly string[]) =>
      asked(`getMany ${collection}`, null, () => db.getMany<T>(collection, ids)),
    find: <T extends Stored>(collection: string, query: Query) =>
      asked(`find ${collection}`, null, () => db.find<T>(collection, query)),
    count: (collection, where) => asked(`count ${collection}`, null, () => db.count(collection, where)),
    insert: (collection, document) =>
      asked(`insert ${collection}`, { collection, id: document._id }, () => db.insert(collection, document)),
    update: (collection: string, where: ById, change: Update) =>
      asked(`update ${collection}`, { collection, id: where._id }, () => db.update(collection, where, change)),
    remove: (collection: string, where: ById) =>
      asked(`remove ${collection}`, { collection, id: where._id }, () => db.remove(collection, where)),
  };
  const instance: Instance = {
    process,
    db: wrap(scheduled),
    pay: {
      unifiedOrder: (input) => paying('unifiedOrder', () => pay.unifiedOrder(input)),
      query: (outTradeNo) => paying('queryOrder', () => pay.query(outTradeNo)),
      close: (outTradeNo) => paying('closeOrder', () => pay.close(outTradeNo)),
      refund: (input) => paying('refund', () => pay.refund(input)),
      queryRefund: (input) => paying('queryRefund', () => pay.queryRefund(input)),
      dayBill: (day) => paying('downloadBill', () => pay.dayBill(day)),
      transfer: (input) => paying('transfer', () => pay.transfer(input)),
      queryTransfer: (outBillNo) => paying('queryTransfer', () => pay.queryTransfer(outBillNo)),
      merchant: pay.merchant,
    },
  };
  return instance;
}
