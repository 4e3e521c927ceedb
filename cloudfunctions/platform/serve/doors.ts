import { hashOf } from '../../kernel/ids';
import { callerFromWechat } from '../caller';
import { nowMs } from '../clock';
import type { Context } from '../context';
import type { Db } from '../db';
import { sdkDb } from '../db/sdk';
import { logFor } from '../log';
import type { PayPort } from '../ports';
import { strongRandom } from '../random';
import { payAccount } from '../wechat/account';
import { type CloudPay, cloud } from '../wechat/cloud';
import { openApiPort } from '../wechat/openapi';
import { cloudPayPort } from '../wechat/pay';
import { transferPort } from '../wechat/transfer';
import { transferAccount } from '../wechat/transfer-account';
import { answerPayment, answerTimer, type PaymentReply, type TimerReply } from './answer';
import type { Assembly } from './assembly';
import { type CallDoor, dispatch } from './dispatch';
import type { Envelope } from './envelope';

let warmDb: Db | undefined;

/** One for as long as the function stays warm: rooms keep their caches of versioned documents by it. */
function dbOfCloud(): Db {
  warmDb ??= sdkDb(cloud().database());
  return warmDb;
}

function contextFromCloud(assembly: Assembly): Context {
  const sdk = cloud();
  const traceId = hashOf(...strongRandom.bytes(16)).slice(0, 16);
  return {
    db: dbOfCloud(),
    nowMs: nowMs(),
    random: strongRandom,
    pay: payPort(sdk.cloudPay),
    wechat: openApiPort(sdk),
    effects: assembly.effects,
    carriers: assembly.carriers,
    outboxes: assembly.outboxes,
    traceId,
    log: logFor(traceId),
  };
}

function payPort(cloudPay: CloudPay): PayPort {
  const account = payAccount();
  const transfers = transferAccount(process.env, account.merchantId);
  const nonce = () => hashOf(...strongRandom.bytes(16));
  return {
    ...cloudPayPort(cloudPay, account, nowMs),
    ...transferPort(transfers && { account: transfers, nowMs, nonce }),
  };
}

/** The door that a resident's or staff member's client calls: `{operation, requestKey?, input}` to an envelope. */
export function serveCalls(door: CallDoor, assembly: Assembly): (event: unknown) => Promise<Envelope> {
  return (event) => dispatch(door, assembly, contextFromCloud(assembly), callerFromWechat(), event);
}

export function servePayment(assembly: Assembly): (event: unknown) => Promise<PaymentReply> {
  return (event) => answerPayment(assembly, contextFromCloud(assembly), callerFromWechat(), event);
}

export function serveTimer(assembly: Assembly): () => Promise<TimerReply> {
  return () => answerTimer(assembly, contextFromCloud(assembly), callerFromWechat());
}
